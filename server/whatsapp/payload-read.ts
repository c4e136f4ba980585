/**
 * Reading what Meta posts without trusting its types: timestamps come as strings and integers, ids as numbers,
 * absent things as "" (traps 1 and 15). Nothing here fails; what cannot be read is absent.
 */
import { z } from "zod";

const REPLACEMENT = "\uFFFD";

/** PostgreSQL takes neither U+0000 nor half a surrogate pair; the raw body keeps them. */
export function cleanText(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.includes("\0") ? whole.replaceAll("\0", REPLACEMENT) : whole;
}

/** The same for a whole JSON value, names of fields included. */
export function cleanJson(value: unknown): unknown {
  if (typeof value === "string") return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanJson);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [cleanText(name), cleanJson(inner)]),
    );
  return value;
}

function asWord(value: unknown): string | undefined {
  if (typeof value === "string") return value === "" ? undefined : cleanText(value);
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean")
    return String(value);
  return undefined;
}

function asNumber(value: unknown): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

/** Error codes are kept in an integer column. */
function asCode(value: unknown): number | undefined {
  const number = asNumber(value);
  return number !== undefined && Number.isInteger(number) && Math.abs(number) < 2 ** 31 ? number : undefined;
}

/** Beyond these it is no time of WhatsApp's: 2009, when it began, and the year 2100. */
const EARLIEST_S = 1_230_768_000;
const LATEST_S = 4_102_444_800;

function asTime(value: unknown): Date | undefined {
  const number = asNumber(value);
  if (number === undefined) return undefined;
  const seconds = number > 1e11 ? number / 1000 : number;
  return seconds >= EARLIEST_S && seconds <= LATEST_S ? new Date(seconds * 1000) : undefined;
}

export const Word = z.unknown().transform(asWord).optional();
export const Numeric = z.unknown().transform(asNumber).optional();
export const Code = z.unknown().transform(asCode).optional();
/** Unix seconds (milliseconds are understood too). */
export const Time = z.unknown().transform(asTime).optional();
export const Flag = z
  .unknown()
  .transform((value) => value === true || value === "true")
  .optional();

export type Fields = Record<string, unknown>;
export const asFields = (value: unknown): Fields | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
/** An object, or an empty one. */
export const Inner = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .unknown()
    .transform((value) => asFields(value) ?? {})
    .pipe(z.object(shape))
    .prefault({});
/** A list, or an empty one. A single object where a list belongs counts as a list of one. */
export const asList = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : asFields(value) ? [value] : [];
export const List = z.unknown().transform(asList).prefault([]);

/** Country code, dot, letters and digits; a parent's has ENT in between. */
const BSUID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,140}$/;
export const isBsuid = (text: string | undefined): text is string => text !== undefined && BSUID.test(text);
/** "", missing and non-digit values are "no phone" (trap 1); a leading + and spaces are only dress. */
export function phoneDigits(text: string | undefined): string | undefined {
  const digits = text?.replace(/^\+/, "").replace(/[ ()-]/g, "");
  return digits !== undefined && /^[0-9]{3,20}$/.test(digits) ? digits : undefined;
}
