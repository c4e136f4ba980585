/** What tells which earlier message an IRC message goes on from: a row for each candidate, itself the last one. */
import type { Rows } from "../../shared/diagnosis/threads/ranker.ts";
import { IRC_COLUMN, type IrcFeature } from "./irc-columns.ts";
import type { IrcLog, IrcMessage } from "./irc-log.ts";
import { type Traits, traitsOf } from "./irc-traits.ts";

export const WINDOW = 100;

/** What of the messages before one is reckoned once for all of them. */
type Background = {
  lastOf: Map<string, number>;
  timesAfter: Map<number, number>;
  speakersAfter: Map<number, number>;
  isAnswered: Map<number, boolean>;
  lastToMe: number;
  partner: string | null;
};

/** What of a log is reckoned once. */
export class IrcScene {
  #log: IrcLog;
  #traits: Traits[];
  #rarity = new Map<string, number>();

  constructor(log: IrcLog) {
    this.#log = log;
    this.#traits = log.messages.map(traitsOf);
    for (const { bag } of this.#traits)
      for (const word of bag) this.#rarity.set(word, (this.#rarity.get(word) ?? 0) + 1);
    for (const [word, times] of this.#rarity)
      this.#rarity.set(word, Math.log(log.messages.length / times) / Math.log(log.messages.length));
  }

  /** Rows for the messages from `first` to `at` itself. */
  addRows(rows: Rows, at: number, first: number): void {
    const { messages } = this.#log;
    const [me, mine] = [messages[at], this.#traits[at]];
    if (!me || !mine) return;
    const put = (name: IrcFeature, value: number | boolean): void =>
      rows.add(IRC_COLUMN.get(name) ?? 0, value);
    const background = this.#background(at, first);
    for (let other = first; other < at; other++) {
      this.#pair(put, { at, other, me, mine, background });
      rows.endRow();
    }
    this.#begins(put, { at, me, mine, background });
    rows.endRow();
  }

  #background(at: number, first: number): Background {
    const { messages } = this.#log;
    const me = messages[at];
    const lastOf = new Map<string, number>();
    const timesAfter = new Map<number, number>();
    const speakersAfter = new Map<number, number>();
    const answered = new Set<string>();
    const isAnswered = new Map<number, boolean>();
    const seen = new Map<string, number>();
    let lastToMe = -1;
    let partner: string | null = null;
    for (let other = at - 1; other >= first; other--) {
      const { by, to, names } = messages[other] ?? {};
      if (!by) continue;
      speakersAfter.set(other, lastOf.size);
      timesAfter.set(other, seen.get(by) ?? 0);
      seen.set(by, (seen.get(by) ?? 0) + 1);
      if (!lastOf.has(by)) lastOf.set(by, other);
      isAnswered.set(other, answered.has(by));
      if (to) answered.add(to);
      if (me?.by && lastToMe < 0 && names?.includes(me.by)) lastToMe = other;
      if (partner === null && by === me?.by && to) partner = to;
    }
    return { lastOf, timesAfter, speakersAfter, isAnswered, lastToMe, partner };
  }

  #pair(
    put: (name: IrcFeature, value: number | boolean) => void,
    scene: {
      at: number;
      other: number;
      me: IrcMessage;
      mine: Traits;
      background: Background;
    },
  ): void {
    const { at, other, me, mine, background } = scene;
    const [it, its] = [this.#log.messages[other], this.#traits[other]];
    if (!it?.by || !its || !me.by) return;
    const apart = at - other;
    put(apartName(apart), 1);
    put("apart", Math.log2(apart) / 5);
    const minutes = me.minute - it.minute;
    put(minutesName(minutes), 1);
    put("minutes", Math.log2(1 + minutes) / 4);
    const order = background.timesAfter.get(other) ?? 0;
    const isLast = order === 0;
    const between = background.speakersAfter.get(other) ?? 0;
    const isSame = it.by === me.by;
    const isToIt = me.to === it.by;
    const isToMe = it.to === me.by;
    put("speakers between", Math.log2(1 + between) / 3);
    put("order among its speaker's", Math.min(4, order) / 4);
    put("nobody after it by its speaker", isLast);
    if (isSame) {
      put("same speaker", 1);
      put("same speaker, last", isLast);
      put("same speaker, last, nobody between", between === 0);
      put("same speaker, minutes", Math.log2(1 + minutes) / 4);
      put("same speaker, within a minute", minutes <= 1);
      put("same speaker, both to the same", me.to !== null && me.to === it.to);
      put("same speaker, both to nobody", me.to === null && it.to === null);
      put("same speaker, to another", me.to !== null && it.to !== null && me.to !== it.to);
      put("same speaker, only this one to somebody", me.to !== null && it.to === null);
      put("same speaker, only that one to somebody", me.to === null && it.to !== null);
      put("same speaker, that one asks", its.asks);
    } else {
      if (isToIt) {
        put("to its speaker", 1);
        put("to its speaker, last", isLast);
        put("to its speaker, second last", order === 1);
        put("to its speaker, asks", its.asks);
        put("to its speaker, who spoke to this one", isToMe);
        put("to its speaker, minutes", Math.log2(1 + minutes) / 4);
      } else if (me.names.includes(it.by)) {
        put("names its speaker", 1);
        put("names its speaker, last", isLast);
      } else if (me.to !== null) put("to another than its speaker", 1);
      if (isToMe) {
        put("it speaks to this one", 1);
        put("it speaks to this one, last", background.lastToMe === other);
        put("it asks this one", its.asks);
      } else if (it.names.includes(me.by)) put("it names this one", 1);
      else if (it.to !== null) put("it speaks to another", 1);
      const isPartner = background.partner === it.by;
      put("they spoke before", isPartner);
      put("they spoke before, last of them", isPartner && isLast);
      put(
        "none between but these two",
        between <= 1 &&
          (between === 0 || !background.lastOf.has(me.by)
            ? between === 0
            : (background.lastOf.get(me.by) ?? -1) > other),
      );
      put("talk of this one goes on with it", isPartner && me.to === null);
      put("newcomer's first", isLast && its.helps && it.to === null);
      put("thanks to its speaker", mine.thanks && (isPartner || isToIt || isToMe));
      put("thanks to it", mine.thanks);
    }
    put("both to the same", me.to !== null && it.to === me.to && !isSame);
    put("to the one it speaks to, another", me.to !== null && it.names.includes(me.to));
    put("neither to anybody", me.to === null && it.to === null);
    put("this one to nobody, that one to another", me.to === null && it.to !== null && !isToMe && !isSame);
    put("that one begins, to nobody", it.to === null && its.helps);
    put("that one asks", its.asks);
    put("asks after asking", its.asks && mine.asks);
    put("answers a question", its.asks && !mine.asks && !isSame);
    const isAnswered = background.isAnswered.get(other) ?? false;
    put("that one asks, nobody answered", its.asks && !isAnswered && !isSame);
    put("that one asks, answered", its.asks && isAnswered && !isSame);
    put("yes or no to a question", its.asks && mine.says && !isSame);
    this.#words(put, mine, its);
    put("command and bot", its.isCommand && mine.isBot);
    put("bot spoke it", its.isBot);
    put("that one short", it.words.length <= 3);
    put("that one long", it.words.length >= 15);
    put("its speaker spoke once", isLast && order === 0 && it.to === null && its.asks);
    put("last of anybody to this one's talk", isLast && isToMe);
  }

  #words(put: (name: IrcFeature, value: number | boolean) => void, mine: Traits, its: Traits): void {
    let [shared, rare, rarest] = [0, 0, 0];
    for (const word of mine.bag)
      if (its.bag.has(word)) {
        shared++;
        const rarity = this.#rarity.get(word) ?? 0;
        rare += rarity ** 2;
        rarest = Math.max(rarest, rarity);
      }
    put("words shared", Math.min(6, shared) / 3);
    put("rare words shared", Math.min(4, rare));
    put("words shared share", shared / (1 + Math.min(mine.bag.size, its.bag.size)));
    put("rare word shared", rarest > 0.75);
  }

  #begins(
    put: (name: IrcFeature, value: number | boolean) => void,
    scene: { at: number; me: IrcMessage; mine: Traits; background: Background },
  ): void {
    const { at, me, mine, background } = scene;
    put("begins", 1);
    if (me.by === null) {
      put("begins: server", 1);
      return;
    }
    const last = background.lastOf.get(me.by);
    const isFirst = last === undefined;
    put("begins: first words", isFirst);
    const silent = isFirst ? 1000 : at - last;
    put("begins: long silent", !isFirst && silent > 40);
    put("begins: silent", silent > 10 && silent <= 40);
    put("begins: just spoke", silent <= 3);
    put("begins: to somebody", me.to !== null);
    put("begins: names somebody", me.names.length > 0);
    put("begins: asks", mine.asks);
    put("begins: greets", mine.greets);
    put("begins: long", me.words.length > 15);
    put("begins: short", me.words.length <= 3);
    put("begins: command", mine.isCommand);
    put("begins: spoken to lately", background.lastToMe > at - 30);
    put("begins: not spoken to lately, asks", background.lastToMe < 0 && mine.asks);
    put("begins: thanks", mine.thanks);
    put("begins: yes or no", mine.says);
    put("begins: first words, asks", isFirst && mine.asks);
    put("begins: first words, to nobody", isFirst && me.to === null);
    put("begins: help words", mine.helps);
    put("begins: bot", mine.isBot);
    put("begins: just spoke, spoke to somebody", silent <= 5 && background.partner !== null);
    put("begins: small word first", mine.goesOn);
    put("begins: everybody", /\b(?:all|everyone|everybody|guys|folks)\b/i.test(me.text));
    put("begins: to somebody unseen", me.to !== null && !background.lastOf.has(me.to));
  }
}

function apartName(apart: number): IrcFeature {
  if (apart <= 3) return (["apart 1", "apart 2", "apart 3"] as const)[apart - 1] ?? "apart 3";
  if (apart <= 5) return "apart 4-5";
  if (apart <= 8) return "apart 6-8";
  if (apart <= 13) return "apart 9-13";
  return apart <= 25 ? "apart 14-25" : "apart 26+";
}

function minutesName(minutes: number): IrcFeature {
  if (minutes <= 0) return "minutes 0";
  if (minutes <= 1) return "minutes 1";
  if (minutes <= 3) return "minutes 2-3";
  if (minutes <= 6) return "minutes 4-6";
  return minutes <= 15 ? "minutes 7-15" : "minutes 16+";
}
