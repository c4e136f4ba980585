/** An exported WhatsApp chat, read in one pass from pieces of its text. Pure. */
import type { Chat, ChatMessage, DateOrder } from "../chat.ts";
import { TitleFollower } from "./chat-title.ts";
import { Dates } from "./dates.ts";
import { Doubts } from "./doubts.ts";
import { HeaderReader } from "./header-steps.ts";
import { type Body, bodyOf } from "./kinds.ts";
import { followTail, type Sender, Senders } from "./senders.ts";
import { settleChat } from "./settle-chat.ts";
import { reject } from "./unreadable.ts";

export type ExportOptions = {
  /** Said by somebody: stands over whatever the file tells. */
  order?: DateOrder;
  /** "WhatsApp Chat with Ana.txt" names the chat. */
  fileName?: string;
  /** When the file was written. */
  fileDate?: Date;
};

export type ExportReader = {
  /** The next piece of the text; it may end anywhere. */
  push(text: string): void;
  end(): Chat;
};

/** Reads an export piece by piece; what is kept are its messages. */
export const openExport = (options: ExportOptions = {}): ExportReader => new LineReader(options);

/** Reads a whole export. */
export function readExport(text: string, options: ExportOptions = {}): Chat {
  const reader = openExport(options);
  reader.push(text);
  return reader.end();
}

const COMPACT_AT = 512;
/** WhatsApp's own lines that tell the language, and how much of each. */
const SYSTEM_TEXTS = 12;
const SYSTEM_LETTERS = 300;
const MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g;
const SECONDS_A_DAY = 86_400;

class LineReader implements ExportReader {
  readonly #options: ExportOptions;
  readonly #headers = new HeaderReader();
  readonly #dates = new Dates();
  readonly #senders = new Senders();
  readonly #doubts = new Doubts();
  readonly #titles = new TitleFollower();
  readonly #messages: ChatMessage[] = [];
  /** Places of dates in the order of the file, each with its lines. */
  readonly #runs: { date: number; lines: number }[] = [];
  #run = { date: -1, lines: 0 };
  readonly #systemTexts: string[] = [];
  readonly #unreadable: Chat["unreadable"] = { count: 0, first: [] };
  readonly #signs = new Map<string, Body>();
  #ownName: string | null = null;
  #platform: Chat["platform"] = null;
  #line = 0;
  /** The line that a piece ended in. */
  #rest = "";

  /** Messages whose texts hold on to no piece of the file. */
  #compacted = 0;

  // The message whose lines are being read: what earlier pieces held of it, and where it starts in this one.
  #isOpen = false;
  #earlier = "";
  /** Date, time and name as written: only of a message in doubt. */
  #header = "";
  #wordsStart = 0;
  #sender: Sender | null = null;
  #at = 0;
  #startLine = 0;
  #form = 0;
  #isDoubtful = false;
  #hasReturns = false;

  constructor(options: ExportOptions) {
    this.#options = options;
  }

  push(text: string): void {
    if (this.#messages.length - this.#compacted >= COMPACT_AT) this.#compact();
    const last = text.lastIndexOf("\n");
    if (last === -1) {
      this.#rest += text;
      return;
    }
    let from = 0;
    if (this.#rest !== "") {
      from = text.indexOf("\n") + 1;
      const line = this.#rest + text.slice(0, from);
      this.#rest = "";
      this.#read(line, 0, line.length);
      // What stands before has just been read.
      this.#wordsStart = from;
    }
    this.#read(text, from, last + 1);
    this.#rest = text.slice(last + 1);
  }

  /**
   * A text cut from a piece keeps all of the piece, at two bytes a letter once there is one emoji in it. Read back from
   * JSON each is a string of its own, at one byte a letter where it can be: half the memory of a chat or less.
   */
  #compact(): void {
    const batch = this.#messages.slice(this.#compacted);
    const texts: string[] = JSON.parse(JSON.stringify(batch.map(({ text }) => text)));
    for (const [place, message] of batch.entries()) message.text = texts[place] ?? "";
    this.#compacted = this.#messages.length;
  }

