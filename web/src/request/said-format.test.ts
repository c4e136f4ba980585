import { expect, test } from "vitest";
import { parseSaid, type Said } from "./said-format.ts";

/** The tree as a line, so that a test reads as what is seen. */
const shown = (parts: readonly Said[]): string =>
  parts
    .map((part) => {
      switch (part.kind) {
        case "text":
          return part.text;
        case "link":
          return `<${part.href}>`;
        case "mono":
          return `mono(${part.text})`;
        default:
          return `${part.kind}(${shown(part.parts)})`;
      }
    })
    .join("");

test.each([
  ["*now*, please", "bold(now), please"],
  ["_a_ and ~b~", "italic(a) and struck(b)"],
  ["*very _very_ late*", "bold(very italic(very) late)"],
  ["```a * b```", "mono(a * b)"],
  ["code `x_y_z` here", "mono(x_y_z)"],
  ["سقف *المطبخ* الآن", "سقف bold(المطبخ) الآن"],
])("%s is shown as %s", (text, expected) => {
  expect(shown(parseSaid(text))).toContain(expected);
});

test.each(["2*3*4", "snake_case_name", "* list", "5 ~ 6 ~ 7", "**", "half *open", "*two\nlines*"])(
  "%s has no marks in it",
  (text) => {
    expect(shown(parseSaid(text))).toBe(text);
  },
);

test("an address is a link without the sentence's full stop, and keeps its underscores", () => {
  expect(shown(parseSaid("See https://a.example/x_y_z. Or *https://b.example*!"))).toBe(
    "See <https://a.example/x_y_z>. Or bold(<https://b.example>)!",
  );
});

test("only web addresses become links", () => {
  expect(shown(parseSaid("javascript:alert(1) data:text/html,x"))).toBe(
    "javascript:alert(1) data:text/html,x",
  );
});

const links = (text: string) => parseSaid(text).flatMap((part) => (part.kind === "link" ? [part.href] : []));

test.each([
  ["write to bo.li+x@mail.example.com, please", ["mailto:bo.li+x@mail.example.com"]],
  ["call +971 50 123-4567.", ["tel:+971501234567"]],
  ["www.acme.example/x?", ["https://www.acme.example/x"]],
  ["mailto:a@b.example tel:+971501234567", ["mailto:a@b.example", "tel:+971501234567"]],
  ["https://x.example/a@b.example", ["https://x.example/a@b.example"]],
])("%s has links", (text, expected) => {
  expect(links(text)).toEqual(expected);
});

test.each([
  "javascript:alert(1)",
  "data:text/html,x",
  "file:///etc/passwd",
  "@handle",
  "5+5=10",
  "12.30",
  "vbscript:x@y",
])("%s has none", (text) => {
  expect(links(text)).toEqual([]);
});
