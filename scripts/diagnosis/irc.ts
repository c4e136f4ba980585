/**
 * How well the ranker of the diagnosis untangles IRC: `node scripts/diagnosis/irc.ts FOLDER [width] [rounds]`, where
 * FOLDER holds `train/` and `dev/` of https://github.com/jkkummerfeld/irc-disentanglement (CC BY 4.0).
 */
import { join } from "node:path";
import { type Ranker, Rows, scorerOf } from "../../shared/diagnosis/threads/ranker.ts";
import { fitRanker, Lessons } from "./fit-ranker.ts";
import { IRC_FEATURES } from "./irc-columns.ts";
import { IrcScene, WINDOW } from "./irc-features.ts";
import { type IrcLog, readLogs } from "./irc-log.ts";
import { linkScore, variationScore } from "./irc-score.ts";

const [folder, width = "16", rounds = "12"] = process.argv.slice(2);
if (!folder) throw new Error("Give the folder that holds train/ and dev/.");

const train = readLogs(join(folder, "train"));
const dev = readLogs(join(folder, "dev"));
const lessons = lessonsOf(train);
const annotated = lessons.begins.length - 1;
console.log(`${train.length} logs, ${annotated} messages, ${IRC_FEATURES.length} features`);
for (const units of new Set([0, Number(width)])) {
  const began = performance.now();
  const ranker = fitRanker(IRC_FEATURES, lessons, {
    width: units,
    rounds: Number(rounds),
    pace: units === 0 ? 0.02 : 0.006,
    cost: 0.003,
  });
  const seconds = (performance.now() - began) / 1000;
  const found = dev.map((log) => linksOf(log, ranker));
  const { precision, recall, f } = linkScore(dev, found);
  console.log(
    `${units === 0 ? "linear" : `${units} units`}: link P ${percent(precision)} R ${percent(recall)} F ${percent(f)}, ` +
      `1 - VI ${percent(variationScore(dev, found))} (learnt in ${seconds.toFixed(0)} s)`,
  );
}

function lessonsOf(logs: readonly IrcLog[]): Lessons {
  const lessons = new Lessons();
  for (const log of logs) {
    const scene = new IrcScene(log);
    for (const [at, parents] of log.links) {
      if (log.messages[at]?.by === null) continue;
      const first = Math.max(0, at - WINDOW);
      scene.addRows(lessons.rows, at, first);
      lessons.endChoice((candidate) => parents.includes(first + candidate));
    }
  }
  return lessons;
}

/** The likeliest parent of each annotated message. */
function linksOf(log: IrcLog, ranker: Ranker): Map<number, number> {
  const score = scorerOf(ranker, IRC_FEATURES);
  const scene = new IrcScene(log);
  const rows = new Rows();
  const scores = new Float64Array(WINDOW + 1);
  const found = new Map<number, number>();
  for (const at of log.links.keys()) {
    const first = Math.max(0, at - WINDOW);
    if (log.messages[at]?.by === null) {
      found.set(at, at);
      continue;
    }
    rows.clear();
    scene.addRows(rows, at, first);
    score(rows, scores);
    let best = 0;
    for (let row = 1; row < rows.count; row++) if ((scores[row] ?? 0) > (scores[best] ?? 0)) best = row;
    found.set(at, first + best);
  }
  return found;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
