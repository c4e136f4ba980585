import { expect, test } from "vitest";
import { foldWord, wordsOf } from "../../../shared/words/words.ts";
import { conceptsOf } from "./concepts.ts";
import { featuresOf } from "./features.ts";

const folded = (text: string): string[] => wordsOf(text).map((word) => word.folded);

test("the same word is the same however it is typed", () => {
  expect(folded("¡AYÚDAME porfaaaavor!")).toEqual(["ayudame", "porfaavor", "!"]);
  expect(folded("don’t Don't DONT")).toEqual(["dont", "dont", "dont"]);
  expect(folded("Straße ÅNGSTRÖM")).toEqual(["strasse", "angstrom"]);
  // Full-width letters, and an accent that stands behind its letter.
  expect(folded("ＡＢＣ cafe\u0301")).toEqual(["abc", "cafe"]);
});

test("Arabic is compared without vowel marks, tatweel and hamza seats", () => {
  expect(foldWord("مُكَيِّف")).toBe("مكيف");
  expect(foldWord("عـــطـــل")).toBe("عطل");
  expect([foldWord("أحمد"), foldWord("إحمد"), foldWord("آحمد")]).toEqual(["احمد", "احمد", "احمد"]);
  expect(foldWord("شقة")).toBe(foldWord("شقه"));
});

test("the vowel signs of Devanagari stay, for they are letters", () => {
  expect(foldWord("पानी")).not.toBe(foldWord("पनी"));
  expect(foldWord("ख़राब")).toBe(foldWord("खराब"));
});

test("digits count by how many they are, in any script", () => {
  expect(folded("1234 ١٢٣٤ 123456789")).toEqual(["0000", "0000", "00000"]);
});

test("scripts without spaces are cut letter by letter, and emojis are words", () => {
  expect(folded("水漏れ")).toEqual(["水", "漏", "れ"]);
  expect(folded("ok👍🏽 🚰?")).toEqual(["ok", "👍", "🚰", "?"]);
});

test("each block of features has its length, whatever the text", () => {
  for (const text of ["water", "water water water is coming through the ceiling, please hurry"]) {
    const { ids, values } = featuresOf(text);
    const length = (block: number): number =>
      Math.sqrt(values.reduce((sum, value, at) => sum + ((ids[at] ?? 0) % 2 === block ? value ** 2 : 0), 0));
    expect(length(0)).toBeCloseTo(1, 5);
    expect(length(1)).toBeCloseTo(1.3, 5);
    expect(new Set(ids).size).toBe(ids.length);
  }
  expect(featuresOf("").ids.length).toBe(0);
});

test("words of eight languages mean the same, and what only begins alike does not", () => {
  for (const word of ["leaking", "goteando", "vazando", "fuite", "bocor", "تسريب", "التسريب", "vuja"])
    expect(conceptsOf(foldWord(word)), word).toContain("leak");
  expect(conceptsOf("watering")).not.toContain("water");
});
