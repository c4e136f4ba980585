/** The whole diagnosis of a chat that has been read: who is who, what each message does, requests, signs, advice. Pure. */
import { languagesOf, readMessages, settleReadings } from "./acts/read-messages.ts";
import type { Chat } from "./chat.ts";
import type { Corrections, Diagnosis } from "./diagnosis.ts";
import { guessRoles } from "./people/guess-roles.ts";
import { findShifts } from "./shifts/find-shifts.ts";
import { conclude } from "./signs/conclude.ts";
import { findThreads } from "./threads/find-threads.ts";

/** What is being done, as the report names it while one waits. */
export const STAGES = ["words", "people", "shifts", "acts", "requests", "signs"] as const;
export type Stage = (typeof STAGES)[number];

/** Where each stage begins, of the whole: measured on a chat of a million messages, each of other words. */
const BEGINS: Record<Stage, number> = {
  words: 0,
  people: 0.21,
  shifts: 0.25,
  acts: 0.35,
  requests: 0.49,
  signs: 0.85,
};

/** `onProgress` is told before each stage, with the share that lies behind (0 to 1), and at the end with 1. */
export function diagnose(
  chat: Chat,
  corrections: Corrections,
  onProgress?: (share: number, stage: Stage) => void,
): Diagnosis {
  const begin = (stage: Stage): void => onProgress?.(BEGINS[stage], stage);
  begin("words");
  const raw = readMessages(chat);
  begin("people");
  const people = guessRoles(chat, raw, corrections);
  begin("shifts");
  const shifts = findShifts(chat, people);
  begin("acts");
  const readings = settleReadings(raw, chat, people, shifts.hours);
  begin("requests");
  const threads = findThreads(chat, people, readings);
  begin("signs");
  const diagnosis = conclude({
    chat,
    people,
    languages: languagesOf(raw),
    readings,
    threads,
    shifts,
  });
  onProgress?.(1, "signs");
  return diagnosis;
}
