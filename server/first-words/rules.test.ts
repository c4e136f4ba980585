import { expect, test } from "vitest";
import {
  clockOf,
  type FirstWordSettings,
  firstWordFor,
  type HeardMessage,
  isOpen,
  isTimeZone,
  localTime,
  minutesOf,
  textFor,
} from "./rules.ts";

const WEEK = [1, 2, 3, 4, 5].map((day) => [day, 9 * 60, 18 * 60] as const);
const settings = (more: Partial<FirstWordSettings> = {}): FirstWordSettings => ({
  greets: true,
  answersWhenShut: true,
  timeZone: "Europe/Madrid",
  opening: WEEK,
  ...more,
});
/** A Tuesday, 11:00 in Madrid. */
const OPEN = new Date("2026-03-03T10:00:00Z");
/** The same evening, 22:00. */
const SHUT = new Date("2026-03-03T21:00:00Z");
const heard = (saidAt: Date, more: Partial<HeardMessage> = {}): HeardMessage => ({
  kind: "text",
  cameBy: "webhook",
  saidAt,
  isGroup: false,
  isRevoked: false,
  contactKinds: ["client"],
  isBlocked: false,
  lastBefore: null,
  staffSaidAt: null,
  said: {},
  ...more,
});
const minutes = (at: Date, by: number) => new Date(at.getTime() + by * 60_000);
const said = (
  message: HeardMessage,
  more: Partial<FirstWordSettings> = {},
  now = minutes(message.saidAt, 0.1),
) => firstWordFor(settings(more), message, now);

test("whoever writes for the first time is greeted, at night told the hours instead", () => {
  expect(said(heard(OPEN))).toBe("greeting");
  expect(said(heard(SHUT))).toBe("when_shut");
});

test("each can be switched off", () => {
  expect(said(heard(OPEN), { greets: false })).toBeNull();
  expect(said(heard(SHUT), { answersWhenShut: false })).toBe("greeting");
  expect(said(heard(SHUT), { answersWhenShut: false, greets: false })).toBeNull();
});

test("whoever was here within two weeks is not greeted, but told that we are shut", () => {
  expect(said(heard(OPEN, { lastBefore: minutes(OPEN, -13 * 24 * 60) }))).toBeNull();
  expect(said(heard(OPEN, { lastBefore: minutes(OPEN, -14 * 24 * 60) }))).toBe("greeting");
  expect(said(heard(SHUT, { lastBefore: minutes(SHUT, -60) }))).toBe("when_shut");
});

test("what comes late gets no answer", () => {
  expect(said(heard(SHUT), {}, minutes(SHUT, 15))).toBe("when_shut");
  expect(said(heard(SHUT), {}, minutes(SHUT, 16))).toBeNull();
  expect(said(heard(SHUT), {}, minutes(SHUT, 3 * 24 * 60))).toBeNull();
});

test.each([
  ["an echo", { cameBy: "echo" }],
  ["history", { cameBy: "history" }],
  ["standby", { cameBy: "standby" }],
  ["a group", { isGroup: true }],
  ["a placeholder", { kind: "unsupported" }],
  ["a change of number", { kind: "system" }],
  ["something unknown", { kind: "unknown" }],
  ["what was taken back", { isRevoked: true }],
  ["a worker", { contactKinds: ["worker"] }],
  ["somebody blocked", { isBlocked: true }],
])("%s gets none", (_, more) => {
  expect(said(heard(SHUT, more))).toBeNull();
  expect(said(heard(OPEN, more))).toBeNull();
});

test("nobody is interrupted: not when one of ours has just written, nor when they answered meanwhile", () => {
  expect(said(heard(SHUT, { staffSaidAt: minutes(SHUT, -29) }))).toBeNull();
  expect(said(heard(SHUT, { staffSaidAt: minutes(SHUT, 0.05) }))).toBeNull();
  expect(said(heard(SHUT, { staffSaidAt: minutes(SHUT, -31) }))).toBe("when_shut");
});

