/**
 * The whole diagnosis of each labelled chat by what was learnt from the others, against its marks:
 * node_modules/.bin/node scripts/diagnosis/held-out.ts [--wrong] [--only=NAME] [--keep=FOLDER]
 * `--wrong`: with every chase, promise and crossing that is not as marked. `--keep`: what was learnt stays there and is
 * used again; only rules may have changed meanwhile.
 */
import type { Diagnosis } from "../../shared/diagnosis/diagnosis.ts";
import { conclude } from "../../shared/diagnosis/signs/conclude.ts";
import { asMarked } from "./as-marked.ts";
import { diagnoseHeld, FOLDS, learnWithoutEach } from "./held-learning.ts";
import { wrongIn } from "./held-wrong.ts";
import { agreementOf, inFigures } from "./thread-lessons.ts";
import { readTrainingChats } from "./training-chats.ts";

const option = (name: string): string | null =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? null;

type Match = { found: number; wanted: number; both: number };
const match = (found: ReadonlySet<number>, wanted: ReadonlySet<number>): Match => ({
  found: found.size,
  wanted: wanted.size,
  both: [...found].filter((one) => wanted.has(one)).length,
});
const sumOf = (all: readonly Match[]): Match =>
  all.reduce(
    (sum, one) => ({
      found: sum.found + one.found,
      wanted: sum.wanted + one.wanted,
      both: sum.both + one.both,
    }),
    { found: 0, wanted: 0, both: 0 },
  );
const inShares = ({ found, wanted, both }: Match): string =>
  `${(both / found).toFixed(2)}/${(both / wanted).toFixed(2)}`;
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const sign = (one: { part: number; of: number; low: number }): string =>
  `${one.part}/${one.of} (${one.low.toFixed(2)})`;

const chats = readTrainingChats();
const learnt = learnWithoutEach(chats, option("keep"));
const rows = chats.flatMap((training, at) => {
  const knows = learnt[at % FOLDS];
  if (!knows || !training.name.includes(option("only") ?? "")) return [];
  const held = diagnoseHeld(training, knows);
  const { found, threads } = held;
  const { found: given } = asMarked(training);
  const truth = conclude({
    ...given,
    people: training.people,
    languages: { shares: { [training.language]: 1 }, unread: 0 },
  });
  const sets = (diagnosis: Diagnosis) => ({
    chases: new Set(diagnosis.requests.flatMap(({ chases }) => chases)),
    promises: new Set(diagnosis.requests.flatMap(({ promises }) => promises.map(({ message }) => message))),
    timed: new Set(
      diagnosis.requests.flatMap(({ promises }) =>
        promises.flatMap(({ message, due }) => (due === null ? [] : [message])),
      ),
    ),
  });
  const [ours, theirs] = [sets(found), sets(truth)];
  const { f } = inFigures(agreementOf(training, threads));
  const row = {
    f,
    ratio: found.requests.length / Math.max(1, truth.requests.length),
    chases: match(ours.chases, training.chases),
    promises: match(ours.promises, theirs.promises),
    timed: match(ours.timed, theirs.timed),
    sides: mean(
      found.people.map(({ role }, person) =>
        Number((role === "client") === (training.people[person]?.role === "client")),
      ),
    ),
    dropped: [found.signs.contextDroppedAtShift.dropped, truth.signs.contextDroppedAtShift.dropped],
    isRight: found.verdict === training.verdict,
  };
  const signs = (diagnosis: Diagnosis) => {
    const { contextDroppedAtShift: shift, reactiveFollowUp: reactive, bottleneck } = diagnosis.signs;
    const risk = shift.risk === null ? "" : ` rr ${shift.risk.low.toFixed(1)}`;
    return `shift ${sign(shift.dropped)}${risk} after chase ${sign(reactive.reactive)} hang ${sign(bottleneck.hanging)}`;
  };
  console.log(
    `${row.isRight ? " " : "!"} ${training.name.padEnd(26)} F ${f.toFixed(2)} requests ${found.requests.length}/${truth.requests.length}` +
      ` chases ${inShares(row.chases)} of ${row.chases.wanted} promises ${inShares(row.promises)} sides ${row.sides.toFixed(2)}` +
      `\n    found  ${signs(found)} ${found.verdict}\n    marked ${signs(truth)} ${training.verdict}`,
  );
  if (process.argv.includes("--wrong")) console.log(wrongIn(training, held, truth));
  return [row];
});
const shifts = rows.filter(({ dropped: [, marked] }) => (marked?.of ?? 0) > 0);
console.log(
  [
    `${rows.length} chats: F ${mean(rows.map(({ f }) => f)).toFixed(3)}, requests off by ${mean(rows.map(({ ratio }) => Math.abs(ratio - 1))).toFixed(3)}, sides ${mean(rows.map(({ sides }) => sides)).toFixed(3)}`,
    `chases P/R ${inShares(sumOf(rows.map(({ chases }) => chases)))}, promises ${inShares(sumOf(rows.map(({ promises }) => promises)))}, with a time ${inShares(sumOf(rows.map(({ timed }) => timed)))}`,
    `crossed ${shifts.map(({ dropped: [found, marked] }) => `${found?.of}/${marked?.of}`).join(" ")}`,
    `dropped ${shifts.map(({ dropped: [found, marked] }) => `${found?.part}/${marked?.part}`).join(" ")}`,
    `verdict right in ${rows.filter(({ isRight }) => isRight).length}`,
  ].join("\n"),
);
