/** Which half of the day a word beside a time means: "PM", "p. m.", "下午", "ÖS", "오후", "μ.μ.". Pure. */
import { DAY_PERIOD_WORDS } from "./day-period-words.ts";

const UNSEEN = /[\s.\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\u00a0\u202f·,،'’`"״׳”“-]/g;
const folded = (word: string): string =>
  word.normalize("NFC").toLowerCase().normalize("NFC").replace(UNSEEN, "");

let hoursByWord: Map<string, number> | undefined;

function words(): Map<string, number> {
  if (hoursByWord) return hoursByWord;
  hoursByWord = new Map();
  for (const line of DAY_PERIOD_WORDS.trim().split("\n")) {
    const [hours = "", ...said] = line.split(" ");
    for (const word of said) hoursByWord.set(word, Number.parseInt(hours, 16));
  }
  return hoursByWord;
}

/** The hours that a word is said of, as 24 bits with midnight lowest; 0 for what is no word for a part of the day. */
export const hoursSaid = (word: string): number => words().get(folded(word)) ?? 0;

/** AM and PM in Latin letters: the only ones of countries that write the month first. */
export const isLatinAmPm = (word: string): boolean => /^[ap]m?$/.test(folded(word));

/** The hour from 0 to 23 of a clock that shows `hour` and says `hours`; 24 is midnight. */
export function hourOf(hour: number, hours: number): number {
  if (hours === 0 || hour > 12) return hour === 24 ? 0 : hour;
  const early = hour % 12;
  return (hours >> early) & 1 ? early : (hours >> (early + 12)) & 1 ? early + 12 : afterMost(early, hours);
}

/** An hour that the word is not said of ("晚上 5"): the half of the day that most of its hours lie in. */
function afterMost(early: number, hours: number): number {
  let later = 0;
  for (let hour = 0; hour < 24; hour++) if ((hours >> hour) & 1) later += hour < 12 ? -1 : 1;
  return later > 0 ? early + 12 : early;
}
