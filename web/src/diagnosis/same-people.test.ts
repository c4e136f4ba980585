import { expect, test } from "vitest";
import { readExport } from "../../../shared/diagnosis/export/read-export.ts";
import { joinPeople } from "./same-people.ts";

const chat = readExport(
  ["Ana", "Baraka", "Baraka 2", "Cleo", "Baraka 3"]
    .map((name, n) => `23/05/2026, 10:0${n} - ${name}: message ${n}`)
    .join("\n"),
);
const spoke = (of: typeof chat) => of.messages.map(({ by }) => (by === null ? null : of.people[by]));

test("what one said under two names is said by the first of them", () => {
  const joined = joinPeople(chat, [["Baraka", "Baraka 2"]]);
  expect(joined.people).toEqual(["Ana", "Baraka", "Cleo", "Baraka 3"]);
  expect(spoke(joined)).toEqual(["Ana", "Baraka", "Baraka", "Cleo", "Baraka 3"]);
});

test("three names in any order of saying so are one", () => {
  const joined = joinPeople(chat, [
    ["Baraka 2", "Baraka 3"],
    ["Baraka", "Baraka 2"],
  ]);
  expect(spoke(joined)).toEqual(["Ana", "Baraka", "Baraka", "Cleo", "Baraka"]);
});

test("said both ways round, twice, or of nobody, it changes nothing more", () => {
  expect(joinPeople(chat, [])).toBe(chat);
  expect(joinPeople(chat, [["Ana", "Nobody"]])).toBe(chat);
  const joined = joinPeople(chat, [
    ["Ana", "Cleo"],
    ["Cleo", "Ana"],
    ["Ana", "Cleo"],
  ]);
  expect(joined.people).toEqual(["Ana", "Baraka", "Baraka 2", "Baraka 3"]);
});
