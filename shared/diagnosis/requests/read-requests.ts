/** What became of each request in a chat. Pure. */
import { businessBetween } from "../../measures/business-time.ts";
import { findChases } from "../../measures/chase.ts";
import { findFollowUps } from "../../measures/follow-up.ts";
import { firstReply, type Wait, waitsOf } from "../../measures/reply.ts";
import { type Resolved, resolve } from "../../measures/resolution.ts";
import { CHASE_AFTER } from "../../measures/thresholds.ts";
import type { BusinessClock, Turn } from "../../measures/turn.ts";
import type { Chat } from "../chat.ts";
import type {
  ChatRequest,
  MessageIndex,
  Person,
  PersonIndex,
  Reading,
  Shifts,
  Thread,
} from "../diagnosis.ts";
import { type Crossing, findCrossings } from "./crossings.ts";
import { titleOf } from "./title.ts";
import { does, turnsOf } from "./turns.ts";

/** A request with what the signs look at besides; `messages` are those of `turns`. */
export type FollowedRequest = {
  request: ChatRequest;
  turns: Turn[];
  messages: MessageIndex[];
  resolved: Resolved;
  waits: Wait[];
  crossings: Crossing[];
  /** Chases if a client were taken to be chasing after 5 or after 60 minutes. */
  sensitivity: { after5: number; after60: number };
};

export type Found = {
  chat: Chat;
  people: readonly Person[];
  readings: readonly Reading[];
  threads: readonly Thread[];
  shifts: Shifts;
};

/** One for each thread in which a person says something, in their order. */
export function readRequests(found: Found): FollowedRequest[] {
  const { chat, shifts } = found;
  const until = chat.messages.at(-1)?.at ?? 0;
  const business: BusinessClock = (from, to) => businessBetween(shifts.hours, from, to);
  return found.threads.flatMap((thread) => {
    const followed = follow(thread, found, business, until);
    return followed ? [followed] : [];
  });
}

function follow(
  thread: Thread,
  { chat, people, readings, shifts }: Found,
  business: BusinessClock,
  until: number,
): FollowedRequest | null {
  const { turns, messages, places } = turnsOf(thread, chat, people, readings);
  const indexOf = (place: number | null): MessageIndex | null =>
    place === null ? null : (messages[place] ?? null);
  const opened = indexOf(turns.findIndex(({ side }) => side !== "bot"));
  if (opened === null) return null;
  const speakers = messages.map((index) => chat.messages[index]?.by ?? null);
  const resolved = resolve(turns, until);
  const chases = findChases(turns, resolved.before, business);
  const due = turns.map(({ side }, place) =>
    side === "staff" ? (readings[messages[place] ?? -1]?.due ?? null) : null,
  );
  const crossings = findCrossings(
    {
      turns,
      by: speakers.map((by) => (by !== null && people[by]?.role === "staff" ? by : null)),
      due,
      chases,
      sure: places.map((place) => thread.confidence[place] ?? 0),
      before: resolved.before,
      doneAt: resolved.lastDone === null ? null : (turns[resolved.lastDone]?.at ?? null),
      until,
    },
    shifts,
  );
  const texts = openingOf(turns).map((place) => textOf(chat)(messages[place] ?? -1));
  const client = turns.findIndex(({ side }) => side === "client");
  const reply = firstReply(turns);
  const request: ChatRequest = {
    title: titleOf(texts),
    messages: thread.messages,
    confidence: thread.confidence.reduce((sum, each) => sum + each, 0) / (thread.confidence.length || 1),
    client: client < 0 ? null : (speakers[client] ?? null),
    opened,
    firstReply: indexOf(reply?.to ?? null),
    resolved: resolved.level,
    resolvedAt: indexOf(resolved.at),
    chases: chases.flatMap((place) => messages[place] ?? []),
    promises: turns.flatMap(({ side }, place) => {
      const message = messages[place];
      const reading = message === undefined ? undefined : readings[message];
      // A promise names its time: what only may be one is none without.
      return side === "staff" && message !== undefined && reading?.due != null && does(reading, "promise")
        ? [{ message, due: reading.due }]
        : [];
    }),
    handledBy: handlers(turns, messages, speakers, readings, resolved.at),
    crossedShift: crossings.length > 0,
    droppedAtShift: crossings.some(({ isDropped }) => isDropped),
    crossings: crossings.map(({ at, isDropped }) => ({ at, isDropped })),
    followUps: findFollowUps(turns, resolved, chases, business).flatMap(({ place, after }) => {
      const message = messages[place];
      return message === undefined ? [] : [{ message, after: indexOf(after) }];
    }),
  };
  const count = (after: number): number => findChases(turns, resolved.before, business, after).length;
  return {
    request,
    turns,
    messages,
    resolved,
    waits: waitsOf(turns, resolved.before),
    crossings,
    sensitivity: { after5: count(CHASE_AFTER.least), after60: count(CHASE_AFTER.most) },
  };
}

/** Places of what the client says before our first word; of what we say first where no client speaks. */
function openingOf(turns: readonly Turn[]): number[] {
  const first = turns.findIndex(({ side }) => side === "client");
  if (first < 0) return turns.slice(0, 3).map((_, place) => place);
  const answered = turns.findIndex(({ side }, place) => place > first && side === "staff");
  const run = turns.slice(first, answered < 0 ? first + 5 : Math.min(answered, first + 5));
  return run.flatMap(({ side }, place) => (side === "client" ? [first + place] : []));
}

const textOf =
  (chat: Chat) =>
  (index: MessageIndex): string =>
    chat.messages[index]?.text ?? "";

/** Who of ours said or did something on it; a mere "ok" after the end is nothing. */
function handlers(
  turns: readonly Turn[],
  messages: readonly MessageIndex[],
  speakers: readonly (PersonIndex | null)[],
  readings: readonly Reading[],
  end: number | null,
): PersonIndex[] {
  const handled = new Set<PersonIndex>();
  for (const [place, { side }] of turns.entries()) {
    const by = speakers[place] ?? null;
    if (side !== "staff" || by === null) continue;
    const act = readings[messages[place] ?? -1]?.act;
    if (end !== null && place > end && (act === "acknowledgement" || act === "chat")) continue;
    handled.add(by);
  }
  return [...handled];
}
