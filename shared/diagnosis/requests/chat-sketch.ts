/** A chat sketched in few words, for tests: who said what when, and what it does. */
import type { Chat } from "../chat.ts";
import {
  ACTS,
  type Act,
  type Person,
  type Reading,
  type Role,
  type Shifts,
  type Thread,
} from "../diagnosis.ts";
import type { Found } from "./read-requests.ts";

/** Hours from Monday 00:00; who: "c…" a client, "w…" a worker, "b…" a bot, else staff; acts, the main one first. */
export type Line = {
  at: number;
  who: string;
  acts: string;
  text?: string;
  due?: number;
  in?: number;
  sure?: number;
};

const HOUR = 3_600_000;
/** Monday, 5 January 2026. */
const MONDAY = Date.UTC(2026, 0, 5);
export const hour = (hours: number): number => MONDAY + hours * HOUR;

const DAYS = [0, 1, 2, 3, 4, 5, 6];
/** Every day 8 to 20, nobody hands over. */
export const oneShift: Shifts = {
  hours: DAYS.map((day) => ({ from: day * 1440 + 480, to: day * 1440 + 1200 })),
  boundaries: [],
  sessions: [],
  gapMinutes: 180,
};

const ADDS = new Set<Act>(["request", "answer", "promise", "completion", "cancel"]);

/** `in` numbers the request a line belongs to, from 0; without it 0. `until`: hours at which somebody says good night. */
export function sketch(
  lines: readonly Line[],
  until: number,
  shifts: Shifts = oneShift,
): Found & { people: Person[] } {
  const all = [...lines, { at: until, who: "b night", acts: "chat", in: -1 }].sort(
    (one, other) => one.at - other.at,
  );
  const names = [...new Set(all.map(({ who }) => who))];
  const people: Person[] = names.map((name) => ({
    name,
    role: roleOf(name),
    messages: all.filter(({ who }) => who === name).length,
    certainty: 1,
    reasons: [],
    perhapsSameAs: null,
  }));
  const readings: Reading[] = all.map(({ acts, due }) => {
    const [act = "chat", ...also] = acts.split(" ").flatMap((word) => ACTS.find((one) => one === word) ?? []);
    const addsNothing = ![act, ...also].some((one) => ADDS.has(one));
    return { act, also, confidence: 1, addsNothing, due: due === undefined ? null : hour(due) };
  });
  const threads: Thread[] = [];
  for (const [index, line] of all.entries()) {
    const number = line.in ?? 0;
    if (number < 0) continue;
    threads[number] ??= { messages: [], confidence: [] };
    threads[number].messages.push(index);
    threads[number].confidence.push(line.sure ?? 1);
  }
  const chat: Chat = {
    title: "Sketch",
    platform: null,
    isGroup: true,
    people: names,
    messages: all.map(({ at, who, text }, index) => ({
      ...{ index, at: hour(at), by: names.indexOf(who), kind: "text", text: text ?? "", file: null },
      isEdited: false,
    })),
    dateOrder: { order: "DMY", certainty: "proved", evidence: "day_over_12" },
    unreadable: { count: 0, first: [] },
  };
  return { chat, people, readings, threads, shifts };
}

function roleOf(name: string): Role {
  if (/^c\d*$/.test(name)) return "client";
  if (/^w\d*$/.test(name)) return "worker";
  return name.startsWith("b ") ? "bot" : "staff";
}
