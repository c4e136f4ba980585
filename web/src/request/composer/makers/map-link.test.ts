import { expect, test } from "vitest";
import { isShortLink, placeIn } from "./map-link.ts";

const at = (latitude: number, longitude: number) => ({ latitude, longitude });

test.each([
  ["25.10823, 55.19821", at(25.10823, 55.19821)],
  ["(-31.4201; -64.1888)", at(-31.4201, -64.1888)],
  ["٢٥٫١٠٨، ٥٥٫١٩٨", at(25.108, 55.198)],
  ["https://www.google.com/maps/@25.1082,55.1982,17z", at(25.1082, 55.1982)],
  ["https://maps.google.com/?q=25.1082,55.1982", at(25.1082, 55.1982)],
  ["https://www.google.com/maps/search/?api=1&query=25.1%2C55.2", at(25.1, 55.2)],
  [
    "https://www.google.com/maps/place/Mall/@25.1,55.1,17z/data=!3m1!4b1!8m2!3d25.118107!4d55.200608",
    at(25.118107, 55.200608),
  ],
  ["https://maps.apple.com/?ll=25.1,55.2&q=Home", at(25.1, 55.2)],
  ["https://www.openstreetmap.org/?mlat=-4.05&mlon=39.66#map=17/-4.05/39.66", at(-4.05, 39.66)],
  ["https://www.openstreetmap.org/#map=17/-4.05/39.66", at(-4.05, 39.66)],
  ["https://waze.com/ul?ll=18.52,73.85&navigate=yes", at(18.52, 73.85)],
  ["geo:18.52,73.85?z=15", at(18.52, 73.85)],
])("%s", (pasted, place) => {
  expect(placeIn(pasted)).toEqual(place);
});

test.each(["", "Al Barsha 1", "+971 50 218 44 12", "95, 20", "https://maps.app.goo.gl/abc"])(
  "no place is read from %s",
  (pasted) => {
    expect(placeIn(pasted)).toBeNull();
  },
);

test("a shortened link is known as one", () => {
  expect(isShortLink("https://maps.app.goo.gl/abc")).toBe(true);
  expect(isShortLink("https://maps.google.com/?q=1,2")).toBe(false);
});
