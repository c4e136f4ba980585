import { expect, test } from "vitest";
import { safeHref } from "./safe-href.ts";

test.each(["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///x", "https://", ""])(
  "%j is no address to open",
  (url) => {
    expect(safeHref(url)).toBeNull();
  },
);

test("addresses of the web are, also without their scheme", () => {
  expect(safeHref("https://fb.me/x")).toBe("https://fb.me/x");
  expect(safeHref("fb.me/x")).toBe("https://fb.me/x");
});
