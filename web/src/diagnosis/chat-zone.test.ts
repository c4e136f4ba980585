import { expect, test } from "vitest";
import { instantOf } from "./chat-zone.ts";

test.each([
  ["2026-05-12T10:00:00Z", "UTC", "2026-05-12T10:00:00.000Z"],
  ["2026-05-12T10:00:00Z", "Asia/Dubai", "2026-05-12T06:00:00.000Z"],
  ["2026-05-12T10:00:00Z", "Asia/Kolkata", "2026-05-12T04:30:00.000Z"],
  ["2026-01-12T10:00:00Z", "Europe/Madrid", "2026-01-12T09:00:00.000Z"],
  ["2026-07-12T10:00:00Z", "Europe/Madrid", "2026-07-12T08:00:00.000Z"],
  ["2026-07-12T00:30:00Z", "America/Argentina/Cordoba", "2026-07-12T03:30:00.000Z"],
  // The hour that is left out in spring, and the one that comes twice in autumn.
  ["2026-03-29T02:30:00Z", "Europe/Madrid", "2026-03-29T01:30:00.000Z"],
  ["2026-10-25T03:30:00Z", "Europe/Madrid", "2026-10-25T02:30:00.000Z"],
])("the clock at %s in %s", (wall, zone, instant) => {
  expect(instantOf(Date.parse(wall), zone).toISOString()).toBe(instant);
});
