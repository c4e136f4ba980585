import { expect, test } from "vitest";
import { timeZoneOf } from "./time-zones.ts";

test("a phone's clock runs where its number is at home, else where its language is", () => {
  expect(timeZoneOf("971500100203", "en-GB")).toBe("Asia/Dubai");
  expect(timeZoneOf("34600100201", null)).toBe("Europe/Madrid");
  expect(timeZoneOf(null, "es-AR")).toBe("America/Argentina/Buenos_Aires");
  expect(timeZoneOf("99900000000", "xx")).toBe("UTC");
});

test("every zone named is one that clocks know", () => {
  const zones = ["15550100", "20", "977", "91", "54"].map((number) => timeZoneOf(`${number}0000000`, null));
  for (const timeZone of zones) expect(() => new Intl.DateTimeFormat("en", { timeZone })).not.toThrow();
});
