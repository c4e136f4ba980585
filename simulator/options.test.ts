import { expect, test } from "vitest";
import { HELP, parseOptions } from "./options.ts";

test("flags become settings, and what was not said is left to the defaults", () => {
  const parsed = parseOptions([
    ...["--throughput", "20", "--no-pair-limit", "--misfire", "hang after", "--misfire-rate", "0.5"],
    ...["--batching", "50", "--no-read", "--more-number", "5@6", "--more-number", "7"],
  ]);
  expect(parsed).toMatchObject({
    kind: "run",
    options: {
      settings: { throughput: 20, pairLimit: false, misfire: "hang after", misfireRate: 0.5, batching: 50 },
      moreNumbers: [
        { id: "5", accountId: "6" },
        { id: "7", accountId: null },
      ],
    },
  });
  expect(parseOptions([])).toMatchObject({ kind: "run", options: { settings: {}, keep: 20_000 } });
});

test.each([
  [["--error-rate", "2"], "settings.errorRate"],
  [["--misfire", "sulk"], "settings.misfire"],
  [["--more-number", "abc"], "moreNumbers.0.id"],
  [["--keep", "3"], "keep"],
  [["--latency", "soon"], "settings.latencyMs"],
  [["--nonsense"], "Unknown option"],
])("%j is refused, naming what is wrong", (args, why) => {
  expect(parseOptions(args)).toMatchObject({ kind: "refuse", why: expect.stringContaining(why) });
});

test("the help names every flag", () => {
  const flags = ["replay", "keep", "clock-offset", "more-number", "media-base", "error-after", "review-ms"];
  for (const flag of flags) expect(HELP).toContain(`--${flag}`);
});
