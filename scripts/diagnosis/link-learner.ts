/** Learns from labelled chats which message belongs to which request. */
import { FEATURES } from "../../shared/diagnosis/threads/columns.ts";
import type { Ranker } from "../../shared/diagnosis/threads/ranker.ts";
import { type Fit, fitRanker, Lessons } from "./fit-ranker.ts";
import { addLessons, directChatsOf, type Labelled } from "./thread-lessons.ts";

export const FIT: Fit = { width: 0, rounds: 15, pace: 0.02, cost: 0.05 };
/** Scores come out too sure of themselves: with this, what is said to hold in 80 of 100 does so on chats never seen. */
const SHARPNESS = 0.75;

/** From these chats, and from the direct chats cut out of them. */
export function learnLinks(from: readonly Labelled[], fit: Fit = FIT): Ranker {
  const lessons = new Lessons();
  for (const one of [...from, ...from.flatMap(directChatsOf)]) addLessons(lessons, one);
  return { ...fitRanker(FEATURES, lessons, fit), sharpness: SHARPNESS };
}
