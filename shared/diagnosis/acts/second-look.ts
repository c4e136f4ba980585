/** A second look at each message, when its neighbours have been read once: an "ok" after a promise is another than one
 * after a repair. Pure. */
import type { MessageIndex, Person } from "../diagnosis.ts";
import { ACTS, type Act } from "../diagnosis.ts";
import { GAPS, gapOf, type Walk } from "./before.ts";

/** The acts, and one more for none. */
const KINDS = ACTS.length + 1;
export const NO_ACT = ACTS.length;

let count = 0;
const block = (size: number): number => {
  const from = count;
  count += size;
  return from;
};
const SIDES = 2;
const SPEAKERS = 3;
/** What ours have said since somebody asked: nothing, noted, promised, answered or done. */
const SINCE = 4;
const SECOND = {
  own: block(SIDES * KINDS),
  before: block(SIDES * SPEAKERS * KINDS * KINDS),
  beforeAlone: block(SIDES * SPEAKERS * KINDS),
  after: block(SIDES * SPEAKERS * KINDS * KINDS),
  afterAlone: block(SIDES * SPEAKERS * KINDS),
  ownBefore: block(SIDES * (GAPS + 1) * KINDS * KINDS),
  otherSide: block(SIDES * KINDS * KINDS),
  pending: block((GAPS + 1) * SINCE * KINDS),
  pendingAlone: block((GAPS + 1) * SINCE),
};
/** How many features a second look can name. */
export const SECOND_COUNT = count;

const numberOf = (act: Act): number => ACTS.indexOf(act);
const ASKING = new Set((["request", "question", "status_chase"] as const).map(numberOf));
const SINCE_OF = new Map<number, number>([
  [numberOf("acknowledgement"), 1],
  [numberOf("question"), 1],
  [numberOf("promise"), 2],
  [numberOf("answer"), 3],
  [numberOf("completion"), 3],
]);

export type SecondLook = {
  walk: Walk;
  /** What each message was read as at first, by its place in `ACTS`. */
  first: Uint8Array;
  ours: Uint8Array;
  /** The last message of the clients, of ours. */
  last: [MessageIndex, MessageIndex];
  /** Of each person, the last message that asked for something, and what ours have said since. */
  asked: Int32Array;
  since: Uint8Array;
};

export const openSecondLook = (walk: Walk, first: Uint8Array, people: readonly Person[]): SecondLook => ({
  walk,
  first,
  ours: Uint8Array.from(people, ({ role }) => (role === "client" ? 0 : 1)),
  last: [-1, -1],
  asked: new Int32Array(people.length).fill(-1),
  since: new Uint8Array(people.length),
});

/** Pushes the features of one message; messages must come in their order. */
export function lookAgain(look: SecondLook, index: MessageIndex, features: number[]): void {
  const { walk, first, ours, last, asked, since } = look;
  const message = walk.messages[index];
  if (message === undefined || message.by === null) return;
  const own = first[index] ?? NO_ACT;
  const side = ours[message.by] === 1 ? 1 : 0;
  features.push(SECOND.own + side * KINDS + own);
  const neighbour = (at: MessageIndex, pairs: number, alone: number): void => {
    const other = walk.messages[at];
    if (other === undefined || other.by === null) return;
    const speaker = other.by === message.by ? 2 : (ours[other.by] ?? 0);
    const place = (side * SPEAKERS + speaker) * KINDS + (first[at] ?? NO_ACT);
    features.push(alone + place, pairs + place * KINDS + own);
  };
  neighbour(walk.previous[index] ?? -1, SECOND.before, SECOND.beforeAlone);
  neighbour(walk.next[index] ?? -1, SECOND.after, SECOND.afterAlone);
  const mine = walk.ownPrevious[index] ?? -1;
  const gap = mine < 0 ? GAPS : gapOf(walk.messages[mine]?.at ?? 0, message.at);
  features.push(
    SECOND.ownBefore +
      ((side * (GAPS + 1) + gap) * KINDS + (mine < 0 ? NO_ACT : (first[mine] ?? NO_ACT))) * KINDS +
      own,
  );
  const other = last[1 - side] ?? -1;
  features.push(
    SECOND.otherSide + (side * KINDS + (other < 0 ? NO_ACT : (first[other] ?? NO_ACT))) * KINDS + own,
  );
  if (side === 0) {
    const asking = asked[message.by] ?? -1;
    const askedGap = asking < 0 ? GAPS : gapOf(walk.messages[asking]?.at ?? 0, message.at);
    const place = askedGap * SINCE + (since[message.by] ?? 0);
    features.push(SECOND.pendingAlone + place, SECOND.pending + place * KINDS + own);
    if (ASKING.has(own)) {
      asked[message.by] = index;
      since[message.by] = 0;
    }
  } else {
    // Whom ours speak to is not known yet: most likely to who spoke last.
    const to = other < 0 ? null : (walk.messages[other]?.by ?? null);
    if (to !== null) since[to] = Math.max(since[to] ?? 0, SINCE_OF.get(own) ?? 0);
  }
  last[side] = index;
}
