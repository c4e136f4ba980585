import { expect, test } from "vitest";
import { openLine } from "./send-line.ts";

test("what somebody typed goes before what programs wrote, save every fourth time", async () => {
  const line = openLine();
  const left: string[] = [];
  const wait = (name: string, isTyped: boolean) => line.turn(isTyped).then(() => left.push(name));
  // The pace lets one go at once; the others wait for it.
  const all = [
    wait("first", false),
    ...["a", "b", "c", "d"].map((name) => wait(name, false)),
    ...["1", "2", "3", "4"].map((name) => wait(name, true)),
  ];
  expect([line.waiting(), line.typed()]).toEqual([8, 4]);
  line.allow(10_000);
  await Promise.all(all);
  expect(left).toEqual(["first", "1", "2", "a", "3", "4", "b", "c", "d"]);
});
