import { expect, test } from "vitest";
import { readCoordinates } from "./read-coordinates.ts";

test("a place is read as a map writes it, and nothing else is a place", () => {
  expect(readCoordinates(" 25.0772, 55.1397 ")).toEqual({ latitude: 25.0772, longitude: 55.1397 });
  expect(readCoordinates("-34.6 -58.4")).toEqual({ latitude: -34.6, longitude: -58.4 });
  for (const wrong of ["", "25", "91, 10", "10, 181", "here", "1,2,3"])
    expect(readCoordinates(wrong)).toBeNull();
});
