import { expect, test } from "vitest";
import { findWords } from "./spoken-words.ts";

const said = (text: string, ...words: string[]) =>
  findWords(text, words).map(({ from, to }) => text.slice(from, to));

test("words are found whole, whatever their case, in any script", () => {
  expect(said("The Tap drips, the tapestry is dry", "tap", "drips")).toEqual(["Tap", "drips"]);
  expect(said("الماي ينزل من سقف المطبخ", "سقف المطبخ", "سقف")).toEqual(["سقف المطبخ"]);
  expect(said("क्या कल सुबह आ सकता है", "कल सुबह")).toEqual(["कल सुबह"]);
});

test("what is not there is not found, and one letter alone is no word", () => {
  expect(said("a b c", "a", "gas")).toEqual([]);
});
