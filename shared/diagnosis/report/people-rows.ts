/** Who was taken for what, who holds what, and how long things take. */
import type { Diagnosis, Person, Role, RoleReason, Spell } from "../diagnosis.ts";
import type { Sentence } from "./sentence.ts";
import type { Voice } from "./voice.ts";

export type PeoplePart = {
  rows: {
    name: string;
    role: Role;
    roleWord: string;
    messages: string;
    reasons: string;
    isUnsure: boolean;
  }[];
  /** "14 clients". */
  others: string;
};

/** Under this a role is a guess that somebody should look at. */
const SURE_FROM = 0.7;
const MOST_REASONS = 2;

export function peopleOf({ people }: Diagnosis, voice: Voice): PeoplePart {
  const { words, tell } = voice;
  const ours = people.filter(({ role }) => role !== "client").sort((a, b) => b.messages - a.messages);
  return {
    rows: ours.map((person) => ({
      name: person.name,
      role: person.role,
      roleWord: words.people.role[person.role],
      messages: tell(words.people.messages, { count: person.messages }),
      reasons: reasonsOf(person, voice),
      isUnsure: isUnsure(person),
    })),
    others: tell(words.people.others, { count: people.length - ours.length }),
  };
}

export const isUnsure = ({ certainty }: Person): boolean => certainty < SURE_FROM;

/** The strongest ones in a line: "made the group · gave 12 promises". */
export const reasonsOf = ({ reasons }: Person, voice: Voice): string =>
  reasons
    .slice(0, MOST_REASONS)
    .map((reason) => reasonOf(reason, voice))
    .join(" · ");

function reasonOf(reason: RoleReason, { words, tell, percent }: Voice): string {
  switch (reason.kind) {
    case "answers":
    case "asks":
    case "hours":
      return tell(words.people[reason.kind], { share: percent(reason.share) });
    case "breadth":
      return tell(words.people.breadth, { count: reason.people });
    case "promises":
    case "reports_work":
      return tell(words.people[reason.kind], { count: reason.count });
    case "said_by_you":
    case "made_the_group":
    case "named_like_the_business":
    case "sends_the_same":
      return tell(words.people[reason.kind]);
    default:
      return reason satisfies never;
  }
}

export type HoldersPart = {
  rows: {
    name: string;
    share: number;
    percent: string;
    requests: string;
    open: string | null;
    isHeld: boolean;
  }[];
  notes: Sentence[];
};

const MOST_HOLDERS = 10;

export function holdersOf({ signs, people, requests }: Diagnosis, voice: Voice): HoldersPart | null {
  const { words, say, tell, percent, decimal, names, duration } = voice;
  const { shares, person, truckFactor, absence, effectiveStaff } = signs.bottleneck;
  if (shares.length === 0) return null;
  const open = new Map<number, number>();
  for (const { resolved, handledBy } of requests)
    if (resolved === "open") for (const one of handledBy) open.set(one, (open.get(one) ?? 0) + 1);
  const nameOf = (index: number): string => people[index]?.name ?? "";
  const rows = [...shares]
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST_HOLDERS)
    .map(({ person: one, share, requests: count }) => {
      const stillOpen = open.get(one) ?? 0;
      return {
        name: nameOf(one),
        share,
        percent: percent(share),
        requests: tell(words.holders.row, { count }),
        open: stillOpen > 0 ? tell(words.holders.open, { count: stillOpen }) : null,
        isHeld: one === person,
      };
    });
  const notes: Sentence[] = [];
  if (shares.length > 1) notes.push(say(words.holders.effective, { count: decimal(effectiveStaff) }));
  if (truckFactor.length > 0 && truckFactor.length < shares.length)
    notes.push(say(words.holders.away, { names: names(truckFactor.map(nameOf)) }));
  const top = person ?? shares.reduce((most, one) => (one.share > most.share ? one : most)).person;
  if (absence)
    notes.push(
      say(words.holders.absence, {
        name: { name: nameOf(top) },
        without: duration(absence.without),
        with: duration(absence.with),
      }),
    );
  return { rows, notes };
}

export type TimesRow = {
  what: string;
  median: string;
  interval: string;
  p90: string;
  business: string;
  n: string;
};

export function timesOf({ times }: Diagnosis, voice: Voice): TimesRow[] {
  const { words, tell, duration, number } = voice;
  const or = (value: number | null): string => (value === null ? words.times.none : duration(value));
  const interval = ({ low, high }: Spell): string =>
    low === null || high === null
      ? words.times.none
      : tell(words.sign.interval, { low: duration(low), high: duration(high) });
  return (["firstReply", "reply", "resolution"] as const).map((key) => {
    const { calendar, business } = times[key];
    return {
      what: words.times[key],
      median: or(calendar.median),
      interval: interval(calendar),
      p90: or(calendar.p90),
      business: or(business.median),
      n: number(calendar.n),
    };
  });
}
