import { expect, test } from "vitest";
import { matching, typedAfterSlash } from "./matching.ts";

const REPLIES = [
  { shortcut: "hours", title: "When we are open", text: "We are open from nine" },
  { shortcut: "open", title: "Opened", text: "Your request is open" },
  { shortcut: "thanks", title: "Thank you", text: "Glad to help" },
];

test("shortcuts that begin so come first, then titles, then texts", () => {
  expect(matching(REPLIES, "ope").map(({ shortcut }) => shortcut)).toEqual(["open", "hours"]);
  expect(matching(REPLIES, " GLAD ").map(({ shortcut }) => shortcut)).toEqual(["thanks"]);
  expect(matching(REPLIES, "")).toHaveLength(3);
  expect(matching(REPLIES, "xyz")).toEqual([]);
});

test("only a slash at the very start of a single line is a search", () => {
  expect(typedAfterSlash("/")).toBe("");
  expect(typedAfterSlash("/thank you")).toBe("thank you");
  expect(typedAfterSlash("see /thanks")).toBeNull();
  expect(typedAfterSlash("/a\nb")).toBeNull();
  expect(typedAfterSlash("/home/ana")).toBeNull();
  expect(typedAfterSlash("")).toBeNull();
});
