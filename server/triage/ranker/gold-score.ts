/** Totals over the measuring set; never its texts. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { AttachLine, inputOfLine } from "./attach-line.ts";
import { rankAttach } from "./rank.ts";

const GOLD = new URL("../../../test/fixtures/triage/attach-cases.jsonl", import.meta.url);
const GoldCase = AttachLine.extend({ gold: z.string(), lang: z.string() });

type Tally = { n: number; right: number };
export type GoldScore = {
  all: Tally;
  kept: Tally;
  groups: Map<string, Tally>;
  /** "new as request" and so on, how often. */
  confusions: Map<string, number>;
  /** Kept from this confidence on: how many, and how many of them right. */
  levels: (Tally & { from: number })[];
};

const LEVELS = [0.5, 0.6, 0.7, 0.8, 0.9];

export function scoreGold(): GoldScore {
  const groups = new Map<string, Tally>();
  const confusions = new Map<string, number>();
  const all: Tally = { n: 0, right: 0 };
  const kept: Tally = { n: 0, right: 0 };
  const levels = LEVELS.map((from) => ({ from, n: 0, right: 0 }));
  const count = (tally: Tally, isRight: boolean): void => {
    tally.n++;
    if (isRight) tally.right++;
  };
  for (const line of readFileSync(GOLD, "utf8").split("\n").filter(Boolean)) {
    const one = GoldCase.parse(JSON.parse(line));
    const found = rankAttach(inputOfLine(one));
    const isRight = found.decision === one.gold;
    count(all, isRight);
    if (!found.abstains) count(kept, isRight);
    for (const level of levels) if (found.confidence >= level.from) count(level, isRight);
    const open = one.open_requests.length;
    for (const name of [`gold ${kindOf(one.gold)}`, `lang ${one.lang}`, `open ${open >= 4 ? "4+" : open}`]) {
      const group = groups.get(name) ?? { n: 0, right: 0 };
      count(group, isRight);
      groups.set(name, group);
    }
    if (!isRight) {
      const isOther = kindOf(one.gold) === "request" && kindOf(found.decision) === "request";
      const name = `${kindOf(one.gold)} as ${isOther ? "another request" : kindOf(found.decision)}`;
      confusions.set(name, (confusions.get(name) ?? 0) + 1);
    }
  }
  return { all, kept, groups, confusions, levels };
}

const kindOf = (decision: string): string =>
  decision === "new" || decision === "none" ? decision : "request";

export function inWords({ all, kept, groups, confusions, levels }: GoldScore): string {
  const line = (name: string, { n, right }: Tally): string =>
    `${name.padEnd(22)} ${right}/${n}  ${((100 * right) / Math.max(1, n)).toFixed(1)} %`;
  const sorted = [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    line("all", all),
    line("not abstained on", kept),
    ...sorted.map(([name, tally]) => line(name, tally)),
    ...levels.map((level) => line(`confident from ${level.from}`, level)),
    ...[...confusions].map(([name, n]) => `${name.padEnd(28)} ${n}`),
  ].join("\n");
}
