import { expect, test } from "vitest";
import { promisedTime } from "./promised-time.ts";

/** A Tuesday. */
const NOON = Date.UTC(2026, 2, 10, 12, 0);
const promised = (text: string, at = NOON): string | null => {
  const due = promisedTime(text, at, () => 19 * 60);
  return due === null ? null : new Date(due).toISOString().slice(5, 16);
};

test.each([
  ["omw, 10 mins", "03-10T12:10"],
  ["en route, dans 20 min", "03-10T12:20"],
  ["10-15 menit lagi sampai", "03-10T12:15"],
  ["llego en media hora", "03-10T12:30"],
  ["in einer halben stunde bin ich da", "03-10T12:30"],
  ["dakika 20 nitakuwa hapo", "03-10T12:20"],
  ["اكلمك بعد ساعة", "03-10T13:00"],
  ["aadhe ghante me aata hu", "03-10T12:30"],
])("%j counts from now", (text, due) => {
  expect(promised(text)).toBe(due);
});

test.each([
  ["mañana a las 10", "03-11T10:00"],
  ["he'll be with you by 5", "03-10T17:00"],
  ["between 2 and 4 pm", "03-10T16:00"],
  ["Amanhã às 9h ele passa", "03-11T09:00"],
  ["demain 14h30", "03-11T14:30"],
  ["besok jam 9 teknisi ke sana", "03-11T09:00"],
  ["Donnerstag um halb drei", "03-12T14:30"],
  ["fundi atakuja kesho saa nne asubuhi", "03-11T10:00"],
  ["بكرة الساعة ٤ العصر", "03-11T16:00"],
  ["kal 11 baje aayega", "03-11T11:00"],
  ["Friday 10am", "03-13T10:00"],
  ["el lunes 16 a las 9", "03-16T09:00"],
])("%j names its hour", (text, due) => {
  expect(promised(text)).toBe(due);
});

test.each([
  ["kesho asubuhi", "03-11T12:00"],
  ["tomorrow morning", "03-11T12:00"],
  ["this afternoon", "03-10T19:00"],
  ["te lo mando mañana", "03-11T19:00"],
  ["d'ici ce soir", "03-10T19:00"],
  ["kal subah", "03-11T12:00"],
  ["wird Freitag fertig", "03-13T19:00"],
])("%j is over when that part of the day is", (text, due) => {
  expect(promised(text)).toBe(due);
});

test.each([
  ["on my way"],
  ["noted, thanks"],
  ["good morning, I will check"],
  ["guten Morgen, ich schaue nach"],
  ["it has been like that since 9"],
  ["llegó ayer"],
  ["we changed 3 filters"],
])("%j names no time ahead", (text) => {
  expect(promised(text)).toBeNull();
});
