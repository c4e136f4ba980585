/** Names that are perhaps one person's: asked about in the report, never merged. Pure. */
import { MINUTE } from "../../measures/business-time.ts";
import type { Chat } from "../chat.ts";
import type { PersonIndex } from "../diagnosis.ts";
import { isPhoneNumber, nameWords } from "./name-words.ts";

/** Two who answer each other this often within minutes are two. */
const TALK_TOGETHER = 3;
const MOMENT = 10 * MINUTE;
/** After a name, these say only that it is another number of the same person. */
const ANOTHER = new Set(
  "new, nuevo, nueva, novo, nova, nouveau, neu, baru, mpya, old, viejo, alt, work, trabajo, personal, office, wa, whatsapp, business, two, second, number, no, num, nomor, جديد, الجديد".split(
    ", ",
  ),
);

/** The one that each is perhaps the same as; null for most. Both of a pair name each other. */
export function perhapsTheSame(chat: Chat): (PersonIndex | null)[] {
  const same: (PersonIndex | null)[] = chat.people.map(() => null);
  const pairs = [...byChangedNumber(chat), ...byName(chat.people)];
  if (pairs.length === 0) return same;
  const together = talksTogether(chat, pairs);
  pairs.forEach(([one, other], place) => {
    if ((together[place] ?? 0) >= TALK_TOGETHER || same[one] !== null || same[other] !== null) return;
    same[one] = other;
    same[other] = one;
  });
  return same;
}

type Pair = readonly [PersonIndex, PersonIndex];

/** "Baraka" and "Baraka 2", "~ Baraka", "Baraka (new)". A bare "Apt 1" and "Apt 2" have nobody in common. */
function byName(people: readonly string[]): Pair[] {
  const byWhole = new Map<string, PersonIndex>();
  const pairs: Pair[] = [];
  const cut = people.map((name) => (isPhoneNumber(name) ? [] : nameWords(name)));
  cut.forEach((words, person) => {
    const whole = words.join(" ");
    const known = byWhole.get(whole);
    if (whole !== "" && known !== undefined) pairs.push([known, person]);
    else if (whole !== "") byWhole.set(whole, person);
  });
  cut.forEach((words, person) => {
    let length = words.length;
    while (length > 1 && isAnother(words[length - 1] ?? "")) length--;
    const base = length < words.length ? byWhole.get(words.slice(0, length).join(" ")) : undefined;
    if (base !== undefined && base !== person) pairs.push([base, person]);
  });
  return pairs;
}

const isAnother = (word: string): boolean => /^[2-9]$/.test(word) || ANOTHER.has(word);

const NUMBER_CHANGED =
  /phone number to a new number|changed (?:their|to) |cambi[oó] (?:su|a) |mudou (?:seu|de|para)|chang[eé] de num[eé]ro|neue Telefonnummer|mengganti nomor|رقم هاتفه|alibadilisha namba|nomor teleponnya/iu;
const NUMBER = /\+?\p{N}[\p{N}\s().-]{6,}\p{N}/gu;

/**
 * "+1 234 changed to +1 567" names both; "Ana changed their phone number to a new number" names one: then whoever
 * speaks for the first time after it is asked about, where the name falls silent and the new one is a bare number.
 */
function byChangedNumber(chat: Chat): Pair[] {
  const pairs: Pair[] = [];
  const places = new Map(chat.people.map((name, person) => [digitsOf(name) || name, person]));
  const spans = chat.people.map(() => ({ first: -1, last: -1 }));
  const changes: { index: number; text: string }[] = [];
  for (const { index, by, kind, text } of chat.messages) {
    if (kind === "system") {
      if (NUMBER_CHANGED.test(text)) changes.push({ index, text });
      continue;
    }
    const span = by === null ? null : spans[by];
    if (!span) continue;
    if (span.first < 0) span.first = index;
    span.last = index;
  }
  const firstNumberAfter = (index: number): PersonIndex | null => {
    let best: PersonIndex | null = null;
    spans.forEach(({ first }, person) => {
      if (first <= index || !isPhoneNumber(chat.people[person] ?? "")) return;
      if (best === null || first < (spans[best]?.first ?? 0)) best = person;
    });
    return best;
  };
  for (const { index, text } of changes) {
    const [one, other] = [...text.matchAll(NUMBER)].map(([number]) => places.get(digitsOf(number)));
    if (one !== undefined && other !== undefined && one !== other) {
      pairs.push([one, other]);
      continue;
    }
    const who = chat.people.findIndex((name) => name !== "" && text.startsWith(`${name} `));
    if (who < 0 || (spans[who]?.last ?? 0) > index) continue;
    const next = firstNumberAfter(index);
    if (next !== null) pairs.push([who, next]);
  }
  return pairs;
}

const digitsOf = (text: string): string => (isPhoneNumber(text) ? text.replace(/[^\p{N}]/gu, "") : "");

/** How often the two of each pair follow each other within moments. */
function talksTogether(chat: Chat, pairs: readonly Pair[]): number[] {
  const counts = pairs.map(() => 0);
  const places = new Map<number, number>();
  const keyOf = (one: PersonIndex, other: PersonIndex) => one * chat.people.length + other;
  pairs.forEach(([one, other], place) => {
    places.set(keyOf(one, other), place);
    places.set(keyOf(other, one), place);
  });
  let before: { by: PersonIndex; at: number } | null = null;
  for (const { by, at, kind } of chat.messages) {
    if (by === null || kind === "system") continue;
    if (before && before.by !== by && at - before.at <= MOMENT) {
      const place = places.get(keyOf(before.by, by));
      if (place !== undefined) counts[place] = (counts[place] ?? 0) + 1;
    }
    before = { by, at };
  }
  return counts;
}
