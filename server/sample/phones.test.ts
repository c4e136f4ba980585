import { expect, test } from "vitest";
import { targetOf } from "./phones.ts";

const SIMULATOR = "http://127.0.0.1:4600";

test("the rest of the path and its query are the control API's", () => {
  const target = targetOf(SIMULATOR, "/api/v1/phones/phones/rosa/thread?limit=5");
  expect(target.href).toBe(`${SIMULATOR}/control/phones/rosa/thread?limit=5`);
});

test.each(["../v26.0/1/messages", "%2e%2e/v26.0/1", "..\\v26.0", "..%2f..%2fv26.0/1"])(
  "%s does not lead out of it",
  (path) => {
    let reached: string | null = null;
    try {
      reached = targetOf(SIMULATOR, `/api/v1/phones/${path}`).pathname;
    } catch (error) {
      expect(error).toMatchObject({ kind: "not_found" });
    }
    if (reached !== null) expect(reached).toMatch(/^\/control\//);
  },
);

test("without a sample day there are no phones", () => {
  expect(() => targetOf(null, "/api/v1/phones/phones")).toThrow("start the sample day first");
});
