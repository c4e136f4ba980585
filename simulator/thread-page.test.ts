import { expect, test } from "vitest";
import { pageOf } from "./thread-page.ts";

const thread = Array.from({ length: 100_000 }, (_, place) => ({
  id: String(place),
  isOurs: place % 2 === 0,
}));
const ids = (page: { limit: number; before?: string }) => {
  const { messages, hasEarlier } = pageOf(thread, ({ isOurs }) => isOurs, page);
  return { ids: messages.map(({ id }) => id), hasEarlier };
};

test("a phone gets the newest page of its chat alone, and is told that there is more", () => {
  expect(ids({ limit: 3 })).toEqual({ ids: ["99994", "99996", "99998"], hasEarlier: true });
});

test("the page before a message ends right before it", () => {
  expect(ids({ limit: 2, before: "10" })).toEqual({ ids: ["6", "8"], hasEarlier: true });
  expect(ids({ limit: 5, before: "4" })).toEqual({ ids: ["0", "2"], hasEarlier: false });
});

test("before a message that is gone there is nothing", () => {
  expect(ids({ limit: 5, before: "none" })).toEqual({ ids: [], hasEarlier: false });
});
