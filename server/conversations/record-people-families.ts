/**
 * Makes people of everything ever claimed about their ids, always by the same steps: whatever order the claims came in,
 * they end as the same people (law 2). Two who both have a phone are never made one by having been seen together; what
 * a person said counts before what WhatsApp says. Pure.
 */
import {
  cutsOf,
  type Id,
  type IdentityKind,
  identityKey,
  type Pair,
  pairKey,
  turnAt,
  turnEnd,
} from "./record-people-rules.ts";

export type KnownIdentity = {
  kind: IdentityKind;
  value: string;
  /** From when this phone was theirs; minus infinity for the first holder known. */
  fromMs: number;
  ownerId: number;
  homeMs: number | null;
  sinceMs: number;
  untilMs: number | null;
  pairedMs: number | null;
};
export type KnownRow = {
  id: number;
  mergedInto: number | null;
  isJoined: boolean;
  /** Named, or made a worker, by a person: this row is the one to read. */
  isGiven: boolean;
};
/** What a person said of two contacts. */
export type Words = {
  joins: readonly { contactId: number; intoId: number }[];
  aparts: readonly { aId: number; bId: number }[];
};
/** Something was said under this id, alone or first. */
export type Home = { id: Id; atMs: number };

/** A contact's row; `id` is null until it is inserted. */
export type Row = { id: number | null; known: KnownRow | null; isPhone: boolean };
export type Placed = { id: Id; row: Row; fromMs: number } & Pick<
  KnownIdentity,
  "homeMs" | "sinceMs" | "untilMs" | "pairedMs"
>;

export type Families = {
  /** The row of whoever held this id then. */
  rowAt(id: Id, ms: number): Row | null;
  newRows: Row[];
  /** Identities that stand elsewhere or otherwise than is written. */
  placed: Placed[];
  gone: { id: Id; fromMs: number }[];
  /** Rows that an identity came to or left. */
  touched: Row[];
  /** Rows of one person, the one to read first. */
  families: (readonly [Row, ...Row[]])[];
};

type Node = {
  id: Id | null;
  fromMs: number;
  row: Row | null;
  homeMs: number | null;
  sinceMs: number;
  into: Node | null;
  /** Of the whole, kept at its first node. */
  hasPhone: boolean;
  size: number;
};

