/** Learns the weights from the training cases, and tells by held-out topics how far they can be trusted. Pure. */
import { type Heard, hear, learnToHear, TONES, type Tone } from "../../../shared/words/tone.ts";
import { inputOf, lessonOf, type TrainingCase } from "./training-cases.ts";
import { fitSharpness, type Held, report, thresholdOf } from "./validation.ts";
import { fitWeights, type Lesson, type RankerWeights, scoreOf } from "./weights.ts";

const FOLDS = 8;

/** Of each case, by its id: how it sounds to weights that have not seen its topic. */
export type HeldTones = Record<string, number[]>;

const TONE_OF: Record<TrainingCase["kind"], Tone> = {
  opens: "new",
  no_request: "none",
  belongs: "goes_on",
  answers: "goes_on",
  chase: "goes_on",
};

export const toneExamples = (cases: readonly TrainingCase[]): Heard<Tone>[] =>
  cases.map(({ message, kind }) => ({ text: message.text ?? "", label: TONE_OF[kind], weight: 1 }));

export function holdOutTones(cases: readonly TrainingCase[], seed: readonly Heard[]): HeldTones {
  const held: HeldTones = {};
  for (const { kept, out } of folds(cases)) {
    const weights = learnToHear([...seed, ...toneExamples(kept)], TONES);
    for (const { id, message } of out)
      held[id] = hear(weights, message.text ?? "").map((value) => Math.round(value * 1000) / 1000);
  }
  return held;
}

/** Topics, each of its cases in all languages, are held out by turns. */
function folds(cases: readonly TrainingCase[]): { kept: TrainingCase[]; out: TrainingCase[] }[] {
  const topics = [...new Set(cases.map(({ topic }) => topic))];
  return Array.from({ length: FOLDS }, (_, fold) => {
    const isOut = ({ topic }: TrainingCase): boolean => topics.indexOf(topic) % FOLDS === fold;
    return { kept: cases.filter((one) => !isOut(one)), out: cases.filter(isOut) };
  });
}

/** Each case as the command has it and, half as heavy, with who spoke last. */
const lessonsOf = (cases: readonly TrainingCase[], tones: HeldTones): Lesson[] =>
  cases.flatMap((one) => [
    lessonOf(inputOf(one, false), one.gold, { tones: tones[one.id] ?? [] }),
    lessonOf(inputOf(one, true), one.gold, { tones: tones[one.id] ?? [], weight: 0.5 }),
  ]);

export const learnRanker = (cases: readonly TrainingCase[], tones: HeldTones): RankerWeights["weights"] =>
  fitWeights(lessonsOf(cases, tones));

/** Every topic is judged by weights that did not see it, in any language. */
export function validate(
  cases: readonly TrainingCase[],
  tones: HeldTones,
): Pick<RankerWeights, "sharpness" | "keepFrom"> & { report: string } {
  const held: Held[] = folds(cases).flatMap(({ kept, out }) => {
    const weights = learnRanker(kept, tones);
    return out.map((one) => {
      const { candidates, right } = lessonOf(inputOf(one, false), one.gold, { tones: tones[one.id] ?? [] });
      return { one, right, scores: candidates.map((candidate) => scoreOf(weights, candidate)) };
    });
  });
  const sharpness = fitSharpness(held);
  const keepFrom = thresholdOf(held, sharpness);
  return { sharpness, keepFrom, report: report(held, { sharpness, keepFrom }) };
}
