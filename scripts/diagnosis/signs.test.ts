/** Requests, signs and verdict on the labelled chats, with people, acts and threads as marked: what is left is ours. */
import { expect, test } from "vitest";
import { readRequests } from "../../shared/diagnosis/requests/read-requests.ts";
import { conclude } from "../../shared/diagnosis/signs/conclude.ts";
import { asMarked } from "./as-marked.ts";
import { readTrainingChats } from "./training-chats.ts";

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
  for (const { training, found, numbers } of chats) {
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