export function planFamilies(
  known: { identities: readonly KnownIdentity[]; rows: readonly KnownRow[]; words: Words },
  pairs: readonly Pair[],
  homes: readonly Home[],
): Families {
  const cuts = cutsOf(pairs);
  const nodes = new Map<string, Node>();
  const rowById = new Map<number, Row>(
    known.rows.map((row) => [row.id, { id: row.id, known: row, isPhone: false }]),
  );
  const nodeKey = (id: Id, fromMs: number) => (id.kind === "wa_id" ? `${id.key}@${fromMs}` : id.key);
  const fromOf = (id: Id, ms: number) =>
    id.kind === "wa_id" ? turnAt(cuts.get(id.key), ms) : Number.NEGATIVE_INFINITY;

  function nodeAt(id: Id, ms: number): Node {
    const fromMs = fromOf(id, ms);
    const key = nodeKey(id, fromMs);
    const found = nodes.get(key);
    if (found) {
      found.sinceMs = Math.min(found.sinceMs, ms);
      return found;
    }
    const made = newNode(id, fromMs, ms);
    nodes.set(key, made);
    return made;
  }

  // A row stays its id's own; with a moment of passing on learnt late, of whoever held the phone when it began.
  for (const { kind, value, homeMs, ownerId } of known.identities) {
    const row = rowById.get(ownerId);
    if (homeMs === null || !row) continue;
    const node = nodeAt({ kind, value, key: identityKey(kind, value) }, homeMs);
    Object.assign(node, { row, homeMs: Math.min(homeMs, node.homeMs ?? homeMs) });
    row.isPhone = kind === "wa_id";
  }
  const newRows: Row[] = [];
  for (const { id, atMs } of homes) {
    const node = nodeAt(id, atMs);
    node.homeMs = Math.min(atMs, node.homeMs ?? atMs);
    if (node.row) continue;
    node.row = { id: null, known: null, isPhone: id.kind === "wa_id" };
    newRows.push(node.row);
  }
  for (const { a, b, atMs } of pairs) {
    nodeAt(a, atMs);
    nodeAt(b, atMs);
  }
  const standing = new Set([...nodes.values()].flatMap(({ row }) => row ?? []));
  // Written down by hand, without any id of WhatsApp's.
  for (const row of rowById.values())
    if (!standing.has(row)) nodes.set(`row:${row.id}`, { ...newNode(null, 0, 0), row });

  const whole = wholes([...nodes.values()], known.words);
  joinAll(pairs, nodeAt, whole);

  const members = new Map<Node, Row[]>();
  for (const node of nodes.values())
    if (node.row) {
      const root = whole.of(node);
      members.set(root, [...(members.get(root) ?? []), node.row]);
    }
  const families = new Map<Node, readonly [Row, ...Row[]]>();
  for (const [root, rows] of members) {
    const [first, ...others] = inOrder(rows, known.words);
    if (first) families.set(root, [first, ...others]);
  }
  const guests = guestsOf(pairs, nodeAt, whole);
  const left = leftOf(pairs);
  const written = new Map(
    known.identities.map((each) => [
      nodeKey({ ...each, key: identityKey(each.kind, each.value) }, each.fromMs),
      each,
    ]),
  );
  const touched = new Set<Row>();
  const leave = (ownerId: number) => {
    const row = rowById.get(ownerId);
    if (row) touched.add(row);
  };
  const placed = [...nodes].flatMap(([key, node]): Placed[] => {
    if (!node.id) return [];
    const host = node.row ? null : guests.get(node);
    const row = node.row ?? host?.row ?? families.get(whole.of(node))?.[0];
    if (!row) return [];
    const { id, fromMs, homeMs, sinceMs } = node;
    const untilMs = id.kind === "wa_id" ? turnEnd(cuts.get(id.key), fromMs) : (left.get(id.key) ?? null);
    const next = { id, row, fromMs, homeMs, sinceMs, untilMs, pairedMs: host?.atMs ?? null };
    const before = written.get(key);
    written.delete(key);
    if (before && isSame(before, next)) return [];
    touched.add(row);
    if (before) leave(before.ownerId);
    return [next];
  });
  for (const { ownerId } of written.values()) leave(ownerId);
  return {
    rowAt(id, ms) {
      const node = nodes.get(nodeKey(id, fromOf(id, ms)));
      if (!node) return null;
      return node.row ?? guests.get(node)?.row ?? families.get(whole.of(node))?.[0] ?? null;
    },
    newRows,
    placed,
    gone: [...written.values()].map(({ kind, value, fromMs }) => ({
      id: { kind, value, key: identityKey(kind, value) },
      fromMs,
    })),
    touched: [...touched],
    families: [...families.values()],
  };
}

const newNode = (id: Id | null, fromMs: number, sinceMs: number): Node => ({
  ...{ id, fromMs, sinceMs, row: null, homeMs: null, into: null, size: 1 },
  hasPhone: id?.kind === "wa_id",
});

function isSame(before: KnownIdentity, next: Placed): boolean {
  return (
    before.ownerId === next.row.id &&
    before.homeMs === next.homeMs &&
    before.sinceMs === next.sinceMs &&
    before.untilMs === next.untilMs &&
    before.pairedMs === next.pairedMs
  );
}

type Wholes = {
  of(node: Node): Node;
  /** False when a person has said that these are two, or when both have a phone and it is not `sure`. */
  join(a: Node, b: Node, isSure: boolean): boolean;
};

function wholes(nodes: readonly Node[], { joins, aparts }: Words): Wholes {
  const nodeOf = new Map(nodes.flatMap((node) => (node.row?.id ? [[node.row.id, node] as const] : [])));
  const of = (node: Node): Node => (node.into ? of(node.into) : node);
  /** A phone seen only beside other ids is nobody's own yet. */
  const isSomebodyWithPhone = (root: Node) => root.hasPhone && !(root.size === 1 && root.homeMs === null);
  const areApart = (a: Node, b: Node) =>
    aparts.some(({ aId, bId }) => {
      const [one, other] = [nodeOf.get(aId), nodeOf.get(bId)];
      if (!one || !other) return false;
      const roots = [of(one), of(other)];
      return roots.includes(a) && roots.includes(b);
    });
  function unite(a: Node, b: Node): void {
    const [big, small] = a.size >= b.size ? [a, b] : [b, a];
    small.into = big;
    big.size += small.size;
    big.hasPhone ||= small.hasPhone;
  }
  for (const { contactId, intoId } of joins) {
    const [one, other] = [nodeOf.get(contactId), nodeOf.get(intoId)];
    if (one && other && of(one) !== of(other)) unite(of(one), of(other));
  }
  return {
    of,
    join(one, other, isSure) {
      const [a, b] = [of(one), of(other)];
      if (a === b) return true;
      if (!isSure && isSomebodyWithPhone(a) && isSomebodyWithPhone(b)) return false;
      if (areApart(a, b)) return false;
      unite(a, b);
      return true;
    },
  };
}

