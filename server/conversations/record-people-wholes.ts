/** Which ids and rows are one person: joined one after the other, in an order that hangs on the claims alone. Pure. */
import { type Id, type Pair, pairKey } from "./record-people-rules.ts";

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
/** A contact's row; `id` is null until it is inserted. */
export type Row = { id: number | null; known: KnownRow | null; isPhone: boolean };
export type Node = {
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

export const newNode = (id: Id | null, fromMs: number, sinceMs: number): Node => ({
  ...{ id, fromMs, sinceMs, row: null, homeMs: null, into: null, size: 1 },
  hasPhone: id?.kind === "wa_id",
});

export type Wholes = {
  of(node: Node): Node;
  /** False when a person has said that these are two, or when both have a phone and it is not `sure`. */
  join(a: Node, b: Node, isSure: boolean): boolean;
};

export function wholes(nodes: readonly Node[], { joins, aparts }: Words): Wholes {
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
export function joinAll(pairs: readonly Pair[], nodeAt: (id: Id, ms: number) => Node, whole: Wholes): void {
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

export function inTime(pairs: readonly Pair[], rank: (pair: Pair) => number): Pair[] {
  return pairs
    .map((pair) => ({ pair, rank: rank(pair), key: pairKey(pair) }))
    .sort(
      (x, y) => x.rank - y.rank || x.pair.atMs - y.pair.atMs || (x.key < y.key ? -1 : x.key > y.key ? 1 : 0),
    )
    .map(({ pair }) => pair);
}
