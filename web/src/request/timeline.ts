/** One line of time out of what was said and what happened to the request. */
import type { Message, Waiting } from "../../../shared/api/conversations.ts";
import type { RequestEvent } from "../../../shared/api/requests.ts";
import { isTold, oneLineACall } from "./message/happening-facts.ts";

export type Entry =
  | { kind: "day"; key: string; at: string }
  | { kind: "message"; key: string; at: string; message: Message; continues: boolean }
  | { kind: "waiting"; key: string; at: string; waiting: Waiting }
  | { kind: "event"; key: string; at: string; event: RequestEvent }
  | { kind: "note"; key: string; at: string; event: RequestEvent };

/** What the thread shows by itself already: the message. */
const SAID_BY_THE_THREAD = new Set(["message", "evidence", "replied"]);

const ALBUM_MS = 60_000;

function continues(message: Message, before: Entry | undefined): boolean {
  if (before?.kind !== "message") return false;
  const earlier = before.message;
  // What nobody said breaks the breath of those who speak.
  if (isTold(message) || isTold(earlier)) return false;
  return (
    earlier.side === message.side &&
    earlier.author === message.author &&
    Date.parse(message.saidAt) - Date.parse(earlier.saidAt) < ALBUM_MS
  );
}

function entryOf(event: RequestEvent): Entry {
  return {
    kind: event.kind === "note" ? "note" : "event",
    key: `event-${event.seq}`,
    at: event.at,
    event,
  };
}

/** Messages come first within the same second: what was said is the cause of what was done about it. */
export function makeTimeline(
  messages: readonly Message[],
  events: readonly RequestEvent[],
  waiting: readonly Waiting[] = [],
): Entry[] {
  const told: Entry[] = [
    ...oneLineACall(messages).map((message): Entry => {
      return { kind: "message", key: `message-${message.id}`, at: message.saidAt, message, continues: false };
    }),
    ...waiting.map((one, place): Entry => {
      return { kind: "waiting", key: `waiting-${one.at}-${place}`, at: one.at, waiting: one };
    }),
    ...events.filter((event) => !SAID_BY_THE_THREAD.has(event.kind)).map(entryOf),
  ];
  const ordered = told
    .map((entry, place) => ({ entry, time: Date.parse(entry.at), place }))
    .sort((a, b) => a.time - b.time || a.place - b.place);

  const line: Entry[] = [];
  let day = "";
  for (const { entry, time } of ordered) {
    const itsDay = new Date(time).toDateString();
    if (itsDay !== day) line.push({ kind: "day", key: `day-${itsDay}`, at: entry.at });
    day = itsDay;
    line.push(
      entry.kind === "message" ? { ...entry, continues: continues(entry.message, line.at(-1)) } : entry,
    );
  }
  return line;
}

/** Notes alone, oldest first. */
export const notesOf = (events: readonly RequestEvent[]): RequestEvent[] =>
  events.filter((event) => event.kind === "note");
