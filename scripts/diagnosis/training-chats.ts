/** The labelled chats in ./chats, read; README.md beside this file says what is in them and how they were marked. */
import { readdirSync, readFileSync } from "node:fs";
import { type Chat, type ChatMessage, MESSAGE_KINDS, type WallTime } from "../../shared/diagnosis/chat.ts";
import {
  ACTS,
  type Language,
  type Person,
  ROLES,
  VERDICTS,
  type Verdict,
  type WeekSpan,
} from "../../shared/diagnosis/diagnosis.ts";
import { businessBetween } from "../../shared/measures/business-time.ts";

type Act = (typeof ACTS)[number];
type Resolved = {
  request: number;
  how: "confirmed" | "claimed" | "presumed" | "open";
  at: number | null;
};

export type TrainingChat = {
  name: string;
  language: Language;
  trade: string;
  chat: Chat;
  /** Roles as they are, each certain. */
  people: Person[];
  /** Of each message, main one first; none for system lines. */
  acts: Act[][];
  /** Of each message, the numbers of the requests it belongs to, as the file counts them. */
  requestsOf: number[][];
  /** Messages that chase by measures.md 6, clock included. */
  chases: Set<number>;
  /** Of each message, when the promise in it falls due, where it names a time. */
  due: (WallTime | null)[];
  /** When the business works. */
  hours: WeekSpan[];
  /** Of each request, in the order of their numbers. */
  resolved: Resolved[];
  verdict: Verdict;
};

const LANGUAGES: readonly Language[] = ["en", "es", "pt", "fr", "id", "ar", "hinglish", "sw", "de"];
const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const DAY_MINUTES = 24 * 60;
const MINUTE = 60_000;

/** Reads all of them, by name. Throws where a file is not as README.md says, with its line. */
export const readTrainingChats = (): TrainingChat[] => {
  const folder = new URL("./chats/", import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".tsv"))
    .sort()
    .map((file) => readTrainingChat(file.replace(/\.tsv$/, ""), readFileSync(new URL(file, folder), "utf8")));
};

