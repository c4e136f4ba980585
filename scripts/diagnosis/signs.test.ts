/** Requests, signs and verdict on the labelled chats, with people, acts and threads as marked: what is left is ours. */
import { expect, test } from "vitest";
import type { Reading, Thread } from "../../shared/diagnosis/diagnosis.ts";
import { readRequests } from "../../shared/diagnosis/requests/read-requests.ts";
import { findShifts } from "../../shared/diagnosis/shifts/find-shifts.ts";
import { conclude } from "../../shared/diagnosis/signs/conclude.ts";
import { readTrainingChats, type TrainingChat } from "./training-chats.ts";

const asMarked = (training: TrainingChat) => {
  const { chat, people, acts, due, hours, requestsOf } = training;
  const adds = new Set(["request", "answer", "promise", "completion", "cancel"]);
  const readings = acts.map(([act = "chat", ...also], index): Reading => {
    const addsNothing = ![act, ...also].some((one) => adds.has(one)) && chat.messages[index]?.kind === "text";
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
  return { found: { chat, people, readings, threads: [...byNumber.values()], shifts }, byNumber };
};
const chats = readTrainingChats().map((training) => ({ training, ...asMarked(training) }));

test("chases are those marked", () => {
  let [both, found, marked] = [0, 0, 0];
  for (const { training, found: given } of chats) {
    const chases = new Set(readRequests(given).flatMap(({ request }) => request.chases));
    both += [...chases].filter((index) => training.chases.has(index)).length;
    found += chases.size;
    marked += training.chases.size;
  }
  expect(marked).toBeGreaterThan(100);
  expect(both / found).toBeGreaterThan(0.97);
  expect(both / marked).toBeGreaterThan(0.97);
});

test("requests end as marked, and where", () => {
  let [all, right] = [0, 0];
  for (const { training, found, byNumber } of chats) {
    const numbers = [...byNumber.keys()];
    for (const [place, { request }] of readRequests(found).entries()) {
      const marked = training.resolved.find((one) => one.request === numbers[place]);
      all++;
      if (marked?.how === request.resolved && marked.at === request.resolvedAt) right++;
    }
  }
  expect(all).toBeGreaterThan(100);
  expect(right / all).toBeGreaterThan(0.9);
});

test.each(chats)("verdict on $training.name", ({ training, found }) => {
  const languages = { shares: { [training.language]: 1 }, unread: 0 };
  const { verdict, signs } = conclude({ ...found, people: training.people, languages });
  const of = ({ part, of }: { part: number; of: number }) => `${part} of ${of}`;
  const figures = [of(signs.contextDroppedAtShift.dropped), of(signs.reactiveFollowUp.reactive)];
  expect(verdict, [...figures, of(signs.bottleneck.hanging)].join(", ")).toBe(training.verdict);
});
