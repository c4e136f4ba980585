/** A thread's messages as the measures see them. Pure. */
import type { Turn } from "../../measures/turn.ts";
import type { Chat } from "../chat.ts";
import type { Act, MessageIndex, Person, Reading, Thread } from "../diagnosis.ts";

/** `places`: of each turn, its place in the thread. */
export type ThreadTurns = { turns: Turn[]; messages: MessageIndex[]; places: number[] };

/** In the order of the chat; WhatsApp's own lines are left out. */
export function turnsOf(
  thread: Thread,
  chat: Chat,
  people: readonly Person[],
  readings: readonly Reading[],
): ThreadTurns {
  const turns: Turn[] = [];
  const messages: MessageIndex[] = [];
  const places: number[] = [];
  let hasAsked = false;
  for (const [place, index] of thread.messages.entries()) {
    const message = chat.messages[index];
    const reading = readings[index];
    const person = message?.by == null ? undefined : people[message.by];
    if (!message || !reading || !person) continue;
    messages.push(index);
    places.push(place);
    turns.push(turnOf(message.at, person, reading, hasAsked));
    hasAsked ||= person.role === "client";
  }
  return { turns, messages, places };
}

export const does = (reading: Reading, act: Act): boolean =>
  reading.act === act || reading.also.includes(act);

/** Thanks that are hardly a closing word leave room to ask again. */
const SETTLES = 0.7;

/**
 * `hasAsked`: the client spoke on this request before. What may be read as a new matter, or as asking where things
 * stand, is the latter there: the matter is known.
 */
function turnOf(at: number, person: Person, reading: Reading, hasAsked: boolean): Turn {
  const isClient = person.role === "client";
  const isBot = person.role === "bot";
  const asks = isClient && hasAsked && does(reading, "status_chase");
  const wants =
    !isClient || asks
      ? null
      : does(reading, "request")
        ? "work"
        : does(reading, "question")
          ? "answer"
          : null;
  return {
    at,
    side: isClient ? "client" : isBot ? "bot" : "staff",
    asks,
    addsNothing: asks || reading.addsNothing,
    isThanks: isClient && (reading.act === "acknowledgement" || reading.act === "closing") && !asks,
    settles:
      isClient && wants === null && reading.act === "closing" && reading.confidence >= SETTLES && !asks,
    withdraws: isClient && wants === null && does(reading, "cancel"),
    wants,
    completes: !isClient && !isBot && does(reading, "completion"),
    answers: !isClient && !isBot && does(reading, "answer"),
  };
}
