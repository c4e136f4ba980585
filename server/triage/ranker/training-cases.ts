/** The cases that the shipped weights were learnt from: the command's format, with what was right. */
import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { AttachInput, Decision } from "./attach-input.ts";
import { AttachLine, inputOfLine } from "./attach-line.ts";
import { candidatesOf } from "./features.ts";
import { setScene } from "./scene.ts";
import type { Lesson } from "./weights.ts";

const FOLDER = new URL("./training/", import.meta.url);

const TrainingCase = AttachLine.extend({
  id: z.string(),
  /** Cases of one scene know the same requests, of one topic are alike in several languages: held out together. */
  scene: z.string(),
  topic: z.string(),
  lang: z.string(),
  gold: z.string(),
  kind: z.enum(["opens", "belongs", "answers", "chase", "no_request"]),
  /** Who said the last message of each open request, in their order. */
  last_by: z.array(z.enum(["us", "client"])),
});
export type TrainingCase = z.infer<typeof TrainingCase>;

export function readTrainingCases(): TrainingCase[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".jsonl"))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, FOLDER), "utf8").split("\n"))
    .filter(Boolean)
    .map((line) => TrainingCase.parse(JSON.parse(line)));
}

/** With who spoke last or, as the command has it, without. */
export function inputOf(training: TrainingCase, knowsWho: boolean): AttachInput {
  const input = inputOfLine(training);
  if (!knowsWho) return input;
  return {
    ...input,
    openRequests: input.openRequests.map((request, at) => ({
      ...request,
      lastMessageBy: training.last_by[at] ?? null,
    })),
  };
}

export function lessonOf(
  input: AttachInput,
  gold: Decision,
  { tones, weight = 1 }: { tones: readonly number[]; weight?: number },
): Lesson {
  const candidates = candidatesOf(setScene(input, [...tones]));
  return { candidates, right: candidates.findIndex(({ decision }) => decision === gold), weight };
}
