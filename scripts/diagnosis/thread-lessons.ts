/** Turns labelled chats into choices to learn from, and says how well found threads agree with them. */
import type { Person, Reading, Thread } from "../../shared/diagnosis/diagnosis.ts";
import { addRows } from "../../shared/diagnosis/threads/features.ts";
import type { OpenThread } from "../../shared/diagnosis/threads/open-thread.ts";
import { walk } from "../../shared/diagnosis/threads/walk.ts";
import type { Lessons } from "./fit-ranker.ts";
import type { TrainingChat } from "./training-chats.ts";

export type Labelled = {
  name: string;
  language: string;
  chat: TrainingChat["chat"];
  people: Person[];
  requestsOf: number[][];
  readings: Reading[];
};

/** Readings as they were marked by hand. */
export function goldReadings({ chat, acts, due }: TrainingChat): Reading[] {
  return chat.messages.map(({ index }) => {
    const [act = "chat", ...also] = acts[index] ?? [];
    return {
      act,
      confidence: 1,
      also,
      due: due[index] ?? null,
      addsNothing: act === "status_chase" || act === "acknowledgement" || act === "chat" || act === "closing",
    };
  });
}

/** What each client who had two requests or more would have seen in a chat of their own. */
export function directChatsOf(one: Labelled): Labelled[] {
  return one.people.flatMap((person, client) => {
    if (person.role !== "client") return [];
    const theirs = new Set(
      one.chat.messages.flatMap(({ by, index }) => (by === client ? (one.requestsOf[index] ?? []) : [])),
    );
    const kept = one.chat.messages.filter(
      ({ by, index }) => by === client || one.requestsOf[index]?.some((request) => theirs.has(request)),
    );
    const isShared = kept.some(({ by }) => by !== null && by !== client && one.people[by]?.role === "client");
    if (theirs.size < 2 || isShared) return [];
    const messages = kept.map((message, index) => ({ ...message, index }));
    return {
      ...one,
      chat: { ...one.chat, isGroup: false, messages },
      requestsOf: kept.map(({ index }) =>
        (one.requestsOf[index] ?? []).filter((request) => theirs.has(request)),
      ),
      readings: kept.flatMap(({ index }) => one.readings[index] ?? []),
    };
  });
}

/** How many of the right requests were not among the candidates. */
export function addLessons(lessons: Lessons, { chat, people, requestsOf, readings }: Labelled): number {
  const known = new Map<number, OpenThread>();
  let missed = 0;
  walk(chat, people, readings, (scene, open) => {
    const requests = requestsOf[scene.message.index] ?? [];
    const right = requests.flatMap((request) => known.get(request) ?? []);
    const isNew = requests.some((request) => !known.has(request));
    const places = scene.candidates.length;
    if (right.some((thread) => !scene.candidates.includes(thread))) missed++;
    if (isNew || requests.length === 0 || right.some((thread) => scene.candidates.includes(thread))) {
      addRows(lessons.rows, scene);
      const rightPlaces = new Set(right.map((thread) => scene.candidates.indexOf(thread)));
      if (isNew) rightPlaces.add(places);
      if (requests.length === 0) rightPlaces.add(places + 1);
      lessons.endChoice((candidate) => rightPlaces.has(candidate));
    }
    return requests.map((request) => {
      const thread = known.get(request) ?? open();
      known.set(request, thread);
      return { thread, confidence: 1 };
    });
  });
  return missed;
}

export type Agreement = {
  together: number;
  gold: number;
  found: number;
  goldRequests: number;
  foundRequests: number;
};

/** Pairs of messages in one request, in the gold and as found. */
export function agreementOf(
  { requestsOf }: Pick<Labelled, "requestsOf">,
  threads: readonly Thread[],
): Agreement {
  const gold = new Map<number, number[]>();
  requestsOf.forEach((requests, index) => {
    for (const request of requests) {
      const messages = gold.get(request);
      if (messages) messages.push(index);
      else gold.set(request, [index]);
    }
  });
  const goldPairs = pairsOf([...gold.values()]);
  const foundPairs = pairsOf(threads.map(({ messages }) => messages));
  let together = 0;
  for (const pair of foundPairs) if (goldPairs.has(pair)) together++;
  return {
    together,
    gold: goldPairs.size,
    found: foundPairs.size,
    goldRequests: gold.size,
    foundRequests: threads.length,
  };
}

function pairsOf(groups: readonly (readonly number[])[]): Set<number> {
  const pairs = new Set<number>();
  for (const group of groups)
    group.forEach((one, at) => {
      for (const other of group.slice(at + 1))
        pairs.add(Math.min(one, other) * 100_000 + Math.max(one, other));
    });
  return pairs;
}

export function inFigures({ together, gold, found }: Agreement): {
  precision: number;
  recall: number;
  f: number;
} {
  const precision = found === 0 ? 0 : together / found;
  const recall = gold === 0 ? 0 : together / gold;
  return { precision, recall, f: together === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
