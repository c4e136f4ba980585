/** From chances to one reading. Pure. */
import type { ChatMessage } from "../chat.ts";
import { ACTS, type Act, type Reading, type WeekSpan } from "../diagnosis.ts";
import { dueOf } from "./promise-due.ts";
import { FACT } from "./text-facts.ts";

/** From this chance on a second act counts as done as well. */
const ALSO = 0.2;
/** From this chance on a message adds nothing. */
const NOTHING = 0.5;
/** Acts that give something new whatever else is said. */
const NEWS: ReadonlySet<Act> = new Set<Act>(["request", "answer", "promise", "completion", "cancel"]);

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

function reading(
  chances: Float32Array,
  message: ChatMessage,
  facts: number,
  isOurs: boolean,
  hours: readonly WeekSpan[],
): Reading {
  let best = 0;
  for (let act = 1; act < ACTS.length; act++) if ((chances[act] ?? 0) > (chances[best] ?? 0)) best = act;
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
  const addsNothing = (chances[ACTS.length] ?? 0) >= NOTHING && !NEWS.has(act);
  const also = alsoOf(second);
  const promises = act === "promise" || also.includes("promise");
  const due =
    promises && isOurs && facts & (FACT.time | FACT.figure | FACT.promise)
      ? dueOf(message.text, message.at, hours)
      : null;
  if (due !== null) return { act, confidence: percent / 100, also, due, addsNothing };
  const key = ((best * 16 + second + 1) * 128 + percent) * 2 + (addsNothing ? 1 : 0);
  const same = known.get(key);
  if (same !== undefined) return same;
  const settled: Reading = Object.freeze({ act, confidence: percent / 100, also, due, addsNothing });
  if (known.size < KNOWN_AT_MOST) known.set(key, settled);
  return settled;
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
