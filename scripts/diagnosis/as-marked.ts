/** A labelled chat as its marks have it: what every stage before the requests should have found. */
import type { Reading, Thread } from "../../shared/diagnosis/diagnosis.ts";
import type { Found } from "../../shared/diagnosis/requests/read-requests.ts";
import { findShifts } from "../../shared/diagnosis/shifts/find-shifts.ts";
import type { TrainingChat } from "./training-chats.ts";

const ADDS = new Set(["request", "answer", "promise", "completion", "cancel"]);

/** `numbers`: of each thread, its number in the file. Boundaries are found, the hours are the marked ones. */
export function asMarked(training: TrainingChat): { found: Found; numbers: number[] } {
  const { chat, people, acts, due, hours, requestsOf } = training;
  const readings = acts.map(([act = "chat", ...also], index): Reading => {
    const addsNothing = ![act, ...also].some((one) => ADDS.has(one)) && chat.messages[index]?.kind === "text";
    return { act, also, confidence: 1, due: due[index] ?? null, addsNothing };
  });
  const byNumber = new Map<number, Thread>();
  for (const [index, numbers] of requestsOf.entries())
    for (const number of numbers) {
      const thread = byNumber.get(number) ?? { messages: [], confidence: [] };
      byNumber.set(number, thread);
      thread.messages.push(index);
      thread.confidence.push(1);
    }
  const shifts = { ...findShifts(chat, people), hours };
  return {
    found: { chat, people, readings, threads: [...byNumber.values()], shifts },
    numbers: [...byNumber.keys()],
  };
}
