/** Who knows what, and whose absence leaves most of it with nobody (measures.md 10). Pure. */
import { DAY } from "../../measures/business-time.ts";
import { truckFactor } from "../../measures/concentration.ts";
import type { Chat } from "../chat.ts";
import type { PersonIndex, Reading } from "../diagnosis.ts";
import type { FollowedRequest } from "../requests/read-requests.ts";

/** A client who wrote so lately is active. */
const ACTIVE_FOR = 90 * DAY;
/** So much of what was said to a client makes one know them. */
const KNOWS_FROM = 0.25;
/** Something was said, not merely taken note of. */
const isSubstantive = ({ act }: Reading): boolean => act !== "acknowledgement" && act !== "chat";

/** The smaller of two sets: without it more than half of the open requests, or of the active clients, has nobody. */
export function whoIsMissed(
  followed: readonly FollowedRequest[],
  { chat, readings }: { chat: Chat; readings: readonly Reading[] },
): PersonIndex[] {
  const since = (chat.messages.at(-1)?.at ?? 0) - ACTIVE_FOR;
  const said = new Map<PersonIndex, Map<PersonIndex, number>>();
  for (const { request, turns, messages } of followed) {
    if (request.client === null || (turns.at(-1)?.at ?? 0) < since) continue;
    const words = said.get(request.client) ?? new Map<PersonIndex, number>();
    said.set(request.client, words);
    for (const [place, { side, at }] of turns.entries()) {
      const by = chat.messages[messages[place] ?? -1]?.by ?? null;
      if (side === "staff" && by !== null && at >= since) words.set(by, (words.get(by) ?? 0) + 1);
    }
  }
  const knows = new Map([...said].map(([client, words]) => [client, mostOf(words)]));
  const open = followed
    .filter(({ request }) => request.resolved === "open")
    .map(({ request, turns, messages }) => {
      const known = new Set(knows.get(request.client ?? -1));
      for (const [place, { side }] of turns.entries()) {
        const index = messages[place] ?? -1;
        const by = chat.messages[index]?.by ?? null;
        const reading = readings[index];
        if (side === "staff" && by !== null && reading && isSubstantive(reading)) known.add(by);
      }
      return [...known];
    });
  const sets = [truckFactor(open), truckFactor(knows.values())].filter((set) => set.length > 0);
  return sets.sort((one, other) => one.length - other.length)[0] ?? [];
}

function mostOf(words: ReadonlyMap<PersonIndex, number>): PersonIndex[] {
  const all = [...words.values()].reduce((sum, count) => sum + count, 0);
  return [...words].filter(([, count]) => count >= KNOWS_FROM * all).map(([person]) => person);
}
