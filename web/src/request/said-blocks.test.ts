import { expect, test } from "vitest";
import { parseBlocks } from "./said-blocks.ts";

test("lines of one kind after each other are one block", () => {
  expect(parseBlocks("Hi\nthere\n> said\n> before\n- one\n* two\n3. three\n4. four")).toEqual([
    { kind: "plain", text: "Hi\nthere" },
    { kind: "quoted", text: "said\nbefore" },
    { kind: "bullets", items: ["one", "two"] },
    {
      kind: "numbers",
      items: [
        { number: 3, text: "three" },
        { number: 4, text: "four" },
      ],
    },
  ]);
});

test("code over several lines is kept as it is, with what stands around it", () => {
  expect(parseBlocks("See\n```a\n- b```\nthen")).toEqual([
    { kind: "plain", text: "See" },
    { kind: "code", text: "a\n- b" },
    { kind: "plain", text: "then" },
  ]);
});

test.each(["*bold* first", "-5 degrees", "1.5 litres", "2026. ", "a > b", "```one line```", ""])(
  "%j is plain",
  (text) => {
    expect(parseBlocks(text)).toEqual(text ? [{ kind: "plain", text }] : []);
  },
);
