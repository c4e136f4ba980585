/** An item and what stands open, as the ranker asks for it. Pure. */
import type { Message } from "../../shared/api/conversations.ts";
import { isOpen } from "../../shared/request.ts";
import type { DecideInput } from "./decide-rules.ts";
import type { AttachInput, OpenRequest } from "./ranker/attach-input.ts";
import type { Situation } from "./situation.ts";
import type { StandingRow } from "./situation-store.ts";

const minutesBetween = (from: Date, to: Date): number =>
  Math.max(0, (to.getTime() - from.getTime()) / 60_000);

export function attachInputOf(
  situation: Situation,
  categoryOdds: { label: string; confidence: number }[] = [],
): AttachInput {
  const { item, messages, standing, thread, quotedRequestIds } = situation;
  const quoted = standing.filter(({ id }) => quotedRequestIds.includes(id));
  const spokenOf = freshest(situation);
  return {
    openRequests: standing.map((row) => asOpen(row, situation, row === spokenOf)),
    message: {
      text: textOf(messages),
      // Of a quoted message that concerns several nothing is certain.
      quotesRequest: quoted.length === 1 && quoted[0] ? String(quoted[0].id) : null,
      minutesSinceClientLast: thread.clientAt && minutesBetween(thread.clientAt, item.firstAt),
      kinds: [...new Set(messages.map(({ kind }) => kind))],
      categoryOdds,
    },
  };
}

/** What we wrote last in the chat, for no request by name, was most likely about the one that moved last. */
function freshest({ standing, thread }: Situation): StandingRow | null {
  if (!thread.ourAt || thread.ourText === null || thread.ourRequestIds.length > 0) return null;
  const open = standing.filter(({ state }) => isOpen(state));
  const last = (row: StandingRow) => row.lastEventAt.getTime();
  const row = open.reduce<StandingRow | null>(
    (best, each) => (best && last(best) >= last(each) ? best : each),
    null,
  );
  const isNewer = row && (row.lastSaidAt === null || row.lastSaidAt < thread.ourAt);
  return isNewer && row.openedAt <= thread.ourAt ? row : null;
}

function asOpen(row: StandingRow, { item, thread }: Situation, isSpokenOf: boolean): OpenRequest {
  const lastEventAt =
    isSpokenOf && thread.ourAt && thread.ourAt > row.lastEventAt ? thread.ourAt : row.lastEventAt;
  return {
    id: String(row.id),
    title: row.title,
    lastMessage: (isSpokenOf ? thread.ourText : row.texts[0]) ?? "",
    lastMessageBy: isSpokenOf ? "us" : row.lastBy,
    openedMinutesAgo: minutesBetween(row.openedAt, item.firstAt),
    lastEventMinutesAgo: minutesBetween(lastEventAt, item.firstAt),
    place: row.place,
    waitsOn: row.waitsOn,
    state: row.state,
    categoryLabel: row.label,
    messageTexts: row.texts.toReversed(),
  };
}

/** The request whose buttons or list of ours was pressed; of a press among other words nothing is certain. */
export function pressedButtonOf({ messages, quotedRequestIds }: Situation): string | null {
  const isPressed = ({ content, quotes }: Message) => content.choice !== undefined && quotes?.isOurs === true;
  const [requestId] = quotedRequestIds;
  if (messages.length === 0 || !messages.every(isPressed) || quotedRequestIds.length !== 1) return null;
  return requestId === undefined ? null : String(requestId);
}

/** What the sure rules want to know beside. */
export const sureInputOf = (situation: Situation, pressed: string | null): DecideInput => ({
  ...attachInputOf(situation),
  pressedButtonOf: pressed,
  businessMinutesSinceOurs:
    situation.thread.ourAt && minutesBetween(situation.thread.ourAt, situation.item.firstAt),
});

/** What is longer than this says no more of what it is about. */
const LONGEST_TEXT = 4_000;

/** All that an item says in words: bodies and captions, what was chosen, the names of places. */
export function textOf(messages: readonly Message[]): string {
  return messages
    .flatMap(({ text, content }) => [
      text ?? content.choice?.title ?? "",
      content.location?.name ?? content.location?.address ?? "",
    ])
    .map((part) => part.trim())
    .filter(Boolean)
    .join("\n")
    .slice(0, LONGEST_TEXT);
}
