import { expect, test } from "vitest";
import { freshFailures, stopsOf } from "./late-failure-rules.ts";

const NOW = new Date("2026-11-18T09:00:00Z");
const told = (more: object = {}) => ({
  ...{ numberId: 1, wamid: "w", status: "failed", participant: "", at: NOW, errorCode: 131042 },
  ...more,
});

test("a failure told by a status counts while it is fresh", () => {
  expect(freshFailures([told()], NOW)).toEqual([{ numberId: 1, wamid: "w", code: 131042 }]);
  expect(freshFailures([told({ at: new Date(NOW.getTime() - 600_000) })], NOW)).toEqual([]);
});

test("what arrived, has no code, or is about one member of a group says nothing of the number", () => {
  const others = [told({ status: "read" }), told({ errorCode: null }), told({ participant: "34600100201" })];
  expect(freshFailures(others, NOW)).toEqual([]);
});

test("each number is stopped once, by the first code that stops; a person's failure stops nothing", () => {
  const failures = [131026, 131048, 131042].map((code) => ({ numberId: 1, wamid: "w", code }));
  expect([...stopsOf([...failures, { numberId: 2, wamid: "v", code: 131049 }])]).toEqual([[1, 131048]]);
});
