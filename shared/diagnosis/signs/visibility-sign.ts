/** Sign 3: whether one can see how much there is and how it stands (measures.md 9). It takes no part in the verdict. Pure. */
import { WEEK } from "../../measures/business-time.ts";
import { FEWEST_REQUESTS, KNOWN_FROM } from "../../measures/thresholds.ts";
import { wilson } from "../../measures/wilson.ts";
import type { Chat, WallTime } from "../chat.ts";
import type { Reading, Signs } from "../diagnosis.ts";
import type { FollowedRequest } from "../requests/read-requests.ts";

/**
 * Known: an end was said in the chat, and both the thread and the words that said so are read with enough confidence.
 * What only silence tells, or nothing, must be read by somebody.
 */
export function visibilitySign(
  followed: readonly FollowedRequest[],
  chat: Chat,
  readings: readonly Reading[],
): Signs["visibility"] {
  const unknown: number[] = [];
  let open = 0;
  for (const [place, { request }] of followed.entries()) {
    if (request.resolved === "open") open++;
    if (!isKnown(request, readings)) unknown.push(place);
  }
  const from = chat.messages[0]?.at ?? 0;
  const until = chat.messages.at(-1)?.at ?? from;
  const weeks = Math.max((until - from) / WEEK, 1 / 7);
  const mean = meanTime(followed, until);
  return {
    told: followed.length >= FEWEST_REQUESTS,
    known: wilson(followed.length - unknown.length, followed.length),
    arrivalsPerWeek: followed.length / weeks,
    workInProgress: open,
    byLittlesLaw: mean === null ? null : ((followed.length / weeks) * mean) / WEEK,
    requests: unknown,
  };
}

function isKnown(request: FollowedRequest["request"], readings: readonly Reading[]): boolean {
  if (request.resolved !== "confirmed" && request.resolved !== "claimed") return false;
  const said = readings[request.resolvedAt ?? -1]?.confidence ?? 0;
  return said >= KNOWN_FROM && request.confidence >= KNOWN_FROM;
}

/** Over those that came to an end, opening to first done; null where fewer than half did: the rest would make it longer. */
function meanTime(followed: readonly FollowedRequest[], until: WallTime): number | null {
  let sum = 0;
  let over = 0;
  for (const { turns, resolved } of followed) {
    if (resolved.firstDone === null) continue;
    sum += (turns[resolved.firstDone]?.at ?? until) - (turns[0]?.at ?? until);
    over++;
  }
  return over * 2 < followed.length || over === 0 ? null : sum / over;
}
