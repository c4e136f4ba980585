import { expect, test } from "vitest";
import { MINUTE } from "../../measures/business-time.ts";
import type { Chat, MessageKind } from "../chat.ts";
import { perhapsTheSame } from "./same-person.ts";

/** [who, minutes since the one before]; a null name is WhatsApp's own line with that text. */
function chatOf(people: string[], said: [string | null, number, string?][]): Chat {
  let at = Date.UTC(2026, 10, 23, 9);
  return {
    ...{ title: null, platform: null, isGroup: true, people },
    messages: said.map(([who, minutes, text], index) => {
      at += minutes * MINUTE;
      const kind: MessageKind = who === null ? "system" : "text";
      return {
        index,
        at,
        kind,
        by: who === null ? null : people.indexOf(who),
        text: text ?? "hello",
        file: null,
        isEdited: false,
      };
    }),
    dateOrder: { order: "YMD", certainty: "given", evidence: "given" },
    unreadable: { count: 0, first: [] },
  };
}

const quiet = (people: string[]): Chat =>
  chatOf(
    people,
    people.map((who) => [who, 500]),
  );

test.each([
  ["Baraka", "Baraka 2"],
  ["Baraka", "~ Baraka"],
  ["Ana Ruiz", "Ana Ruíz (nuevo)"],
  ["Pak Asep", "Pak Asep baru"],
  ["Ngozi", "ngozi"],
])("%s and %s are perhaps one", (one, other) => {
  expect(perhapsTheSame(quiet([one, other, "Zoe"]))).toEqual([1, 0, null]);
});

test.each([
  ["Apt 1", "Apt 2"],
  ["Driver 12", "Driver 13"],
  ["Ana Ruiz", "Ana Gómez"],
  ["+971 50 123 4567", "+971 50 123 4568"],
  ["Baraka", "Baraka Juma"],
])("%s and %s are two", (one, other) => {
  expect(perhapsTheSame(quiet([one, other, "Zoe"]))).toEqual([null, null, null]);
});

test("two who answer each other within minutes are two, whatever their names", () => {
  const talk: [string, number][] = ["Ali", "Ali 2", "Ali", "Ali 2", "Ali"].map((who) => [who, 3]);
  expect(perhapsTheSame(chatOf(["Ali", "Ali 2"], talk))).toEqual([null, null]);
});

test("a changed number joins the two numbers that the line names", () => {
  const people = ["+1 202 555 0101", "+1 202 555 0199", "Zoe"];
  const chat = chatOf(people, [
    ["+1 202 555 0101", 10],
    [null, 10, "+1 202 555 0101 changed to +1 202 555 0199"],
    ["+1 202 555 0199", 500],
    ["Zoe", 500],
  ]);
  expect(perhapsTheSame(chat)).toEqual([1, 0, null]);
});

test("a name whose number changed is perhaps the next bare number, once the name falls silent", () => {
  const people = ["Ana", "Zoe", "+1 202 555 0199"];
  const changed: [null, number, string] = [
    null,
    10,
    "Ana changed their phone number to a new number. Tap to message or add the new number.",
  ];
  const before: [string, number][] = [
    ["Ana", 10],
    ["Zoe", 10],
  ];
  const after: [string, number][] = [["+1 202 555 0199", 600]];
  expect(perhapsTheSame(chatOf(people, [...before, changed, ...after]))).toEqual([2, null, 0]);
  expect(perhapsTheSame(chatOf(people, [...before, changed, ...after, ["Ana", 600]]))).toEqual([
    null,
    null,
    null,
  ]);
  expect(perhapsTheSame(chatOf(people, [...before, ...after]))).toEqual([null, null, null]);
});
