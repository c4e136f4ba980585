/** The cases that the shipped weights were learnt from: the command's format, with what was right. */
import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { AttachInput, Decision } from "./attach-input.ts";
import { candidatesOf } from "./features.ts";
import { setScene } from "./scene.ts";
import type { Lesson } from "./weights.ts";

const FOLDER = new URL("./training/", import.meta.url);

const TrainingCase = z.object({
  id: z.string(),
  /** Cases of one scene know the same requests: they are held out together. */
  scene: z.string(),
  lang: z.string(),
  open_requests: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      last_message: z.string(),
      last_by: z.enum(["us", "client"]),
      opened_minutes_ago: z.number(),
      last_event_minutes_ago: z.number(),
    }),
  ),
  message: z.object({
    text: z.string(),
    quotes_request: z.string().nullable(),
    minutes_since_client_last: z.number().nullable(),
  }),
  gold: z.string(),
  kind: z.enum(["opens", "belongs", "answers", "chase", "no_request"]),
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
export function inputOf({ open_requests, message }: TrainingCase, knowsWho: boolean): AttachInput {
  return {
    openRequests: open_requests.map((request) => ({
      id: request.id,
      title: request.title,
      lastMessage: request.last_message,
      lastMessageBy: knowsWho ? request.last_by : null,
      openedMinutesAgo: request.opened_minutes_ago,
      lastEventMinutesAgo: request.last_event_minutes_ago,
    })),
    message: {
      text: message.text,
      quotesRequest: message.quotes_request,
      minutesSinceClientLast: message.minutes_since_client_last,
    },
  };
}

export function lessonOf(input: AttachInput, gold: Decision, weight = 1): Lesson {
  const candidates = candidatesOf(setScene(input));
  return { candidates, right: candidates.findIndex(({ decision }) => decision === gold), weight };
}
