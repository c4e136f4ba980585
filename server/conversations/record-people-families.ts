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
  turnAt,
  turnEnd,
} from "./record-people-rules.ts";
import {
  inTime,
  joinAll,
  type KnownRow,
  type Node,
  newNode,
  type Row,
  type Wholes,
  type Words,
  wholes,
} from "./record-people-wholes.ts";

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
/** Something was said under this id, alone or first. */
export type Home = { id: Id; atMs: number };

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

function isSame(before: KnownIdentity, next: Placed): boolean {
  return (
    before.ownerId === next.row.id &&
    before.homeMs === next.homeMs &&
    before.sinceMs === next.sinceMs &&
    before.untilMs === next.untilMs &&
    before.pairedMs === next.pairedMs
  );
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
