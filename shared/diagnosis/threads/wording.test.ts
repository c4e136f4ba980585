import { expect, it } from "vitest";
import type { Chat } from "../chat.ts";
import { Wording } from "./wording.ts";

function wordingOf(
  people: string[],
  texts: [by: number, text: string][],
  title: string | null = null,
): Wording {
  const chat: Chat = {
    title,
    platform: null,
    isGroup: true,
    people,
    messages: texts.map(([by, text], index) => ({
      index,
      at: index * 60_000,
      by,
      kind: "text",
      text,
      file: null,
      isEdited: false,
    })),
    dateOrder: { order: "YMD", certainty: "given", evidence: "given" },
    unreadable: { count: 0, first: [] },
  };
  return new Wording(chat);
}

const stemsOf = ({ begins, stems }: Wording, index: number): number[] => [
  ...stems.slice(begins[index], begins[index + 1]),
];

it("finds who is named, by a part of the name, by mention and by number", () => {
  const wording = wordingOf(
    ["Engr Bello VoltKing", "Mrs Adeleke", "+234 803 555 0142"],
    [
      [1, "is bello coming today?"],
      [0, "@Mrs Adeleke I am at the gate"],
      [0, "please @2348035550142 send your location"],
      [0, "Bello will come"],
    ],
    "VoltKing customers",
  );
  expect([0, 1, 2, 3].map((index) => wording.namedIn(index))).toEqual([[0], [1], [2], []]);
  expect(wording.addressedIn(1)).toBe(1);
  expect(wording.asks[0]).toBe(1);
});

it("takes a word with another ending, accents and other digits for the same", () => {
  const wording = wordingOf(
    ["a", "b"],
    [
      [0, "la lavadora perdió, piso 1204"],
      [1, "lavadoras perdio ١٢٠٤"],
    ],
  );
  const [one, other] = [stemsOf(wording, 0), stemsOf(wording, 1)];
  expect(other.every((stem) => one.includes(stem))).toBe(true);
  expect(other.filter((stem) => wording.isFigure(stem))).toHaveLength(1);
});

it("holds a clock time for no figure and small talk for nothing rare", () => {
  const wording = wordingOf(
    ["a", "b"],
    [
      [0, "thanks, at 10:30"],
      [1, "generator"],
      ...Array.from({ length: 200 }, (): [number, string] => [0, "ok"]),
    ],
  );
  expect(stemsOf(wording, 0).some((stem) => wording.isFigure(stem) || wording.rarity(stem) > 0)).toBe(false);
  expect(stemsOf(wording, 1).map((stem) => wording.rarity(stem) > 0.7)).toEqual([true]);
});
