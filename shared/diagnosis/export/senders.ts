/** Who speaks: names found without making a text for each message, and names that hold ": " put together. Pure. */
import type { Chat, ChatMessage } from "../chat.ts";
import { isMark, withoutMarks } from "./digits.ts";
import { bodyOf } from "./kinds.ts";
import { isSystemText } from "./system.ts";

export type Sender = {
  /** In the order of their first lines. */
  place: number;
  /** As it stands in the file, marks included, with the ": " behind it. */
  spoken: string;
  /** As shown. */
  name: string;
  messages: number;
  /** Words and ": " that all of their messages so far start with: perhaps the rest of the name. */
  tail: string | null;
  /** While `tail` holds: their messages as written. */
  held: { message: ChatMessage; raw: string }[];
};

/** Longer is nobody's name; a contact's is at most 100 letters. */
const LONGEST = 160;
const LONGEST_TAIL = 60;
const COLON = 0x3a;

/** Of the first three letters: most chats have one name to a slot. */
const SLOTS = 1024;
/** More names that start alike (unsaved numbers of one country) are found by all of their letters. */
const MOST_IN_SLOT = 4;

export class Senders {
  readonly all: Sender[] = [];
  /** Where the words start behind the last name found. */
  after = 0;
  #bySlot: Sender[][] = Array.from({ length: SLOTS }, () => []);
  #byHash = new Map<number, Sender[]>();

  /** Who speaks in the words from `at` to `end`, the end of their line; null: WhatsApp itself. */
  find(text: string, at: number, end: number): Sender | null {
    const alike = this.#bySlot[slotOf(text, at)] ?? [];
    if (alike.length > 0 && alike.length <= MOST_IN_SLOT) {
      for (let place = 0; place < alike.length; place++) {
        const sender = alike[place];
        if (sender && text.startsWith(sender.spoken, at)) {
          this.after = at + sender.spoken.length;
          return sender;
        }
      }
    }
    const limit = Math.min(end, at + LONGEST);
    let hash = 0;
    for (let place = at; place < limit; place++) {
      const code = text.charCodeAt(place);
      if (code === COLON && place > at && isBehindName(text, place + 1, end)) {
        const sender = this.#known(hash, text, at, place) ?? this.#meet(hash, text, at, place, end);
        this.after = text.charCodeAt(place + 1) === 0x20 && place + 1 < end ? place + 2 : place + 1;
        return sender;
      }
      hash = (Math.imul(hash, 31) + code) | 0;
    }
    return null;
  }

  #known(hash: number, text: string, at: number, colon: number): Sender | undefined {
    const alike = this.#byHash.get(hash);
    if (!alike) return undefined;
    for (const sender of alike)
      if (sender.spoken.length === colon - at + 2 && text.startsWith(sender.spoken.slice(0, -1), at))
        return sender;
    return undefined;
  }

  #meet(hash: number, text: string, at: number, colon: number, end: number): Sender | null {
    const name = withoutMarks(text.slice(at, colon));
    if (name === "" || isSystemText(withoutMarks(text.slice(at, end)))) return null;
    const spoken = `${text.slice(at, colon)}: `;
    const sender: Sender = { place: this.all.length, spoken, name, messages: 0, tail: null, held: [] };
    this.all.push(sender);
    const alike = this.#byHash.get(hash);
    if (alike) alike.push(sender);
    else this.#byHash.set(hash, [sender]);
    this.#bySlot[slotOf(spoken, 0)]?.push(sender);
    return sender;
  }
}

function slotOf(text: string, at: number): number {
  const letters = text.charCodeAt(at) * 7 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2) * 131;
  return letters & (SLOTS - 1);
}

/** A name is followed by ": ", or by ":" at the end of the line or before a mark of direction. */
function isBehindName(text: string, at: number, end: number): boolean {
  if (at >= end) return true;
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x0d || code === 0xa0 || isMark(code);
}

/** Follows whether all that somebody says starts with the same words and ": ". */
export function followTail(sender: Sender, message: ChatMessage, raw: string): void {
  if (sender.messages === 0) sender.tail = tailOf(raw);
  sender.messages++;
  if (sender.tail === null) return;
  if (raw.startsWith(sender.tail)) sender.held.push({ message, raw });
  else {
    sender.tail = null;
    sender.held = [];
  }
}

function tailOf(raw: string): string | null {
  const colon = raw.indexOf(": ");
  if (colon < 1 || colon > LONGEST_TAIL) return null;
  const tail = raw.slice(0, colon);
  return tail.includes("\n") ? null : `${tail}: `;
}

const LEAST_ALIKE = 4;
const LEAST_WITH_SIGN = 2;

/**
 * "Ana: Taller: hola": the name is "Ana: Taller" if all that Ana ever says starts so, which nobody does even in
 * front of a picture. `mentions` are WhatsApp's own lines and the file's name.
 */
export function joinTails(senders: readonly Sender[], mentions: string, platform: Chat["platform"]): void {
  for (const sender of senders) {
    const { tail, held } = sender;
    if (tail === null) continue;
    const bodies = held.map(({ raw }) => bodyOf(raw.slice(tail.length), platform));
    const whole = `${sender.name}: ${withoutMarks(tail).slice(0, -1)}`;
    const hasSign = bodies.some(({ kind }) => kind !== "text" && kind !== "system");
    const isName =
      held.length >= LEAST_ALIKE || (hasSign && held.length >= LEAST_WITH_SIGN) || mentions.includes(whole);
    sender.held = [];
    if (!isName) continue;
    sender.name = whole;
    for (const [place, { message }] of held.entries()) Object.assign(message, bodies[place]);
  }
}
