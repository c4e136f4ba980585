/** How each person behaves in a chat: who answers whom, with how many different people, and what they do. Pure; one pass. */
import { DAY, MINUTE } from "../../measures/business-time.ts";
import type { Chat } from "../chat.ts";
import { ACTS, type Act, type PersonIndex } from "../diagnosis.ts";

/** How likely each act is of a message, by its place in the chat. */
export type ChancesOf = (index: number) => Readonly<Record<Act, number>>;

/** All shares are of the person's own messages that were looked at, 0 to 1. */
export type Behaviour = {
  messages: number;
  /** Days on which they wrote, of the days between the chat's first and last. */
  daysShare: number;
  /** After a silence of everybody. */
  starts: number;
  /** Right after somebody else asked for something. */
  answers: number;
  /** Share of what they ask that somebody else takes up next. */
  isAnswered: number;
  /** Effective number of people they talk with: the exponent of the entropy of who they follow and who follows them. */
  breadth: number;
  /** Different people they talk with. */
  talksWith: number;
  /** Share of what they write that falls into their nine busiest hours of the day. */
  hours: number;
  /** With each other one: how much the one asked that the other took up, either way. */
  exchanges: ReadonlyMap<PersonIndex, number>;
  /** Different people they name in what they write, and how often they name one. */
  names: number;
  naming: number;
  /** How often others name them, for each message of theirs. */
  named: number;
  /** Photos, voice notes, places: for the most part shown, not said. */
  shown: number;
  /** Mean chance of each act. */
  acts: Readonly<Record<Act, number>>;
  /** Sums over all messages looked at. */
  promises: number;
  completions: number;
};

/** So many messages are read closely, and of each person no more than enough for any share. */
const READ_IN_ALL = 80_000;
const READ_OF_ONE = { most: 1500, fewest: 8 };
const SILENCE = 45 * MINUTE;
const IN_REPLY = 3 * 60 * MINUTE;
const SHOWN = new Set(["photo", "video", "voice", "document", "location", "live_location"]);

type Tally = {
  days: number;
  lastDay: number;
  starts: number;
  answers: number;
  asks: number;
  asksTakenUp: number;
  read: number;
  shown: number;
  naming: number;
  named: number;
  names: Set<PersonIndex>;
  partners: Map<PersonIndex, number>;
  exchanges: Map<PersonIndex, number>;
  hours: Uint32Array;
  acts: Record<Act, number>;
};

export function behavioursOf(chat: Chat, chancesOf: ChancesOf): Behaviour[] {
  const counts = new Uint32Array(chat.people.length);
  for (const { by, kind } of chat.messages)
    if (by !== null && kind !== "system") counts[by] = (counts[by] ?? 0) + 1;
  const tallies = chat.people.map(emptyTally);
  const namesIn = nameFinder(chat.people);
  const enough = Math.max(
    READ_OF_ONE.fewest,
    Math.min(READ_OF_ONE.most, Math.floor(READ_IN_ALL / Math.max(1, chat.people.length))),
  );
  const asksOf = (chances: Readonly<Record<Act, number>>) =>
    chances.request + chances.status_chase + chances.question;
  /** `asks` is known where the message was read closely. */
  let before: { index: number; by: PersonIndex; at: number; asks: number | null } | null = null;
  const seen = new Uint32Array(chat.people.length);
  for (const { index, by, at, kind, text } of chat.messages) {
    if (by === null || kind === "system") continue;
    const tally = tallies[by];
    if (!tally) continue;
    const day = Math.floor(at / DAY);
    if (day !== tally.lastDay) {
      tally.days++;
      tally.lastDay = day;
    }
    const hour = Math.floor((at - day * DAY) / (60 * MINUTE));
    tally.hours[hour] = (tally.hours[hour] ?? 0) + 1;
    const other = before && before.by !== by && at - before.at <= IN_REPLY ? before : null;
    if (other) {
      tally.partners.set(other.by, (tally.partners.get(other.by) ?? 0) + 1);
      const theirs = tallies[other.by];
      theirs?.partners.set(by, (theirs.partners.get(by) ?? 0) + 1);
      if (theirs) theirs.asksTakenUp += other.asks ?? 0;
    }
    const place = seen[by] ?? 0;
    seen[by] = place + 1;
    let asks: number | null = null;
    if (isReadClosely(place, counts[by] ?? 0, enough)) {
      const chances = chancesOf(index);
      asks = asksOf(chances);
      for (const act of ACTS) tally.acts[act] += chances[act];
      tally.read++;
      tally.asks += asks;
      if (SHOWN.has(kind)) tally.shown++;
      if (!before || at - before.at > SILENCE) tally.starts++;
      if (other) {
        const asked = other.asks ?? asksOf(chancesOf(other.index));
        const theirs = tallies[other.by];
        tally.answers += asked;
        tally.exchanges.set(other.by, (tally.exchanges.get(other.by) ?? 0) + asked);
        theirs?.exchanges.set(by, (theirs.exchanges.get(by) ?? 0) + asked);
      }
      const named = namesIn(text, by);
      if (named.length > 0) tally.naming++;
      for (const person of named) {
        tally.names.add(person);
        const theirs = tallies[person];
        if (theirs) theirs.named++;
      }
    }
    before = { index, by, at, asks };
  }
  const first = chat.messages[0]?.at ?? 0;
  const last = chat.messages.at(-1)?.at ?? 0;
  const days = Math.max(1, Math.floor(last / DAY) - Math.floor(first / DAY) + 1);
  return tallies.map((tally, person) => behaviourOf(tally, counts[person] ?? 0, days));
}

