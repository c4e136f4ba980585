/** A place out of what somebody pastes: two numbers, or a link to a map. Pure; no link is ever opened. */

type Point = { latitude: number; longitude: number };

const NUMBER = String.raw`-?\d{1,3}(?:\.\d+)?`;
/** Google's place in a page's data; Google, Apple, Waze, OpenStreetMap and `geo:`, the most exact first. */
const SHAPES = [
  new RegExp(`!3d(${NUMBER})!4d(${NUMBER})`),
  new RegExp(
    `[?&](?:q|query|ll|sll|daddr|destination|center|coordinate)=(?:loc:)?(${NUMBER})(?:,|%2C)\\s*\\+?(${NUMBER})`,
    "i",
  ),
  new RegExp(`[?&]mlat=(${NUMBER})&mlon=(${NUMBER})`, "i"),
  new RegExp(`/(?:search|place|dir)/(${NUMBER}),\\+?(${NUMBER})`),
  new RegExp(`@(${NUMBER}),(${NUMBER})`),
  new RegExp(`#map=\\d+/(${NUMBER})/(${NUMBER})`),
  new RegExp(`^geo:(${NUMBER}),(${NUMBER})`, "i"),
  new RegExp(`^\\(?\\s*(${NUMBER})\\s*[°]?\\s*[,;\\s]\\s*(${NUMBER})\\s*[°]?\\s*\\)?$`),
];

/** Null when no place can be read from it, as from a shortened link. */
export function placeIn(pasted: string): Point | null {
  const text = westernDigits(pasted.trim());
  for (const shape of SHAPES) {
    const [, latitude, longitude] = shape.exec(text) ?? [];
    if (latitude === undefined || longitude === undefined) continue;
    const point = { latitude: Number(latitude), longitude: Number(longitude) };
    if (Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180) return point;
  }
  return null;
}

/** A link that hides its place until it is opened. */
export const isShortLink = (pasted: string): boolean =>
  /^https?:\/\/(maps\.app\.goo\.gl|goo\.gl\/maps|g\.co\/maps|maps\.apple\/p)/i.test(pasted.trim());

const westernDigits = (text: string): string =>
  text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/٫/g, ".")
    .replace(/[،؛]/g, ",");