test("never twice in a day, by the day of the number's own zone", () => {
  const evening = new Date("2026-03-03T18:00:00Z");
  expect(said(heard(SHUT, { said: { when_shut: evening } }))).toBeNull();
  // 23:30 and 00:10 are two days but one evening.
  const late = new Date("2026-03-03T22:30:00Z");
  expect(localTime(late, "Europe/Madrid").day).toBe("2026-03-03");
  const past = new Date("2026-03-03T23:10:00Z");
  expect(localTime(past, "Europe/Madrid").day).toBe("2026-03-04");
  expect(said(heard(past, { said: { when_shut: late } }))).toBeNull();
  expect(said(heard(new Date("2026-03-04T19:00:00Z"), { said: { when_shut: late } }))).toBe("when_shut");
  // Seven hours apart, and still the same day there.
  const morning = new Date("2026-03-03T05:00:00Z");
  expect(said(heard(new Date("2026-03-03T20:00:00Z"), { said: { when_shut: morning } }))).toBeNull();
  // The day in Los Angeles is another than in Madrid.
  const zone = { timeZone: "America/Los_Angeles", opening: [] };
  expect(
    said(
      heard(new Date("2026-03-04T07:30:00Z"), { said: { when_shut: new Date("2026-03-03T08:30:00Z") } }),
      zone,
    ),
  ).toBeNull();
});

test("one kind does not use up the other", () => {
  expect(said(heard(SHUT, { said: { greeting: OPEN }, lastBefore: OPEN }))).toBe("when_shut");
});

test("a span begins with its first minute and ends before its last", () => {
  const at = (text: string) => isOpen(settings(), new Date(text));
  expect(at("2026-03-03T07:59:59Z")).toBe(false);
  expect(at("2026-03-03T08:00:00Z")).toBe(true);
  expect(at("2026-03-03T16:59:59Z")).toBe(true);
  expect(at("2026-03-03T17:00:00Z")).toBe(false);
  expect(at("2026-03-07T10:00:00Z")).toBe(false);
});

test("hours follow the clock on the wall when summer time begins and ends", () => {
  // Madrid: UTC+1 until 29 March 2026, 02:00; UTC+2 until 25 October, 03:00.
  const monday = (text: string) => isOpen(settings(), new Date(text));
  expect(monday("2026-03-23T08:00:00Z")).toBe(true);
  expect(monday("2026-03-30T07:00:00Z")).toBe(true);
  expect(monday("2026-03-30T16:00:00Z")).toBe(false);
  expect(monday("2026-10-26T07:00:00Z")).toBe(false);
  expect(monday("2026-10-26T08:00:00Z")).toBe(true);
  // The hour that is not there, and the one that is there twice.
  expect(localTime(new Date("2026-03-29T01:00:00Z"), "Europe/Madrid").minute).toBe(180);
  expect(localTime(new Date("2026-10-25T00:30:00Z"), "Europe/Madrid").minute).toBe(150);
  expect(localTime(new Date("2026-10-25T01:30:00Z"), "Europe/Madrid").minute).toBe(150);
});

test("several spans a day, and one until midnight", () => {
  const opening = [
    [2, 9 * 60, 13 * 60],
    [2, 16 * 60, 24 * 60],
  ] as const;
  const at = (text: string) => isOpen({ timeZone: "UTC", opening }, new Date(text));
  expect([at("2026-03-03T12:00:00Z"), at("2026-03-03T14:00:00Z"), at("2026-03-03T23:59:00Z")]).toEqual([
    true,
    false,
    true,
  ]);
});

test("the text is in their language, else in the one for everybody", () => {
  const texts = { en: "Hello", es: "Hola" };
  expect(textFor(texts, "es-MX", "en")).toBe("Hola");
  expect(textFor(texts, "ar", "en")).toBe("Hello");
  expect(textFor(texts, null, "es")).toBe("Hola");
  expect(textFor({ es: "Hola" }, "ar", "en")).toBe("Hola");
  expect(textFor({ en: "" }, null, "en")).toBeNull();
});

test("times and zones are read", () => {
  expect([minutesOf("09:30"), minutesOf("24:00"), clockOf(570), clockOf(1440)]).toEqual([
    570,
    1440,
    "09:30",
    "24:00",
  ]);
  expect([isTimeZone("Asia/Dubai"), isTimeZone("Mars/Base")]).toEqual([true, false]);
});
