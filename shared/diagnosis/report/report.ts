/** The report as one value: every sentence said, every figure placed; the page, the file and the terminal only draw it. */
import type { Diagnosis, Verdict } from "../diagnosis.ts";
import { adviceOf, definitionsOf, notToldOf } from "./counsel.ts";
import { type DaysPart, daysOf } from "./days.ts";
import { type ExamplePart, exampleOf } from "./example.ts";
import {
  type HoldersPart,
  holdersOf,
  type PeoplePart,
  peopleOf,
  type TimesRow,
  timesOf,
} from "./people-rows.ts";
import { type RequestList, requestRows } from "./request-rows.ts";
import type { Sentence } from "./sentence.ts";
import { type SignRow, signsOf } from "./sign-rows.ts";
import { verdictOf } from "./verdict.ts";
import { type ReportLocale, type Voice, voiceOf } from "./voice.ts";
import { type HoursPart, hoursOf, type SincePart, sinceOf } from "./weeks.ts";

export type Report = {
  voice: Voice;
  /** "Diagnosis of Wakala Mwangaza". */
  head: Sentence;
  /** What was read: kind, dates, messages, people, requests. */
  read: Sentence[];
  verdict: Verdict;
  headline: string;
  why: Sentence[];
  signs: SignRow[];
  example: ExamplePart | null;
  since: SincePart | null;
  days: DaysPart | null;
  hours: HoursPart;
  holders: HoldersPart | null;
  times: TimesRow[];
  advice: Sentence[];
  notTold: Sentence[];
  people: PeoplePart;
  definitions: { interval: string; terms: { term: string; text: string }[] };
  requests: RequestList;
};

/** Of all requests so many are listed; the figures count the rest as well, and the list says how many there are. */
const MOST_LISTED = 300;

export function makeReport(diagnosis: Diagnosis, locale: ReportLocale): Report {
  const voice = voiceOf(locale);
  const { chat } = diagnosis;
  const { say, words } = voice;
  const rows = requestRows(diagnosis, voice);
  return {
    voice,
    head: chat.title === null ? say(words.head.nameless) : say(words.head.of, { name: { name: chat.title } }),
    read: readOf(diagnosis, voice),
    verdict: diagnosis.verdict,
    ...verdictOf(diagnosis, voice),
    signs: signsOf(diagnosis, voice, rows),
    example: exampleOf(diagnosis, voice, rows),
    since: sinceOf(diagnosis, voice),
    days: daysOf(diagnosis, voice),
    hours: hoursOf(diagnosis, voice),
    holders: holdersOf(diagnosis, voice),
    times: timesOf(diagnosis, voice),
    advice: adviceOf(diagnosis, voice),
    notTold: notToldOf(diagnosis, voice),
    people: peopleOf(diagnosis, voice),
    definitions: definitionsOf(voice),
    requests: rows(
      diagnosis.requests.map((_, index) => index),
      MOST_LISTED,
    ),
  };
}

function readOf({ chat, people, requests }: Diagnosis, { say, words, dates }: Voice): Sentence[] {
  const first = chat.messages[0];
  const last = chat.messages.at(-1);
  const ours = people.filter(({ role }) => role === "staff" || role === "worker").length;
  return [
    say(chat.isGroup ? words.read.group : words.read.direct),
    ...(first && last ? [[dates(Math.min(first.at, last.at), Math.max(first.at, last.at))]] : []),
    say(words.read.messages, { count: chat.messages.length }),
    say(words.read.staff, { count: ours }),
    say(words.read.requests, { count: requests.length }),
  ];
}
