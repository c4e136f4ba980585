import { expect, test } from "vitest";
import { exitCode, onClock, onDead, onKeyFile, onMigrations, onSpace, onUnknown } from "./doctor-findings.ts";

const NOW = new Date("2026-11-22T12:00:00Z");
const off = (seconds: number) => onClock(new Date(NOW.getTime() + seconds * 1000), NOW)?.level;

test("a clock a little off is worth a look, one far off needs somebody", () => {
  expect([off(0), off(9), off(-30), off(119), off(-121)]).toEqual(["good", "good", "watch", "watch", "act"]);
  expect(onClock(NOW, null)).toBeNull();
});

test("a key that others can read needs somebody, and the line says the command", () => {
  expect(onKeyFile("data/secret.key", 0o100600).level).toBe("good");
  expect(onKeyFile("data/secret.key", 0o100644)).toMatchObject({
    level: "act",
    line: expect.stringContaining("chmod 600 data/secret.key"),
  });
  expect(onKeyFile("data/secret.key", null).level).toBe("watch");
});

test("little room is told before there is none", () => {
  expect([50, 500, 5000].map((mb) => onSpace(mb * 2 ** 20).level)).toEqual(["act", "watch", "good"]);
});

test("a schema that is behind, ahead, or right", () => {
  expect(onMigrations(["1", "2"], ["1"]).level).toBe("act");
  expect(onMigrations(["1"], ["1", "2"]).line).toContain("newer");
  expect(onMigrations(["1", "2"], ["1", "2"]).level).toBe("good");
});

test("the exit code says whether somebody is needed", () => {
  expect(exitCode([onDead(0), onUnknown(3)])).toBe(0);
  expect(exitCode([onDead(1)])).toBe(1);
});