export const readTrainingChat = (name: string, content: string): TrainingChat => {
  const heads: string[] = [];
  const messages: ChatMessage[] = [];
  const names: string[] = [];
  const roles: Person["role"][] = [];
  const acts: Act[][] = [];
  const requestsOf: number[][] = [];
  const chases = new Set<number>();
  const due: (WallTime | null)[] = [];
  for (const [lineIndex, line] of content.split("\n").entries()) {
    const fail = (what: string): never => {
      throw new Error(`${name}.tsv:${lineIndex + 1}: ${what}`);
    };
    if (line.startsWith("#")) heads.push(line.replace(/^#\s*/, ""));
    if (line === "" || line.startsWith("#")) continue;
    const [time = "", who = "", role = "", requests = "", marks = "", kind = "", text = "", ...more] =
      line.split("\t");
    if (more.length > 0) fail("more than seven fields");
    const index = messages.length;
    const at = wallTime(time) ?? fail(`no time: ${time}`);
    const known = MESSAGE_KINDS.find((each) => each === (kind || "text")) ?? fail(`no kind: ${kind}`);
    let by: number | null = null;
    if (known !== "system") {
      const said = ROLES.find((each) => each === role) ?? fail(`no role: ${role}`);
      by = names.indexOf(who);
      if (by < 0) by = names.push(who) - 1;
      roles[by] ??= said;
      if (roles[by] !== said) fail("one person, two roles");
    }
    const read: Act[] = [];
    let dueAt: WallTime | null = null;
    for (const mark of marks === "" ? [] : marks.split(",")) {
      if (mark === "chase") chases.add(index);
      else if (mark.startsWith("due=")) dueAt = wallTime(mark.slice(4)) ?? fail(`no time: ${mark}`);
      else read.push(ACTS.find((act) => act === mark) ?? fail(`no act: ${mark}`));
    }
    messages.push({
      index,
      at,
      by,
      kind: known,
      text: text.replaceAll("\\n", "\n"),
      file: null,
      isEdited: false,
    });
    acts.push(read);
    requestsOf.push(requests === "" ? [] : requests.split(",").map(Number));
    due.push(dueAt);
  }
  const head = (word: string): string[] =>
    heads.filter((each) => each.startsWith(`${word} `)).map((each) => each.slice(word.length + 1).trim());
  const one = <T extends string>(word: string, among: readonly T[]): T => {
    const found = among.find((each) => each === head(word)[0]);
    if (found === undefined) throw new Error(`${name}.tsv: # ${word} must be one of ${among.join(", ")}`);
    return found;
  };
  return {
    name,
    language: one("language", LANGUAGES),
    trade: head("trade")[0] ?? "",
    chat: {
      title: head("title")[0] ?? null,
      platform: null,
      isGroup: true,
      people: names,
      messages,
      dateOrder: { order: "YMD", certainty: "given", evidence: "given" },
      unreadable: { count: 0, first: [] },
    },
    people: names.map((each, person) => ({
      name: each,
      role: roles[person] ?? "client",
      messages: messages.filter(({ by }) => by === person).length,
      certainty: 1,
      reasons: [{ kind: "said_by_you" }],
      perhapsSameAs: null,
    })),
    acts,
    requestsOf,
    chases,
    due,
    hours: spansOf(head("hours")),
    resolved: head("resolved").map(resolvedOf),
    verdict: one("verdict", VERDICTS),
  };
};

/** What in a chat breaks the rules of README.md: sentences, none where all is well. */
export const faultsOf = (training: TrainingChat): string[] => {
  const { name, chat, people, acts, requestsOf, chases, due, hours, resolved } = training;
  const faults: string[] = [];
  const fault = (index: number, what: string): void => {
    faults.push(`${name}, message ${index}: ${what}`);
  };
  const said = new Map<number, number[]>();
  for (const { index, at, by, kind } of chat.messages) {
    if (index > 0 && at < (chat.messages[index - 1]?.at ?? 0)) fault(index, "earlier than the one before");
    const does = acts[index] ?? [];
    if (kind === "system" ? does.length > 0 : does.length === 0)
      fault(index, "acts of a system line, or none");
    if (due[index] !== null && !does.includes("promise")) fault(index, "falls due without a promise");
    for (const request of requestsOf[index] ?? []) {
      const before = said.get(request) ?? [];
      if (before.length === 0 && !does.some((act) => act === "request" || act === "question"))
        fault(index, `request ${request} does not begin with what is asked`);
      said.set(request, [...before, index]);
    }
    if (!chases.has(index)) continue;
    if (by === null || people[by]?.role !== "client") fault(index, "a chase by none of the clients");
    if (!does.includes("status_chase")) fault(index, "a chase that asks for nothing");
    if (!(requestsOf[index] ?? []).some((request) => isDue(training, said.get(request) ?? [])))
      fault(index, "a chase that comes too early");
  }
  for (const request of said.keys())
    if (!resolved.some((each) => each.request === request))
      faults.push(`${name}: nothing about request ${request}`);
  for (const { request, how, at } of resolved)
    if (how === "open" ? at !== null : at === null || !(requestsOf[at] ?? []).includes(request))
      faults.push(`${name}: request ${request} is not resolved by message ${at}`);
  if (hours.length === 0) faults.push(`${name}: no hours`);
  return faults;
};

/** Whether the last of a request's messages obeys the clock of a chase (measures.md 6). */
const isDue = ({ chat, people, hours }: TrainingChat, said: readonly number[]): boolean => {
  const now = chat.messages[said.at(-1) ?? -1];
  const earlier = said.slice(0, -1).map((index) => chat.messages[index]);
  const isClient = (message: ChatMessage | undefined): boolean =>
    message !== undefined && message.by !== null && people[message.by]?.role === "client";
  const lastClient = earlier.findLastIndex(isClient);
  const lastOurs = earlier.findLastIndex((message) => message !== undefined && !isClient(message));
  if (now === undefined) return false;
  const client = earlier[lastClient];
  const ours = earlier[lastOurs];
  if (client !== undefined && lastOurs < lastClient && now.at - client.at >= 15 * MINUTE) return true;
  return ours !== undefined && businessBetween(hours, ours.at, now.at) >= 4 * 60 * MINUTE;
};

const wallTime = (text: string): WallTime | null => {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text)) return null;
  const at = Date.parse(`${text}Z`);
  return Number.isNaN(at) ? null : at;
};

/** `Mo-Fr 08:00-18:00`, one a line. */
const spansOf = (lines: readonly string[]): WeekSpan[] =>
  lines
    .flatMap((line) => {
      const found = /^(\w\w)-(\w\w) (\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(line);
      if (found === null) throw new Error(`no hours: ${line}`);
      const [first, last] = [DAYS.indexOf(found[1] ?? ""), DAYS.indexOf(found[2] ?? "")];
      if (first < 0 || last < first) throw new Error(`no days: ${line}`);
      return DAYS.slice(first, last + 1).map((_, day) => ({
        from: (first + day) * DAY_MINUTES + Number(found[3]) * 60 + Number(found[4]),
        to: (first + day) * DAY_MINUTES + Number(found[5]) * 60 + Number(found[6]),
      }));
    })
    .sort((one, other) => one.from - other.from);

/** `3 claimed 45`, `4 open`. */
const resolvedOf = (line: string): Resolved => {
  const found = /^(\d+) (confirmed|claimed|presumed|open)(?: (\d+))?$/.exec(line);
  const how = (["confirmed", "claimed", "presumed", "open"] as const).find((each) => each === found?.[2]);
  if (found === null || how === undefined) throw new Error(`not resolved: ${line}`);
  return { request: Number(found[1]), how, at: found[3] === undefined ? null : Number(found[3]) };
};
