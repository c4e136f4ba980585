/** Where work stood still, and whom it waited for (measures.md 10). Pure. */

import type { BusinessClock } from "../../measures/turn.ts";
import { folded } from "../../words/match.ts";
import type { Chat } from "../chat.ts";
import type { Person, PersonIndex, Reading } from "../diagnosis.ts";
import { COURTESIES } from "../requests/courtesies.ts";
import type { FollowedRequest } from "../requests/read-requests.ts";
import { does } from "../requests/turns.ts";

/** A chase, a drop, or a wait beyond what is usual. */
export type Stall = {
  /** Place of the request. */
  request: number;
  /** Who alone could bring it on, while others were there; null where that cannot be shown. */
  hangsOn: PersonIndex | null;
};

/** In a stretch without a word that brings the request on: who of ours spoke, and whom others of ours named. */
type Stretch = { others: Set<PersonIndex>; named: Set<PersonIndex>; from: number };

export type Team = {
  chat: Chat;
  people: readonly Person[];
  readings: readonly Reading[];
  /** By person, as others would name them: folded first names and the like. */
  names: ReadonlyMap<string, PersonIndex>;
};

/**
 * Each stall of a request belongs to the stretch up to the word that brings the request on: a promise, a completion, an
 * answer after which the client asks again no more. It hangs on whoever says that word, if somebody else of ours named that person before, or spoke
 * on it without bringing it on; or, if the word never came, on the one whom others named. A worker must be named: that
 * the one who does the work reports it shows nothing. What lay over a change of shift waited for nobody in particular.
 */
export function stallsOf(
  followed: FollowedRequest,
  request: number,
  team: Team,
  isLong: (waited: number) => boolean,
  business: BusinessClock,
): Stall[] {
  const { turns, messages, crossings } = followed;
  const places = stallPlaces(followed, isLong, business);
  if (places.length === 0) return [];
  const stalls: Stall[] = [];
  let waiting: number[] = [];
  let stretch: Stretch = { others: new Set(), named: new Set(), from: 0 };
  const end = (by: PersonIndex | null, place: number): void => {
    const overChange = crossings.some(({ after }) => after >= stretch.from && after < place);
    const hangsOn = overChange ? null : hangingOn(stretch, by, team.people);
    for (const _ of waiting) stalls.push({ request, hangsOn });
    waiting = [];
    stretch = { others: new Set(), named: new Set(), from: place };
  };
  let next = 0;
  for (const [place, turn] of turns.entries()) {
    for (; places[next] === place; next++) waiting.push(place);
    const by = team.chat.messages[messages[place] ?? -1]?.by ?? null;
    if (turn.side !== "staff" || by === null) continue;
    if (bringsOn(followed, place, team, waiting.length > 0)) end(by, place);
    else {
      stretch.others.add(by);
      for (const who of namedIn(messages[place] ?? -1, by, team)) stretch.named.add(who);
    }
  }
  end(null, turns.length);
  return stalls;
}

/** In order; a wait stands at the client's message that began it, a drop at the last message before the change. */
function stallPlaces(
  { turns, messages, request, crossings, waits }: FollowedRequest,
  isLong: (waited: number) => boolean,
  business: BusinessClock,
): number[] {
  const chases = new Set(request.chases);
  const places: number[] = [];
  for (const [place, index] of messages.entries()) if (chases.has(index)) places.push(place);
  for (const { after, isDropped } of crossings) if (isDropped) places.push(after);
  for (const { from, to } of waits) {
    const [asked, answered] = [turns[from]?.at, turns[to ?? turns.length - 1]?.at];
    if (asked === undefined || answered === undefined || !isLong(business(asked, answered))) continue;
    // A wait in which the client chased is counted by its chases.
    const until = to ?? turns.length;
    if (!places.some((place) => place >= from && place < until)) places.push(from);
  }
  return places.sort((one, other) => one - other);
}

function bringsOn(
  { messages, turns, resolved }: FollowedRequest,
  place: number,
  { chat, readings }: Team,
  isWaiting: boolean,
): boolean {
  const speakerOf = (at: number): PersonIndex | null => chat.messages[messages[at] ?? -1]?.by ?? null;
  const reading = readings[messages[place] ?? -1];
  if (!reading) return false;
  if (does(reading, "promise") || does(reading, "completion") || place === resolved.firstDone) return true;
  if (!isWaiting || !does(reading, "answer")) return false;
  const by = speakerOf(place);
  let next = place + 1;
  while (turns[next]?.side === "bot" || (next < turns.length && speakerOf(next) === by)) next++;
  const after = turns[next];
  return after ? after.side === "client" && !after.asks : place === resolved.lastDone;
}

function hangingOn(
  { others, named }: Stretch,
  by: PersonIndex | null,
  people: readonly Person[],
): PersonIndex | null {
  if (by === null) return named.size === 1 ? ([...named][0] ?? null) : null;
  if (named.has(by)) return by;
  return people[by]?.role === "staff" && [...others].some((person) => person !== by) ? by : null;
}

function namedIn(index: number, by: PersonIndex, { chat, names }: Team): PersonIndex[] {
  const text = folded((chat.messages[index]?.text ?? "").slice(0, 500));
  const found: PersonIndex[] = [];
  for (const word of text.split(/[^\p{L}\p{M}\p{N}]+/u)) {
    const person = names.get(word);
    if (person !== undefined && person !== by) found.push(person);
  }
  return found;
}

/** Words by which one of ours is called and nobody else: none that are short, polite, or the firm's own. */
export function namesOf(people: readonly Person[], title: string | null): Map<string, PersonIndex> {
  const held = new Map<string, PersonIndex | null>();
  for (const word of folded(title ?? "").split(/[^\p{L}\p{M}\p{N}]+/u)) held.set(word, null);
  for (const [index, { name, role }] of people.entries()) {
    for (const word of new Set(folded(name).split(/[^\p{L}\p{M}\p{N}]+/u))) {
      if ([...word].length < 3 || COURTESIES.has(word)) continue;
      const isOurs = role === "staff" || role === "worker";
      held.set(word, isOurs && !held.has(word) ? index : null);
    }
  }
  return new Map([...held].flatMap(([word, person]) => (person === null ? [] : [[word, person] as const])));
}