  end(): Chat {
    if (this.#rest !== "") {
      const line = `${this.#rest}\n`;
      this.#rest = "";
      this.#read(line, 0, line.length);
    }
    if (this.#isOpen) this.#finish("", 0);
    return settleChat({
      options: this.#options,
      forms: this.#headers.forms,
      dates: this.#dates.all,
      runs: this.#runs,
      senders: this.#senders.all,
      doubts: this.#doubts,
      messages: this.#messages,
      systemTexts: this.#systemTexts,
      groupTitle: this.#titles.title,
      ownName: this.#ownName,
      platform: this.#platform,
      unreadable: this.#unreadable,
    });
  }

  /** Whole lines: from `from` to `to`, behind a line feed. */
  #read(text: string, from: number, to: number): void {
    const headers = this.#headers;
    for (let start = from; start < to; ) {
      const end = text.indexOf("\n", start);
      this.#line++;
      const words = headers.read(text, start, end);
      if (words === -1 || !this.#start(text, start, words, end)) {
        if (!this.#isOpen) reject(this.#unreadable, this.#line, text.slice(start, end));
      }
      if (text.charCodeAt(end - 1) === 0x0d) this.#hasReturns = true;
      start = end + 1;
    }
    if (!this.#isOpen) return;
    this.#earlier += text.slice(this.#wordsStart, to);
    this.#wordsStart = 0;
  }

  #start(text: string, start: number, words: number, end: number): boolean {
    const headers = this.#headers;
    const { form } = headers;
    const shape = headers.forms[form];
    if (!shape) return false;
    const place = this.#dates.place(form, shape, headers.first, headers.second, headers.third);
    const date = this.#dates.all[place];
    if (!date) return false;
    if (this.#isOpen) this.#finish(text, start);
    if (this.#run.date === place) this.#run.lines++;
    else {
      this.#run = { date: place, lines: 1 };
      this.#runs.push(this.#run);
    }
    this.#platform ??= shape.isBracketed || shape.form.endsWith(":") ? "ios" : "android";

    this.#isOpen = true;
    this.#sender = this.#senders.find(text, words, end);
    this.#wordsStart = this.#sender ? this.#senders.after : words;
    this.#form = form;
    // Half a second more: V8 keeps a field that has held a fraction as one for good, and need not move 100,000s later.
    this.#at = place * SECONDS_A_DAY + headers.secondsOfDay + 0.5;
    this.#startLine = this.#line;
    this.#isDoubtful = this.#doubts.isDoubtful(form, date);
    this.#header = this.#isDoubtful ? text.slice(start, this.#wordsStart) : "";
    this.#hasReturns = false;
    return true;
  }

  /** The message open ends before `end` in `text`. */
  #finish(text: string, end: number): void {
    const raw = this.#words(text, end);
    const sender = this.#sender;
    const index = this.#messages.length;
    let message: ChatMessage;
    if (sender) {
      const body = this.#bodyOf(raw);
      const { kind, file, isEdited } = body;
      const isOwn = kind === "system";
      message = {
        index,
        at: this.#at,
        by: isOwn ? null : sender.place,
        kind,
        text: body.text,
        file,
        isEdited,
      };
      if (isOwn) {
        this.#ownName ??= sender.name;
        this.#follow(body.text);
      } else followTail(sender, message, raw);
    } else {
      const said = raw.replace(MARKS, "");
      message = { index, at: this.#at, by: null, kind: "system", text: said, file: null, isEdited: false };
      this.#follow(said);
    }
    this.#messages.push(message);
    if (this.#isDoubtful) this.#keepDoubt(message, raw);
  }

  /** The same few signs ("<Media omitted>") make up much of a chat: each is read once. */
  #bodyOf(raw: string): Body {
    const first = raw.charCodeAt(0);
    if (first !== 0x3c && first !== 0x200e) return bodyOf(raw, this.#platform);
    const known = this.#signs.get(raw);
    if (known) return known;
    const body = bodyOf(raw, this.#platform);
    if (body.kind !== "text" && body.text === "" && body.file === null) this.#signs.set(raw, body);
    return body;
  }

  /** All lines of the open message, without the ends of the last ones. */
  #words(text: string, end: number): string {
    let stop = end;
    if (this.#earlier === "") {
      while (stop > this.#wordsStart && isLineEnd(text.charCodeAt(stop - 1))) stop--;
      const words = text.slice(this.#wordsStart, stop);
      return this.#hasReturns ? words.replaceAll("\r\n", "\n") : words;
    }
    const words = this.#earlier + text.slice(this.#wordsStart, end);
    this.#earlier = "";
    stop = words.length;
    while (stop > 0 && isLineEnd(words.charCodeAt(stop - 1))) stop--;
    return words.slice(0, stop).replaceAll("\r\n", "\n");
  }

  #follow(said: string): void {
    this.#titles.follow(said);
    if (this.#systemTexts.length < SYSTEM_TEXTS) this.#systemTexts.push(said.slice(0, SYSTEM_LETTERS));
  }

  #keepDoubt(message: ChatMessage, raw: string): void {
    const date = this.#dates.all[Math.floor(message.at / SECONDS_A_DAY)];
    if (!date) return;
    this.#doubts.kept.push({
      message,
      line: this.#startLine,
      written: this.#header + raw,
      form: this.#form,
      own: this.#doubts.own,
      date,
      sender: message.by === null ? null : this.#sender,
      latest: this.#doubts.latest(),
    });
  }
}

const isLineEnd = (code: number): boolean => code === 0x0a || code === 0x0d;
