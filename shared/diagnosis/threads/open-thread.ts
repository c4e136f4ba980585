/** What is known of a request while the chat is read: who, when, and how it stands. Pure. */
import type { ChatMessage, WallTime } from "../chat.ts";
import type { Act, MessageIndex, PersonIndex, Reading } from "../diagnosis.ts";

/** How it stands, as the words tell. */
export const STANDS = ["fresh", "taken", "promised", "answered", "completed", "thanked", "closed"] as const;
export type Stand = (typeof STANDS)[number];

const MOST_STEMS = 48;
const MOST_PEOPLE = 12;

export class OpenThread {
  readonly id: number;
  readonly messages: MessageIndex[] = [];
  readonly confidence: number[] = [];
  /** Whose need it is; -1 where ours opened it and no client has spoken. */
  client: PersonIndex | -1 = -1;
  firstAt: WallTime = 0;
  lastAt: WallTime = 0;
  lastIndex = -1;
  lastBy: PersonIndex | -1 = -1;
  isLastOurs = false;
  lastAct: Act = "chat";
  /** Who of ours spoke last, and when. */
  lastOurs: PersonIndex | -1 = -1;
  ourAt: WallTime = 0;
  clientAt: WallTime = 0;
  stand: Stand = "fresh";
  /** Asked by ours, and no word of the client's since. */
  isAsked = false;
  /** Asked or asked for by the client, and no word of ours since. */
  isAwaited = false;
  wasChased = false;
  readonly took: PersonIndex[] = [];
  readonly named: PersonIndex[] = [];
  readonly stems: number[] = [];
  /** How many of `stems` its first message gave. */
  firstStems = 0;
  /** Where the stems of its last message lie in the chat's. */
  lastStems = { begin: 0, end: 0 };

  constructor(id: number) {
    this.id = id;
  }

  take(message: ChatMessage, isOurs: boolean, reading: Reading, confidence: number): void {
    const by = message.by ?? -1;
    if (this.messages.length === 0) this.firstAt = message.at;
    this.messages.push(message.index);
    this.confidence.push(confidence);
    this.lastAt = message.at;
    this.lastIndex = message.index;
    this.lastBy = by;
    this.isLastOurs = isOurs;
    this.lastAct = reading.act;
    if (!this.took.includes(by) && this.took.length < MOST_PEOPLE) this.took.push(by);
    if (isOurs) this.#hearOurs(message, by, reading);
    else this.#hearClient(message, by, reading);
  }

  note(stems: Int32Array, begin: number, end: number, named: readonly PersonIndex[]): void {
    for (let at = begin; at < end && this.stems.length < MOST_STEMS; at++) {
      const stem = stems[at] ?? -1;
      if (!this.stems.includes(stem)) this.stems.push(stem);
    }
    if (this.messages.length <= 1) this.firstStems = this.stems.length;
    this.lastStems = { begin, end };
    for (const person of named)
      if (!this.named.includes(person) && this.named.length < MOST_PEOPLE) this.named.push(person);
  }

  #hearOurs({ at }: ChatMessage, by: PersonIndex, { act, also }: Reading): void {
    this.lastOurs = by;
    this.ourAt = at;
    const does = (one: Act): boolean => act === one || also.includes(one);
    if (does("question")) this.isAsked = true;
    if (does("completion")) this.stand = "completed";
    else if (does("promise")) this.stand = "promised";
    else if (does("answer")) this.stand = this.stand === "completed" ? "completed" : "answered";
    else if (this.stand === "fresh") this.stand = "taken";
    this.isAwaited = false;
  }

  #hearClient({ at }: ChatMessage, by: PersonIndex, { act, also }: Reading): void {
    if (this.client < 0) this.client = by;
    this.clientAt = at;
    this.isAsked = false;
    const does = (one: Act): boolean => act === one || also.includes(one);
    if (does("closing") || does("cancel")) this.stand = "closed";
    else if (act === "acknowledgement" && (this.stand === "answered" || this.stand === "completed"))
      this.stand = "thanked";
    else if (does("request") || does("question") || does("status_chase")) {
      if (STANDS.indexOf(this.stand) > STANDS.indexOf("promised")) this.stand = "taken";
      this.isAwaited = true;
    } else if (act !== "acknowledgement" && act !== "chat" && !this.isLastOurs) this.isAwaited = true;
    if (does("status_chase")) this.wasChased = true;
  }
}
