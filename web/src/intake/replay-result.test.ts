import { expect, test } from "vitest";
import { added, NOTHING_TRIED } from "./replay-result.ts";

const recorded = { id: 1, outcome: "recorded", wasRecorded: false, why: null } as const;
const dead = { id: 2, outcome: "dead", wasRecorded: false, why: { code: "not_json", detail: null } } as const;

test("answers add up, the stuck by their reason", () => {
  const first = added(NOTHING_TRIED, [recorded, dead]);
  expect(added(first, [recorded, dead, { ...recorded, wasRecorded: true }])).toEqual({
    recorded: 2,
    before: 1,
    still: { not_json: 2 },
    tried: 5,
  });
  expect(first.still).toEqual({ not_json: 1 });
});
