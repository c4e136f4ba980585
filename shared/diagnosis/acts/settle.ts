/** From chances to one reading. Pure. */
import type { ChatMessage, WallTime } from "../chat.ts";
import { ACTS, type Act, type Reading, type WeekSpan } from "../diagnosis.ts";
import { likeliest } from "./act-scores.ts";
import { FACT } from "./phrase-facts.ts";
import { dueOf } from "./promise-due.ts";

/** From this chance on a second act counts as done as well. */
const ALSO = 0.2;
/** From this chance on a message adds nothing; one that asks again is doubted only where much speaks against it: on
 * chats left out this kept 87 % of the chases instead of 80 %, for 2 % more that were none. */
const NOTHING = 0.5;
const NOTHING_BUT_CHASE = 0.2;
/** Acts that give something new whatever else is said. */
const NEWS: ReadonlySet<Act> = new Set<Act>(["request", "answer", "promise", "completion", "cancel"]);

const NAMES_TIME = FACT.time | FACT.figure | FACT.promise;

const nothing: Reading = Object.freeze({
  act: "chat",
  confidence: 1,
  also: Object.freeze([]),
  due: null,
  addsNothing: true,
});

/** Readings are alike by the thousand: each different one exists once. */
const known = new Map<number, Reading>();
const KNOWN_AT_MOST = 100_000;
const alsos = new Map<number, readonly Act[]>();

type Said = {
  message: ChatMessage;
  /** The last message before it by somebody else: "Booked" promises the time that was asked for there. */
  offered: ChatMessage | undefined;
  facts: number;
  isOurs: boolean;
  hours: readonly WeekSpan[];
};

function reading(chances: Float32Array, said: Said): Reading {
  const best = likeliest(chances);
  const act = ACTS[best] ?? "chat";
  const percent = Math.round((chances[best] ?? 0) * 100);
  let second = -1;
  for (let other = 0; other < ACTS.length; other++)
    if (
      other !== best &&
      (chances[other] ?? 0) >= ALSO &&
      (second < 0 || (chances[other] ?? 0) > (chances[second] ?? 0))
    )
      second = other;
  const enough = act === "status_chase" ? NOTHING_BUT_CHASE : NOTHING;
  const addsNothing = (chances[ACTS.length] ?? 0) >= enough && !NEWS.has(act);
  const also = alsoOf(second);
  const promises = act === "promise" || also.includes("promise");
  const due = said.isOurs ? dueHere(said, act, promises) : null;
  if (due !== null) return { act, confidence: percent / 100, also, due, addsNothing };
  const key = ((best * 16 + second + 1) * 128 + percent) * 2 + (addsNothing ? 1 : 0);
  const same = known.get(key);
  if (same !== undefined) return same;
  const settled: Reading = Object.freeze({ act, confidence: percent / 100, also, due, addsNothing });
  if (known.size < KNOWN_AT_MOST) known.set(key, settled);
  return settled;
}

/** An offer older than this is no longer what a bare "booked" takes up. */
const OFFER_STANDS = 3 * 60 * 60_000;

/** Whatever ours say of a time ahead agrees on it, a promise or not; "ok" to a time that was asked for does too. */
function dueHere({ message, offered, facts, hours }: Said, act: Act, promises: boolean): WallTime | null {
  if (act === "completion" && !promises) return null;
  const stands = offered !== undefined && message.at - offered.at <= OFFER_STANDS ? offered.text : "";
  const due = facts & NAMES_TIME ? dueOf(message.text, message.at, hours, stands) : null;
  const takesUp = promises || act === "acknowledgement";
  if (due !== null || !takesUp || facts & FACT.saysSomething || stands === "") return due;
  return dueOf(stands, message.at, hours);
}

function alsoOf(act: number): readonly Act[] {
  const same = alsos.get(act);
  if (same !== undefined) return same;
  const name = ACTS[act];
  const list = Object.freeze(name === undefined ? [] : [name]);
  alsos.set(act, list);
  return list;
}

export const settle = { nothing, reading };
