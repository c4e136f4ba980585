/** Scores of links as Kummerfeld et al. (2019) reckon them. */
import type { IrcLog } from "./irc-log.ts";

export type LinkScore = { precision: number; recall: number; f: number };

export function linkScore(logs: readonly IrcLog[], found: readonly Map<number, number>[]): LinkScore {
  let [matched, gold, auto] = [0, 0, 0];
  logs.forEach(({ links }, log) => {
    for (const [at, parents] of links) {
      gold += new Set(parents).size;
      auto++;
      if (parents.includes(found[log]?.get(at) ?? -1)) matched++;
    }
  });
  const [precision, recall] = [matched / auto, matched / gold];
  return { precision, recall, f: (2 * precision * recall) / (precision + recall) };
}

/** 1 - the variation of information between the conversations that the links make, over its bound log2(n). */
export function variationScore(logs: readonly IrcLog[], found: readonly Map<number, number>[]): number {
  const both = new Map<string, number>();
  const gold = new Map<string, number>();
  const auto = new Map<string, number>();
  let total = 0;
  const count = (counts: Map<string, number>, key: string): unknown =>
    counts.set(key, (counts.get(key) ?? 0) + 1);
  logs.forEach(({ links }, log) => {
    const asGold = conversations(
      [...links].flatMap(([at, parents]) => parents.map((one) => [at, one] as const)),
    );
    const asFound = conversations([...(found[log] ?? [])]);
    for (const at of links.keys()) {
      const [one, other] = [`${log}:${asGold(at)}`, `${log}:${asFound(at)}`];
      count(gold, one);
      count(auto, other);
      count(both, `${one} ${other}`);
      total++;
    }
  });
  const entropy = (counts: Map<string, number>): number =>
    [...counts.values()].reduce((sum, times) => sum - (times / total) * Math.log2(times / total), 0);
  const variation = 2 * entropy(both) - entropy(gold) - entropy(auto);
  return 1 - variation / Math.log2(total);
}

/** Which conversation a message is in: the messages that links join, by the smallest of them that was reached. */
function conversations(edges: readonly (readonly [number, number])[]): (at: number) => number {
  const parents = new Map<number, number>();
  const rootOf = (at: number): number => {
    let root = at;
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up;
    return root;
  };
  for (const [one, other] of edges) {
    const [first, second] = [rootOf(one), rootOf(other)];
    if (first !== second) parents.set(Math.max(first, second), Math.min(first, second));
  }
  return rootOf;
}
