/** How well acts are read in chats left out of the learning. */
import { likeliest, SCORES } from "../../shared/diagnosis/acts/act-scores.ts";
import { packActs, unpackActs } from "../../shared/diagnosis/acts/pack-acts.ts";
import { ACTS } from "../../shared/diagnosis/diagnosis.ts";
import { examplesOf, type Labelled } from "./act-examples.ts";
import { scoreExample } from "./act-learner.ts";
import { chancesWithBoth, learnReader, secondExamples } from "./act-reader.ts";
import type { TrainingChat } from "./training-chats.ts";

const FOLDS = 5;

type Tally = { right: number; n: number };
type Match = { found: number; wanted: number; both: number };

export function crossValidate(chats: readonly TrainingChat[], showWrong: boolean): string {
  const report = emptyReport();
  for (let fold = 0; fold < FOLDS; fold++) {
    const learnt = learnReader(chats.filter((_, at) => at % FOLDS !== fold));
    const weights = unpackActs(packActs(learnt));
    for (const chat of chats.filter((_, at) => at % FOLDS === fold)) {
      const labelled = examplesOf(chat);
      for (const example of secondExamples(weights, chat, labelled)) {
        const { one } = example;
        const scores = new Float32Array(SCORES);
        scoreExample(weights, one.example, false, scores);
        report.blind(one, scores);
        report.known(one, chancesWithBoth(weights, example), chat.chases.has(one.index), showWrong);
      }
    }
  }
  return report.text();
}

function emptyReport(): {
  blind: (one: Labelled, scores: Float32Array) => void;
  known: (one: Labelled, scores: Float32Array, isChase: boolean, showWrong: boolean) => void;
  text: () => string;
} {
  const blind: Tally = { right: 0, n: 0 };
  const known: Tally = { right: 0, n: 0 };
  const any: Tally = { right: 0, n: 0 };
  const marked: Tally = { right: 0, n: 0 };
  const languages = new Map<string, Tally>();
  const acts = new Map<string, Match>();
  const chases: Match = { found: 0, wanted: 0, both: 0 };
  const nothing: Match = { found: 0, wanted: 0, both: 0 };
  const levels = [0.5, 0.7, 0.9].map((from) => ({ from, right: 0, n: 0 }));
  const wrong: string[] = [];
  const count = (tally: Tally, isRight: boolean): void => {
    tally.n++;
    if (isRight) tally.right++;
  };
  const match = (one: Match, isFound: boolean, isWanted: boolean): void => {
    if (isFound) one.found++;
    if (isWanted) one.wanted++;
    if (isFound && isWanted) one.both++;
  };
  return {
    blind: ({ example }, scores) => count(blind, bestOf(scores) === example.acts[0]),
    known: ({ example, language, group, index, text }, scores, isChase, showWrong) => {
      const best = bestOf(scores);
      const [main = "chat"] = example.acts;
      const isRight = best === main;
      count(known, isRight);
      count(any, example.acts.includes(best));
      count(tallyOf(languages, language), isRight);
      const confidence = scores[ACTS.indexOf(best)] ?? 0;
      for (const level of levels) if (confidence >= level.from) count(level, isRight);
      for (const act of ACTS) match(matchOf(acts, act), best === act, main === act);
      const adds = (scores[ACTS.length] ?? 0) < 0.5;
      match(nothing, !adds, example.addsNothing === true);
      if (!example.isOurs) {
        const asksAgain = best === "status_chase" && (scores[ACTS.length] ?? 0) >= 0.2;
        match(chases, asksAgain, main === "status_chase");
        if (isChase) count(marked, asksAgain);
      }
      if (!isRight && showWrong)
        wrong.push(`${group}:${index}\t${main} < ${best} ${confidence.toFixed(2)}\t${text.slice(0, 90)}`);
    },
    text: () =>
      [
        ...wrong,
        `without roles ${percent(blind)}; with roles ${percent(known)}, among all its acts ${percent(any)}`,
        `by confidence: ${levels.map((level) => `${level.from}+ ${percent(level)}`).join("; ")}`,
        [...languages].map(([language, tally]) => `${language} ${percent(tally)}`).join("; "),
        ...[...acts].map(([act, one]) => `${act}: ${describe(one)}`),
        `asks again, of a client: ${describe(chases)}; of the marked chases ${percent(marked)}`,
        `adds nothing: ${describe(nothing)}`,
      ].join("\n"),
  };
}

const bestOf = (scores: Float32Array): (typeof ACTS)[number] => ACTS[likeliest(scores)] ?? "chat";

const tallyOf = (among: Map<string, Tally>, name: string): Tally => {
  const tally = among.get(name) ?? { right: 0, n: 0 };
  among.set(name, tally);
  return tally;
};
const matchOf = (among: Map<string, Match>, name: string): Match => {
  const match = among.get(name) ?? { found: 0, wanted: 0, both: 0 };
  among.set(name, match);
  return match;
};

const percent = ({ right, n }: Tally): string => `${((100 * right) / Math.max(1, n)).toFixed(1)} % of ${n}`;
const describe = ({ found, wanted, both }: Match): string => {
  const precision = both / Math.max(1, found);
  const recall = both / Math.max(1, wanted);
  const f = (2 * precision * recall) / Math.max(1e-9, precision + recall);
  return `precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}, F ${f.toFixed(2)} (${wanted})`;
};