/**
 * First what WhatsApp says outright, then with which phone each id was first seen, then all else; each in the order of
 * its time. A second phone comes last, so that it never draws in somebody whose first it is.
 */
function joinAll(pairs: readonly Pair[], nodeAt: (id: Id, ms: number) => Node, whole: Wholes): void {
  const withPhone = new Set<string>();
  const firstPhones = new Set<Pair>();
  for (const pair of inTime(pairs, () => 0))
    if (pair.relation === "seen" && pair.b.kind === "wa_id" && !withPhone.has(pair.a.key)) {
      withPhone.add(pair.a.key);
      firstPhones.add(pair);
    }
  const rank = (pair: Pair) =>
    pair.relation !== "seen" ? 0 : pair.b.kind !== "wa_id" || firstPhones.has(pair) ? 1 : 2;
  for (const { a, b, relation, atMs } of inTime(pairs, rank))
    whole.join(nodeAt(a, atMs), nodeAt(b, atMs), relation !== "seen");
}

function inTime(pairs: readonly Pair[], rank: (pair: Pair) => number): Pair[] {
  return pairs
    .map((pair) => ({ pair, rank: rank(pair), key: pairKey(pair) }))
    .sort(
      (x, y) => x.rank - y.rank || x.pair.atMs - y.pair.atMs || (x.key < y.key ? -1 : x.key > y.key ? 1 : 0),
    )
    .map(({ pair }) => pair);
}

/** An id under which nothing was said stands at the row of the first it was seen with among its own. */
function guestsOf(
  pairs: readonly Pair[],
  nodeAt: (id: Id, ms: number) => Node,
  whole: Wholes,
): Map<Node, { row: Row; atMs: number }> {
  const guests = new Map<Node, { row: Row; atMs: number }>();
  for (const { a, b, relation, atMs } of inTime(pairs, () => 0)) {
    if (relation !== "seen") continue;
    const [host, guest] = [nodeAt(a, atMs), nodeAt(b, atMs)];
    if (!guest.row && host.row && !guests.has(guest) && whole.of(host) === whole.of(guest))
      guests.set(guest, { row: host.row, atMs });
  }
  return guests;
}

/** Since when an id is an old one, unless it was taken up again later. */
function leftOf(pairs: readonly Pair[]): Map<string, number> {
  const left = new Map<string, number>();
  const taken = new Map<string, number>();
  for (const { a, b, relation, atMs } of pairs)
    if (relation === "became") {
      left.set(a.key, Math.max(atMs, left.get(a.key) ?? atMs));
      taken.set(b.key, Math.max(atMs, taken.get(b.key) ?? atMs));
    }
  return new Map([...left].filter(([key, ms]) => ms > (taken.get(key) ?? Number.NEGATIVE_INFINITY)));
}

/** The one to read first: whom a person chose, whom a person named, who has the phone, who was there first. */
function inOrder(rows: readonly Row[], { joins }: Words): Row[] {
  const chosen = new Set(joins.map(({ intoId }) => intoId));
  for (const { contactId } of joins) chosen.delete(contactId);
  const rank = ({ id, known, isPhone }: Row): number[] => [
    id !== null && chosen.has(id) ? 0 : 1,
    known?.isGiven ? 0 : 1,
    isPhone ? 0 : 1,
    id ?? Number.MAX_SAFE_INTEGER,
  ];
  return [...rows].sort((x, y) => {
    const [one, other] = [rank(x), rank(y)];
    return one.map((value, n) => value - (other[n] ?? 0)).find((difference) => difference !== 0) ?? 0;
  });
}
