/**
 * The book of what reached us: enough to prove "at most once" and "never above N in any sliding second" after a
 * hundred thousand messages. Counted where the work is done, so a send whose answer was lost is in it too.
 */
import { createSlidingSecond, type SlidingSecond } from "./limits.ts";

const MOST_SECONDS = 7_200;
const MOST_CALLBACKS = 500_000;
const MOST_REPEATS_SHOWN = 1_000;

type Second = { at: number; accepted: number; refused: number };
type Peak = { perSecond: number; at: number };

type NumberBook = {
  accepted: number;
  refused: Map<number, number>;
  withoutCallback: number;
  lastSecond: SlidingSecond;
  lastTries: SlidingSecond;
  peak: Peak;
  peakTries: Peak;
  /** By the number of the second, in the order of arrival. */
  seconds: Map<number, Second>;
  firstAt: number | null;
  lastAt: number | null;
};

export type Received = {
  accept: (number: string, at: number, id: string, callback: string | null) => void;
  refuse: (number: string, at: number, code: number) => void;
  show: (number: string | null, since: number) => object;
  /** Every id that a callback was accepted under. */
  find: (callbacks: readonly string[]) => { callback: string; ids: string[] }[];
  clear: () => void;
};

/** `at` is the machine's own time with fractions of a millisecond: a jump of the simulated clock must not bend a rate. */
export function openReceived(): Received {
  const numbers = new Map<string, NumberBook>();
  const callbacks = new Map<string, string | string[]>();
  const repeated = new Set<string>();

  function bookOf(number: string): NumberBook {
    const known = numbers.get(number);
    if (known) return known;
    const book = openBook();
    numbers.set(number, book);
    return book;
  }

  return {
    accept: (number, at, id, callback) => {
      const book = bookOf(number);
      book.accepted += 1;
      book.firstAt ??= at;
      book.lastAt = at;
      secondOf(book, at).accepted += 1;
      raise(book.peak, book.lastSecond, at);
      raise(book.peakTries, book.lastTries, at);
      if (callback === null) {
        book.withoutCallback += 1;
        return;
      }
      const known = callbacks.get(callback);
      if (known === undefined) {
        callbacks.set(callback, id);
        if (callbacks.size > MOST_CALLBACKS) forgetOldest(callbacks);
      } else {
        callbacks.set(callback, typeof known === "string" ? [known, id] : [...known, id]);
        repeated.add(callback);
      }
    },
    refuse: (number, at, code) => {
      const book = bookOf(number);
      book.refused.set(code, (book.refused.get(code) ?? 0) + 1);
      secondOf(book, at).refused += 1;
      raise(book.peakTries, book.lastTries, at);
    },
    show: (number, since) => ({
      numbers: [...numbers]
        .filter(([id]) => number === null || id === number)
        .map(([id, book]) => showBook(id, book, since)),
      callbacks: {
        distinct: callbacks.size,
        repeated: repeated.size,
        repeats: [...repeated].slice(0, MOST_REPEATS_SHOWN).map((callback) => ({
          callback,
          ids: idsOf(callbacks.get(callback)),
        })),
      },
    }),
    find: (wanted) => wanted.map((callback) => ({ callback, ids: idsOf(callbacks.get(callback)) })),
    clear: () => {
      numbers.clear();
      callbacks.clear();
      repeated.clear();
    },
  };
}

function openBook(): NumberBook {
  return {
    accepted: 0,
    refused: new Map(),
    withoutCallback: 0,
    lastSecond: createSlidingSecond(),
    lastTries: createSlidingSecond(),
    peak: { perSecond: 0, at: 0 },
    peakTries: { perSecond: 0, at: 0 },
    seconds: new Map(),
    firstAt: null,
    lastAt: null,
  };
}

/** The most that ever lay within one second, to the fraction of a millisecond. */
function raise(peak: Peak, second: SlidingSecond, at: number): void {
  second.add(at);
  const count = second.countAt(at);
  if (count > peak.perSecond) Object.assign(peak, { perSecond: count, at });
}

function secondOf(book: NumberBook, at: number): Second {
  const key = Math.floor(at / 1_000);
  const known = book.seconds.get(key);
  if (known) return known;
  const second = { at: key * 1_000, accepted: 0, refused: 0 };
  book.seconds.set(key, second);
  if (book.seconds.size > MOST_SECONDS) forgetOldest(book.seconds);
  return second;
}

function showBook(id: string, book: NumberBook, since: number): object {
  const time = (at: number | null) => (at === null || at === 0 ? null : new Date(at).toISOString());
  return {
    number: id,
    accepted: book.accepted,
    refused: Object.fromEntries(book.refused),
    withoutCallback: book.withoutCallback,
    firstAt: time(book.firstAt),
    lastAt: time(book.lastAt),
    peak: { perSecond: book.peak.perSecond, at: time(book.peak.at) },
    peakTries: { perSecond: book.peakTries.perSecond, at: time(book.peakTries.at) },
    seconds: [...book.seconds.values()]
      .filter(({ at }) => at >= since)
      .map(({ at, accepted, refused }) => ({ at: new Date(at).toISOString(), accepted, refused })),
  };
}

function idsOf(known: string | string[] | undefined): string[] {
  if (known === undefined) return [];
  return typeof known === "string" ? [known] : known;
}

function forgetOldest<K>(map: Map<K, unknown>): void {
  for (const oldest of map.keys()) {
    map.delete(oldest);
    return;
  }
}
