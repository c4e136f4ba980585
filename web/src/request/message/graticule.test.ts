import { expect, test } from "vitest";
import { sketchAround } from "./graticule.ts";

const SIZE = { width: 320, height: 112 };

test("lines stand at round figures, north is up and east is to the right", () => {
  const { meridians, parallels, scale } = sketchAround({ latitude: 25.1043, longitude: 55.2061 }, SIZE);
  expect(meridians.map(({ degrees }) => degrees)).toContain(55.206);
  expect(parallels.map(({ degrees }) => degrees)).toContain(25.104);
  expect(meridians.length).toBeGreaterThan(2);
  expect(meridians[0]?.at).toBeLessThan(meridians[1]?.at ?? 0);
  expect(parallels[0]?.at).toBeGreaterThan(parallels[1]?.at ?? 999);
  expect(scale).toEqual({ metres: 200, length: 40 });
});

test.each([
  [90, 0],
  [-90, 180],
  [0, 0],
  [999, -999],
  [1e300, 1e300],
])("%d, %d is drawn with few lines, all of them within", (latitude, longitude) => {
  const { meridians, parallels } = sketchAround({ latitude, longitude }, SIZE);
  expect(meridians.length + parallels.length).toBeLessThan(20);
  for (const { at } of meridians) expect(at).toBeGreaterThanOrEqual(-1);
  for (const { at } of parallels) expect(at).toBeLessThanOrEqual(SIZE.height + 1);
});
