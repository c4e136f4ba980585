/** What the board could begin with: those whose requests are open, the requests, who works when, how things stood. Pure. */
import type { Before } from "../../../shared/api/chat-imports.ts";
import type { ChatRequest, Diagnosis, PersonIndex } from "../../../shared/diagnosis/diagnosis.ts";
import type { Board } from "./talk.ts";

const PHONE = /^[+\d][\d\s().-]{6,}$/;
const WEEK = 10_080;
const MINUTE = 60_000;
/** Monday 5 January 1970, 00:00. */
const A_MONDAY = 4 * 24 * 60 * MINUTE;

export function boardOf(diagnosis: Diagnosis): Board {
  const { chat, people } = diagnosis;
  const at = (message: number): number => chat.messages[message]?.at ?? 0;
  const open = diagnosis.requests
    .filter(({ resolved }) => resolved === "open")
    .map((request) => ({ request, lastAt: at(request.messages.at(-1) ?? request.opened) }))
    .sort((one, other) => other.lastAt - one.lastAt);
  const clients = [...new Set(open.flatMap(({ request }) => request.client ?? []))];
  return {
    title: chat.title?.slice(0, 200) ?? null,
    saidFrom: chat.messages[0]?.at ?? 0,
    saidTo: chat.messages.at(-1)?.at ?? 0,
    clients: clients.map((person) => clientOf(people[person]?.name ?? "?")),
    requests: open.map(({ request, lastAt }) => ({
      title: request.title,
      client: request.client === null ? null : clients.indexOf(request.client),
      openedAt: at(request.opened),
      lastAt,
      chases: request.chases.length,
      dueAt: lastDue(request),
    })),
    roster: rosterOf(diagnosis),
    before: beforeOf(diagnosis),
  };
}

/** A name, or a number where the phone had no name for it. */
const clientOf = (name: string): Board["clients"][number] => {
  const bare = name.replace(/^~\s*/, "").slice(0, 120) || "?";
  return { name: bare, phone: PHONE.test(bare) ? bare : null };
};

const lastDue = ({ promises }: ChatRequest): number | null =>
  promises.reduce<number | null>((last, { due }) => (due === null ? last : Math.max(last ?? due, due)), null);

/** An hour of the week in which somebody wrote on this share of the weeks is theirs. */
const USUAL = 0.25;
const HOUR = 60;

/** Whole hours in which each of us usually writes. */
function rosterOf({ shifts, people, weeks }: Diagnosis): Board["roster"] {
  const enough = Math.max(2, weeks.length * USUAL);
  return people.flatMap(({ name, role }, person) => {
    if (role !== "staff") return [];
    const seen = hoursOf(shifts.sessions, person);
    const hours = seen.flatMap((count, hour) => (count >= enough ? [hour] : []));
    return hours.length === 0 ? [] : [{ name: name.slice(0, 120), spans: joined(hours) }];
  });
}

/** For each of the 168 hours of a week, on how many of them somebody was there. */
function hoursOf(sessions: Diagnosis["shifts"]["sessions"], person: PersonIndex): number[] {
  const counts = Array.from({ length: WEEK / HOUR }, () => 0);
  for (const session of sessions) {
    if (session.person !== person) continue;
    const first = Math.floor((session.from - A_MONDAY) / (HOUR * MINUTE));
    const last = Math.floor((session.to - A_MONDAY) / (HOUR * MINUTE));
    for (let hour = first; hour <= Math.min(last, first + 24); hour++) {
      const place = ((hour % counts.length) + counts.length) % counts.length;
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  return counts;
}

function joined(hours: readonly number[]): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  for (const hour of hours) {
    const last = spans.at(-1);
    if (last && last.to === hour * HOUR) last.to += HOUR;
    else spans.push({ from: hour * HOUR, to: (hour + 1) * HOUR });
  }
  return spans;
}

function beforeOf({ chat, requests, signs, times, verdict }: Diagnosis): Before {
  const { contextDroppedAtShift, reactiveFollowUp, visibility, bottleneck } = signs;
  const partOf = ({ part, of }: { part: number; of: number }) => ({ part, of });
  return {
    verdict,
    messages: chat.messages.length,
    requests: requests.length,
    perWeek: visibility.arrivalsPerWeek,
    firstReplyMs: times.firstReply.calendar.median,
    resolutionMs: times.resolution.calendar.median,
    chased: partOf(reactiveFollowUp.chased),
    reactive: partOf(reactiveFollowUp.reactive),
    dropped: partOf(contextDroppedAtShift.dropped),
    effectiveStaff: bottleneck.effectiveStaff,
  };
}