/** Spread evenly over all of a person's messages. */
function isReadClosely(place: number, count: number, enough: number): boolean {
  if (count <= enough) return true;
  return Math.floor(((place + 1) * enough) / count) > Math.floor((place * enough) / count);
}

const emptyTally = (): Tally => ({
  ...{ days: 0, lastDay: Number.NaN, starts: 0, answers: 0, asks: 0, asksTakenUp: 0 },
  ...{ read: 0, shown: 0, naming: 0, named: 0 },
  names: new Set(),
  partners: new Map(),
  exchanges: new Map(),
  hours: new Uint32Array(24),
  acts: {
    ...{ request: 0, status_chase: 0, question: 0, answer: 0, promise: 0 },
    ...{ acknowledgement: 0, completion: 0, closing: 0, cancel: 0, chat: 0 },
  },
});

function behaviourOf(tally: Tally, messages: number, days: number): Behaviour {
  const read = Math.max(1, tally.read);
  const mean = (sum: number) => sum / read;
  return {
    messages,
    daysShare: Math.min(1, tally.days / days),
    starts: mean(tally.starts),
    answers: mean(tally.answers),
    isAnswered: tally.asks < 0.5 ? 0.5 : Math.min(1, tally.asksTakenUp / tally.asks),
    breadth: effectiveNumber(tally.partners),
    talksWith: tally.partners.size,
    hours: busiestHours(tally.hours) / Math.max(1, messages),
    exchanges: tally.exchanges,
    names: tally.names.size,
    naming: mean(tally.naming),
    named: mean(tally.named),
    shown: mean(tally.shown),
    acts: Object.fromEntries(ACTS.map((act) => [act, mean(tally.acts[act])])) as Record<Act, number>,
    promises: tally.acts.promise,
    completions: tally.acts.completion,
  };
}

function effectiveNumber(partners: ReadonlyMap<PersonIndex, number>): number {
  let total = 0;
  for (const count of partners.values()) total += count;
  let entropy = 0;
  for (const count of partners.values()) entropy -= (count / total) * Math.log(count / total);
  return total === 0 ? 0 : Math.exp(entropy);
}

const BUSY_HOURS = 9;
function busiestHours(hours: Uint32Array): number {
  let most = 0;
  for (let from = 0; from < 24; from++) {
    let sum = 0;
    for (let step = 0; step < BUSY_HOURS; step++) sum += hours[(from + step) % 24] ?? 0;
    most = Math.max(most, sum);
  }
  return most;
}

const WORD = /[\p{L}\p{M}]{3,}/gu;

/** Finds who is named in a text, by the first or second word of the name where no two people share it. */
function nameFinder(people: readonly string[]): (text: string, by: PersonIndex) => PersonIndex[] {
  const byWord = new Map<string, PersonIndex | null>();
  people.forEach((name, person) => {
    const words = new Set([...name.toLowerCase().matchAll(WORD)].slice(0, 3).map(([word]) => word));
    for (const word of words) byWord.set(word, byWord.has(word) ? null : person);
  });
  return (text, by) => {
    const found: PersonIndex[] = [];
    for (const [word] of text.slice(0, 300).toLowerCase().matchAll(WORD)) {
      const person = byWord.get(word);
      if (person !== undefined && person !== null && person !== by && !found.includes(person))
        found.push(person);
    }
    return found;
  };
}
