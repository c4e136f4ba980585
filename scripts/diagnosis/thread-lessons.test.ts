import { expect, it } from "vitest";
import { findThreads } from "../../shared/diagnosis/threads/find-threads.ts";
import { agreementOf, directChatsOf, goldReadings, inFigures, type Labelled } from "./thread-lessons.ts";
import { readTrainingChats } from "./training-chats.ts";

const threadOf = (...messages: number[]) => ({ messages, confidence: messages.map(() => 1) });

it("counts pairs that stand together in both, a message in two requests in both of them", () => {
  const requestsOf = [[1], [1, 2], [2], []];
  const agreement = agreementOf({ requestsOf }, [threadOf(0, 1, 2)]);
  expect(agreement).toMatchObject({ together: 2, gold: 2, found: 3, goldRequests: 2, foundRequests: 1 });
  expect(inFigures(agreement)).toMatchObject({ precision: 2 / 3, recall: 1 });
});

it("finds again what the shipped weights were learnt from, in groups and in direct chats", () => {
  const chats: Labelled[] = readTrainingChats().map((one) => ({ ...one, readings: goldReadings(one) }));
  const mean = (all: readonly Labelled[]): number =>
    all.reduce(
      (sum, one) =>
        sum + inFigures(agreementOf(one, findThreads(one.chat, one.people, one.readings))).f / all.length,
      0,
    );
  expect(mean(chats)).toBeGreaterThan(0.85);
  const direct = chats.flatMap(directChatsOf);
  expect(direct.length).toBeGreaterThan(50);
  expect(mean(direct)).toBeGreaterThan(0.8);
});
