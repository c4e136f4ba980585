import { expect, test } from "vitest";
import { openPaceWindow } from "./pace-window.ts";

type Told = { left: number[]; arrived: number[] };

/** As fast as it lets go, for so long; each answer takes what `answerMs` says, and comes when the loop is not asleep. */
function run(
  perSecond: number,
  ms: number,
  answerMs: (n: number) => number,
  asleep: (at: number) => boolean,
): Told {
  const window = openPaceWindow();
  const told: Told = { left: [], arrived: [] };
  let answers: { at: number; answered: (at: number) => void }[] = [];
  for (let at = 0; at < ms; at += 1) {
    if (asleep(at)) continue;
    for (const { answered } of answers.filter((answer) => answer.at <= at)) answered(at);
    answers = answers.filter((answer) => answer.at > at);
    while (window.waitMs(at, perSecond) === 0) {
      const took = answerMs(told.left.length);
      told.left.push(at);
      // Anywhere on its way.
      told.arrived.push(at + took * ((told.left.length % 10) / 10));
      answers.push({ at: at + took, answered: window.leave(at, perSecond) });
    }
  }
  return told;
}

function mostInASecond(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.max(...sorted.map((from, n) => sorted.slice(n).filter((at) => at < from + 1_000).length));
}

const awake = () => false;

test.each([20, 80, 1_000])("at %i a second no second holds more, and 98 of 100 leave", (perSecond) => {
  const { left, arrived } = run(perSecond, 5_000, () => 6, awake);
  expect(mostInASecond(arrived)).toBeLessThanOrEqual(perSecond);
  expect(left.length / 5).toBeGreaterThanOrEqual(0.98 * perSecond);
});

test("stalls here and at WhatsApp bring no more into any second, and are made good", () => {
  const stalls = (at: number) => at % 1_300 < 80;
  const { left, arrived } = run(200, 8_000, (n) => (n % 300 === 0 ? 150 : 8), stalls);
  expect(mostInASecond(arrived)).toBeLessThanOrEqual(200);
  expect(left.length / 8).toBeGreaterThanOrEqual(0.96 * 200);
});

test("the slow answers of a host far away cost no pace", () => {
  const { left } = run(80, 6_000, () => 250, awake);
  expect(left.length / 6).toBeGreaterThanOrEqual(0.95 * 80);
});

test("a host near by that is busy is not taken for one far away", () => {
  const { arrived } = run(200, 6_000, (n) => (n % 400 === 0 ? 3 : 45), awake);
  expect(mostInASecond(arrived)).toBeLessThanOrEqual(200);
});

test("messages leave evenly: after a stall a little faster, not all at once", () => {
  const { left } = run(
    100,
    3_000,
    () => 5,
    (at) => at > 500 && at < 900,
  );
  expect(left.filter((at) => at >= 900 && at < 1_000).length).toBeLessThanOrEqual(14);
});

test("answers that never come hold up the number for seconds, not for ever", () => {
  const window = openPaceWindow();
  for (let n = 0; n < 20; n++) window.leave(n * 50, 20);
  expect(window.waitMs(2_000, 20)).toBe(2_002);
  expect(window.waitMs(4_002, 20)).toBe(0);
  expect(window.inside(6_000)).toBe(0);
});

test("what another process sent a moment ago counts", () => {
  const window = openPaceWindow();
  window.carry(80, 700);
  expect(window.waitMs(0, 80)).toBe(700);
  expect(window.waitMs(700, 80)).toBe(0);
});
