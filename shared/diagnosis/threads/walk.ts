/** Goes through a chat message by message and asks of each where it belongs; used to learn and to find. Pure. */
import type { Chat, ChatMessage } from "../chat.ts";
import { ACTS, type Person, type Reading } from "../diagnosis.ts";
import { OpenThread } from "./open-thread.ts";
import { Recent } from "./recent.ts";
import { type After, Comparer, isOurRole, placesOf, type Scene } from "./scene.ts";
import { Wording } from "./wording.ts";

/** Where a message belongs; empty: to none. */
export type Decision = readonly { thread: OpenThread; confidence: number }[];

type Memory = { at: number; threads: OpenThread[] };

const NOBODY: readonly number[] = [];
const NOTHING: Scene["before"] = { by: -1, minutes: Number.POSITIVE_INFINITY, isOurs: false, threads: [] };

export function walk(
  chat: Chat,
  people: readonly Person[],
  readings: readonly Reading[],
  decide: (scene: Scene, open: () => OpenThread) => Decision,
): OpenThread[] {
  const wording = new Wording(chat);
  const recent = new Recent(wording);
  const comparer = new Comparer(wording);
  const threads: OpenThread[] = [];
  const own = new Map<number, Memory>();
  const asides = new Map<number, OpenThread>();
  let before: Scene["before"] = NOTHING;
  let beforeAt = 0;
  const open = (): OpenThread => {
    const thread = new OpenThread(threads.length);
    threads.push(thread);
    return thread;
  };
  for (const message of chat.messages) {
    const reading = readings[message.index];
    const { by, index, at } = message;
    if (by === null || !reading || message.kind === "system") continue;
    const person = people[by];
    const isOurs = isOurRole(person);
    const mine = own.get(by);
    const named = wording.namedIn(index);
    const candidates = recent.candidatesOf(index, by, isOurs);
    const scene: Scene = {
      message,
      by,
      isOurs,
      isWorker: person?.role === "worker",
      isBot: person?.role === "bot",
      reading,
      act: ACTS.indexOf(reading.act),
      also: placesOf(reading.also),
      isWordless: wording.wordCounts[index] === 0,
      wordCount: wording.wordCounts[index] ?? 0,
      asks: wording.asks[index] === 1,
      named,
      addressed: wording.addressedIn(index),
      hasFigure: hasFigure(wording, index),
      before: before === NOTHING ? before : { ...before, minutes: (at - beforeAt) / 60_000 },
      own: {
        minutes: mine ? (at - mine.at) / 60_000 : Number.POSITIVE_INFINITY,
        threads: mine?.threads ?? [],
      },
      next: afterOf(chat, people, readings, index, 1, null),
      reply: afterOf(chat, people, readings, index, REPLY_WITHIN, isOurs),
      candidates,
      likeness: comparer.likenessOf(index, candidates, named),
      aside: comparer.alsoWith(asides.get(by)),
      everybody: wording.everybody[index] === 1,
    };
    const chosen = decide(scene, open);
    for (const { thread, confidence } of chosen) {
      thread.take(message, isOurs, reading, confidence);
      thread.note(wording.stems, wording.begins[index] ?? 0, wording.begins[index + 1] ?? 0, named);
      recent.touch(thread, index, by);
    }
    if (chosen.length === 0) {
      const bag = asides.get(by) ?? new OpenThread(-1);
      asides.set(by, bag);
      bag.note(wording.stems, wording.begins[index] ?? 0, wording.begins[index + 1] ?? 0, NOBODY);
    }
    const put = chosen.map(({ thread }) => thread);
    own.set(by, { at, threads: put });
    before = { by, minutes: 0, isOurs, threads: put };
    beforeAt = at;
  }
  return threads;
}

/** So many messages later at most, and so many minutes, an answer is one to this message. */
const REPLY_WITHIN = 4;
const REPLY_MINUTES = 60;

/** The first message after this one, of the other side where `side` is given. */
function afterOf(
  { messages }: Chat,
  people: readonly Person[],
  readings: readonly Reading[],
  index: number,
  within: number,
  side: boolean | null,
): After | null {
  const at = messages[index]?.at ?? 0;
  for (let other = index + 1; other <= index + within && other < messages.length; other++) {
    const message = messages[other];
    const reading = readings[other];
    if (!message || message.by === null || !reading) continue;
    const minutes = (message.at - at) / 60_000;
    if (minutes > REPLY_MINUTES) return null;
    const isOurs = isOurRole(people[message.by]);
    if (side === null || isOurs !== side)
      return { by: message.by, minutes, isOurs, act: ACTS.indexOf(reading.act) };
  }
  return null;
}

function hasFigure(wording: Wording, index: ChatMessage["index"]): boolean {
  const end = wording.begins[index + 1] ?? 0;
  for (let at = wording.begins[index] ?? 0; at < end; at++)
    if (wording.isFigure(wording.stems[at] ?? -1)) return true;
  return false;
}
