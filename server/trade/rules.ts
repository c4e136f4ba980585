/** Which team gets a request, and in which area a place lies. Pure. */
import { folded, wordsMatcher } from "../../shared/words/match.ts";
import { localTime } from "../first-words/rules.ts";

/** Weekday 1 to 7 from Monday, minutes of that day; `to` beyond 1440 is the next one. */
export type Span = readonly [weekday: number, from: number, to: number];

export type Team = {
  id: number;
  name: string;
  isIntake: boolean;
  languages: readonly string[];
  numberIds: readonly number[];
  hours: readonly Span[];
  timeZone: string;
};
/** `places`: words that a place in it holds, its own name aside. */
export type Area = { id: number; name: string; places: readonly string[] };

export type Desks = {
  /** In use, all of them. */
  teams: readonly Team[];
  /** The team that holds what nobody takes. */
  firstTeamId: number;
};

const DAY = 1440;

/** By the clock on the wall where the team is, so summer time is the zone's own business. No hours: at any hour. */
export function isOnShift({ hours, timeZone }: Pick<Team, "hours" | "timeZone">, at: Date): boolean {
  if (hours.length === 0) return true;
  const { weekday, minute } = localTime(at, timeZone);
  const before = weekday === 1 ? 7 : weekday - 1;
  return hours.some(
    ([day, from, to]) =>
      (day === weekday && minute >= from && minute < to) || (day === before && minute + DAY < to),
  );
}

export type TeamAsk = {
  /** The team that the category's requests go to. */
  categoryTeamId: number | null;
  numberId: number | null;
  /** ISO 639, of the client. */
  language: string | null;
  at: Date;
};
export type TeamChoice = {
  teamId: number;
  /** Why: the category's own; the desk of these hours instead of it; intake; nobody is there, so the first. */
  because: "category" | "desk_on_shift" | "intake" | "first";
  isOnShift: boolean;
};

/**
 * A category's own team gets its requests, also those that wait until it comes: unless an intake team has hours of its
 * own now (a night desk). Without one, the intake team on shift that was set up most closely for number and language.
 */
export function teamFor(settings: Desks, ask: TeamAsk): TeamChoice {
  const ownTeam = settings.teams.find(({ id }) => id === ask.categoryTeamId);
  const desks = settings.teams
    .filter((team) => team.isIntake && serves(team, ask) && isOnShift(team, ask.at))
    .sort((a, b) => closeness(b, ask) - closeness(a, ask) || a.id - b.id);
  if (ownTeam) {
    if (isOnShift(ownTeam, ask.at)) return { teamId: ownTeam.id, because: "category", isOnShift: true };
    const desk = desks.find(({ hours }) => hours.length > 0);
    return desk
      ? { teamId: desk.id, because: "desk_on_shift", isOnShift: true }
      : { teamId: ownTeam.id, because: "category", isOnShift: false };
  }
  const desk = desks[0];
  if (desk) return { teamId: desk.id, because: "intake", isOnShift: true };
  const first = settings.teams.find(({ id }) => id === settings.firstTeamId);
  return {
    teamId: settings.firstTeamId,
    because: "first",
    isOnShift: first !== undefined && isOnShift(first, ask.at),
  };
}

const speaks = (team: Team, language: string | null): boolean =>
  language !== null && team.languages.includes(baseOf(language));
const baseOf = (language: string): string => language.toLowerCase().split(/[-_]/)[0] ?? "";

/** Named for other numbers, a team takes none of this one; a language it does not speak only if that is not known. */
const serves = (team: Team, { numberId, language }: TeamAsk): boolean =>
  (team.numberIds.length === 0 || (numberId !== null && team.numberIds.includes(numberId))) &&
  (team.languages.length === 0 || language === null || speaks(team, language));

/** A number says more than a language, a language more than hours. */
const closeness = (team: Team, { numberId, language }: TeamAsk): number =>
  (numberId !== null && team.numberIds.includes(numberId) ? 4 : 0) +
  (speaks(team, language) ? 2 : 0) +
  (team.hours.length > 0 ? 1 : 0);

/** Longer words first, so that "New Cairo" is not taken for "Cairo"; whole words only. Two areas as likely: none. */
export function areaForPlace(areas: readonly Area[], place: string): number | null {
  const text = folded(place);
  const found = areas
    .flatMap(({ id, name, places }) => [name, ...places].map((words) => ({ id, words: folded(words) })))
    .filter(({ words }) => wordsMatcher([words], "word")?.test(text))
    .sort((a, b) => b.words.length - a.words.length);
  const [best] = found;
  if (!best) return null;
  const isDoubtful = found.some(({ id, words }) => id !== best.id && words.length === best.words.length);
  return isDoubtful ? null : best.id;
}
