/**
 * Lines that look like the start of a message and may have been pasted into one: they are in another form than the
 * file's own, or lie days before the line they follow. Judged once the whole file is known. Pure.
 */
import type { ChatMessage, DateOrder } from "../chat.ts";
import { DATE_ORDERS } from "../chat.ts";
import type { WrittenDate } from "./dates.ts";
import type { Sender } from "./senders.ts";

export type Doubt = {
  message: ChatMessage;
  /** From 1. */
  line: number;
  written: string;
  form: number;
  /** The form that was taken for the file's own when it went by. */
  own: number;
  date: WrittenDate;
  sender: Sender | null;
  /** The latest day before it, by order; infinitely long ago where it was not watched. */
  latest: Record<DateOrder, number>;
};

/** Two days back by date are more than 24 hours: phones that were off deliver late, but seldom so late. */
const DAYS_BACK = 2;
/** So many on end were not pasted: the file starts anew, two exports put together, or a clock set right. */
const MOST_PASTED = 60;
/** The first lines stay doubtful until the file's own form is known. */
const FIRST_LINES = 60;

export const LONG_AGO: Record<DateOrder, number> = {
  DMY: Number.NEGATIVE_INFINITY,
  MDY: Number.NEGATIVE_INFINITY,
  YMD: Number.NEGATIVE_INFINITY,
};

/** Watches the lines go by and keeps those that are to be judged at the end. */
export class Doubts {
  kept: Doubt[] = [];
  /** Lines by form. */
  readonly lines: number[] = [];
  /** Forms with so many lines on end that they are the file's own, whatever comes. */
  readonly trusted = new Set<number>();
  own = -1;
  #inARow = 0;
  #count = 0;
  #latest: Record<DateOrder, number> = { ...LONG_AGO };
  /** Lines that are no date in an order: the order with the fewest is the file's. */
  #missing: Record<DateOrder, number> = { DMY: 0, MDY: 0, YMD: 0 };
  #date: WrittenDate | null = null;
  /** The date of a line that was in no doubt: the next ones of that date are in none. */
  #settled: WrittenDate | null = null;
  #isOff = false;

  /** Whether the next line is to be kept. Called for each line that starts a message, in order. */
  isDoubtful(form: number, date: WrittenDate): boolean {
    this.lines[form] = (this.lines[form] ?? 0) + 1;
    if (date === this.#settled) return false;
    this.#count++;
    if (this.own === -1) this.own = form;
    if (date !== this.#date) {
      this.#date = date;
      this.#settled = null;
      this.#isOff = form === this.own && this.#fitsNot(date);
    }
    const isDoubtful = form !== this.own || this.#isOff;
    if (!isDoubtful) {
      this.#inARow = 0;
      if ((this.lines[form] ?? 0) > FIRST_LINES) this.trusted.add(form);
    }
    if (isDoubtful && ++this.#inARow > MOST_PASTED) {
      this.#restart(form, date);
      return false;
    }
    if (isDoubtful || this.#count <= FIRST_LINES) return true;
    this.#settled = date;
    return false;
  }

  latest(): Record<DateOrder, number> {
    return this.#isOff ? { ...this.#latest } : LONG_AGO;
  }

  /** Days back, or no date at all in the order that all dates so far are in. */
  #fitsNot(date: WrittenDate): boolean {
    const missing = this.#missing;
    const fewest = Math.min(missing.DMY, missing.MDY, missing.YMD);
    let isBack = false;
    let isOdd = true;
    for (const order of DATE_ORDERS) {
      if (missing[order] > fewest) continue;
      if (!Number.isNaN(date.days[order])) isOdd = false;
      if (date.days[order] <= this.#latest[order] - DAYS_BACK) isBack = true;
    }
    for (const order of DATE_ORDERS) {
      if (Number.isNaN(date.days[order])) missing[order]++;
      else if (!isBack && date.days[order] > this.#latest[order]) this.#latest[order] = date.days[order];
    }
    return isBack || isOdd;
  }

  /** The row of doubtful lines was the chat itself. */
  #restart(form: number, date: WrittenDate): void {
    this.kept.length = Math.max(0, this.kept.length - MOST_PASTED);
    this.own = form;
    this.trusted.add(form);
    this.#inARow = 0;
    this.#isOff = false;
    for (const order of DATE_ORDERS)
      this.#latest[order] = Number.isNaN(date.days[order]) ? Number.NEGATIVE_INFINITY : date.days[order];
  }
}

type Orders = ReadonlyMap<number, DateOrder>;
const dayOf = ({ date, form }: Doubt, orders: Orders): number => date.days[orders.get(form) ?? "DMY"];

/** In the file's own form, and in its order no day: 31/02, or the 14th month. */
export const isNoDate = (doubt: Doubt, orders: Orders): boolean => Number.isNaN(dayOf(doubt, orders));

/**
 * Which of the kept lines were pasted: those of another form, those that are no date; and rows of lines days back, at
 * least half of them by people who otherwise never speak, or said before in the same minute by the same person. A late
 * message of somebody's stays.
 */
export function judge(
  doubts: Doubts,
  orders: Orders,
  saidBefore: (doubt: Doubt) => boolean,
): Map<ChatMessage, Doubt> {
  const main = mainForm(doubts.lines);
  const isOther = (doubt: Doubt) =>
    doubt.form !== (doubts.trusted.has(doubt.own) ? doubt.own : main) || isNoDate(doubt, orders);
  const isBack = (doubt: Doubt) => {
    const order = orders.get(doubt.form) ?? "DMY";
    return doubt.date.days[order] <= doubt.latest[order] - DAYS_BACK;
  };
  const doubted = new Map<Sender, number>();
  for (const doubt of doubts.kept)
    if (doubt.sender && (isOther(doubt) || isBack(doubt)))
      doubted.set(doubt.sender, (doubted.get(doubt.sender) ?? 0) + 1);
  const isStranger = ({ sender }: Doubt) => sender !== null && (doubted.get(sender) ?? 0) >= sender.messages;

  const pasted = new Map<ChatMessage, Doubt>();
  let row: Doubt[] = [];
  const settleRow = () => {
    const strange = row.filter((doubt) => isStranger(doubt) || saidBefore(doubt)).length;
    if (strange * 2 >= row.length) for (const doubt of row) pasted.set(doubt.message, doubt);
    row = [];
  };
  for (const doubt of doubts.kept) {
    const follows = row.at(-1)?.message.index === doubt.message.index - 1;
    if (row.length > 0 && !(follows && isBack(doubt) && !isOther(doubt))) settleRow();
    if (isOther(doubt)) pasted.set(doubt.message, doubt);
    else if (isBack(doubt)) row.push(doubt);
  }
  if (row.length > 0) settleRow();
  return pasted;
}

/** The file's own form: that of most of its lines. */
export function mainForm(lines: readonly number[]): number {
  let main = 0;
  for (const [form, count] of lines.entries()) if ((count ?? 0) > (lines[main] ?? 0)) main = form;
  return main;
}
