import { expect, test } from "vitest";
import { numberFindings } from "./health-rules.ts";

test("a number that was disconnected says that alone, and asks for nobody", () => {
  const now = new Date("2026-11-18T12:00:00Z");
  const found = numberFindings(
    {
      ...{ kind: "real", token: "none", hasAppSecret: false, failures: [], lastSentAt: null },
      ...{ mediaFailed: null, silence: null, freeUsed: 0, disconnectedAt: now },
    },
    [],
    now,
  );
  expect(found).toMatchObject([{ code: "disconnected", level: "good", since: now }]);
});
