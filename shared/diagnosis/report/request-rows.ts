/** Requests as rows that open into their messages, with what was said, when, by whom, and what each one did. */
import type { ChatMessage } from "../chat.ts";
import type { ChatRequest, Diagnosis, MessageIndex, RequestIndex, Resolution, Role } from "../diagnosis.ts";
import type { Voice } from "./voice.ts";

export type Line = {
  /** Said once a day. */
  date: string | null;
  time: string;
  at: number;
  side: Role;
  name: string;
  text: string;
  /** What it was, where it was no text: "voice note". */
  kind: string | null;
  mark: { kind: "chase" | "promise" | "end"; word: string } | null;
};

export type RequestRow = {
  title: string;
  date: string;
  client: string | null;
  resolved: Resolution;
  state: string;
  chased: string | null;
  dropped: string | null;
  /** First reply, how long it took. */
  facts: string[];
  lines: Line[];
  moreLines: string | null;
};

export type RequestList = { rows: RequestRow[]; more: string | null };
/** The rows of these requests, at most so many; each is made once however often it is shown. */
export type RequestRows = (indexes: readonly RequestIndex[], most: number) => RequestList;

const MOST_LINES = 40;

export function requestRows(diagnosis: Diagnosis, voice: Voice): RequestRows {
  const made = new Map<RequestIndex, RequestRow>();
  const rowAt = (index: RequestIndex): RequestRow | undefined => {
    const known = made.get(index);
    const request = diagnosis.requests[index];
    if (known || !request) return known;
    const row = rowOf(request, diagnosis, voice);
    made.set(index, row);
    return row;
  };
  return (indexes, most) => {
    const rows = indexes.slice(0, most).flatMap((index) => rowAt(index) ?? []);
    const left = indexes.length - rows.length;
    return { rows, more: left > 0 ? voice.tell(voice.words.request.more, { count: left }) : null };
  };
}

function rowOf(request: ChatRequest, diagnosis: Diagnosis, voice: Voice): RequestRow {
  const { words, tell, duration, longDate } = voice;
  const { messages } = diagnosis.chat;
  const opened = messages[request.opened];
  const since = (index: MessageIndex): number => (messages[index]?.at ?? 0) - (opened?.at ?? 0);
  const facts: string[] = [];
  if (request.firstReply !== null)
    facts.push(tell(words.request.firstReply, { time: duration(since(request.firstReply)) }));
  else if (isClients(opened, diagnosis)) facts.push(words.request.noReply);
  if (request.resolvedAt !== null)
    facts.push(tell(words.request.took, { time: duration(since(request.resolvedAt)) }));
  const shown = request.messages.slice(0, MOST_LINES);
  const left = request.messages.length - shown.length;
  return {
    title: request.title,
    date: opened ? longDate(opened.at) : "",
    client: request.client === null ? null : (diagnosis.people[request.client]?.name ?? null),
    resolved: request.resolved,
    state: words.request.state[request.resolved],
    chased: request.chases.length > 0 ? tell(words.request.chased, { count: request.chases.length }) : null,
    dropped: request.droppedAtShift ? words.request.dropped : null,
    facts,
    lines: linesOf(shown, request, diagnosis, voice),
    moreLines: left > 0 ? tell(words.request.moreMessages, { count: left }) : null,
  };
}

function isClients(message: ChatMessage | undefined, { people }: Diagnosis): boolean {
  return message?.by !== null && message !== undefined && people[message.by]?.role === "client";
}

export function linesOf(
  indexes: readonly MessageIndex[],
  request: ChatRequest,
  { chat, people }: Diagnosis,
  voice: Voice,
): Line[] {
  const { words, tell, clock, longDate } = voice;
  const chases = new Set(request.chases);
  const promises = new Map(request.promises.map(({ message, due }) => [message, due]));
  const markOf = (index: MessageIndex, message: ChatMessage): Line["mark"] => {
    if (chases.has(index)) return { kind: "chase", word: words.request.chase };
    if (index === request.resolvedAt) return { kind: "end", word: words.request.end };
    const due = promises.get(index);
    if (due === undefined) return null;
    if (due === null) return { kind: "promise", word: words.request.promise };
    const isSameDay = longDate(due) === longDate(message.at);
    const time = isSameDay ? clock(due) : `${longDate(due)} ${clock(due)}`;
    return { kind: "promise", word: tell(words.request.promiseFor, { time }) };
  };
  let day = "";
  return indexes.flatMap((index): Line[] => {
    const message = chat.messages[index];
    if (!message) return [];
    const date = longDate(message.at);
    const isNewDay = date !== day;
    day = date;
    const person = message.by === null ? undefined : people[message.by];
    return [
      {
        date: isNewDay ? date : null,
        time: clock(message.at),
        at: message.at,
        side: person?.role ?? "bot",
        name: person?.name ?? words.kind.system,
        text: message.text,
        kind: message.kind === "text" && message.text !== "" ? null : words.kind[message.kind],
        mark: markOf(index, message),
      },
    ];
  });
}
