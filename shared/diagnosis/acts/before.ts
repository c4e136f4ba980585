/** What stands before a message: who spoke, how long ago, and what kind of thing they said. Pure. */
import type { Chat, ChatMessage } from "../chat.ts";
import { MESSAGE_KINDS } from "../chat.ts";
import type { Person } from "../diagnosis.ts";
import { FACT } from "./phrase-facts.ts";
import { TOLD, toldBefore } from "./told-before.ts";

/** Kinds of text, coarse: enough to tell an answer from a greeting by what stands before it. */
const CLASSES = 12;

export function classOf(facts: number, isText: boolean): number {
  if (facts & FACT.wordless) return isText ? (facts & FACT.question ? 4 : 2) : 1;
  if (facts & FACT.question && facts & FACT.onlySmallTalk) return 4;
  if (facts & FACT.onlySmallTalk) return 3;
  if (facts & FACT.chase && !(facts & FACT.saysMuch)) return facts & FACT.question ? 4 : 11;
  if (facts & FACT.question) return 5;
  if (facts & FACT.done && !(facts & (FACT.promise | FACT.need))) return 6;
  if (facts & (FACT.promise | FACT.checking)) return 7;
  if (facts & (FACT.need | FACT.broken)) return 8;
  return facts & FACT.saysMuch ? 10 : 9;
}

/** Classes that begin something or tell much: a question, a need, a long statement. */
const MATTERS = Uint8Array.from({ length: CLASSES }, (_, at) => ([5, 8, 10].includes(at) ? 1 : 0));

let count = 0;
const block = (size: number): number => {
  const from = count;
  count += size;
  return from;
};

export const GAPS = 7;
const UNKNOWN_ROLE = {
  gap: block(GAPS * 2),
  ownGap: block((GAPS + 1) * 2),
  ownGapClass: block((GAPS + 1) * 2 * CLASSES),
  before: block(2 * CLASSES),
  beforeClass: block(2 * CLASSES * CLASSES),
  othersClass: block(CLASSES * CLASSES),
  told: block(TOLD),
  toldClass: block(TOLD * CLASSES),
  next: block(2 * (GAPS + 1)),
  nextClass: block(2 * CLASSES * CLASSES),
  matter: block((GAPS + 1) * CLASSES),
};
const SIDES = 2;
const ROLE_NUMBERS = { staff: 0, worker: 1, client: 2, bot: 3 } as const;
const KNOWN_ROLE = {
  role: block(4),
  roleClass: block(4 * CLASSES),
  roleKind: block(4 * MESSAGE_KINDS.length),
  before: block(SIDES * (SIDES + 1) * CLASSES * CLASSES),
  answered: block(SIDES * 2 * (GAPS + 1)),
  answeredClass: block(SIDES * 2 * (GAPS + 1) * CLASSES),
  otherSide: block(SIDES * CLASSES * CLASSES),
  otherSideGap: block(SIDES * (GAPS + 1) * CLASSES),
  next: block(SIDES * (SIDES + 1) * CLASSES * CLASSES),
  told: block(SIDES * TOLD),
  matter: block(SIDES * (GAPS + 1) * CLASSES),
};
/** How many features `before` can name. */
export const CONTEXT_COUNT = count;

const MINUTE = 60_000;
const STEPS = [1, 5, 15, 60, 240, 1440];
export const gapOf = (from: number, to: number): number => {
  const minutes = (to - from) / MINUTE;
  const at = STEPS.findIndex((step) => minutes <= step);
  return at < 0 ? STEPS.length : at;
};

/** Walks through a chat once, forward. */
export type Walk = {
  messages: readonly ChatMessage[];
  classes: Uint8Array;
  /** Place of each message's neighbours before it; -1: none. */
  previous: Int32Array;
  ownPrevious: Int32Array;
  /** The last message before it by somebody else. */
  othersPrevious: Int32Array;
  next: Int32Array;
  /** The last message before it by the same person that asked for something or told much. */
  matter: Int32Array;
  /** How much of what it is about was told before: a number under `TOLD`. */
  told: Uint8Array;
};

export function walkOf(chat: Chat, classes: Uint8Array, texts: Int32Array, content: Int32Array): Walk {
  const { messages, people } = chat;
  const none = (): Int32Array => new Int32Array(messages.length).fill(-1);
  const [previous, ownPrevious, othersPrevious, next, matter] = [none(), none(), none(), none(), none()];
  const lastOf = new Int32Array(people.length).fill(-1);
  const matterOf = new Int32Array(people.length).fill(-1);
  let last = -1;
  let lastByAnother = -1;
  for (const { index, by, kind } of messages) {
    previous[index] = last;
    if (by === null || kind === "system") continue;
    if (last >= 0) next[last] = index;
    ownPrevious[index] = lastOf[by] ?? -1;
    matter[index] = matterOf[by] ?? -1;
    if (MATTERS[classes[index] ?? 0]) matterOf[by] = index;
    if (last >= 0 && messages[last]?.by !== by) lastByAnother = last;
    othersPrevious[index] = lastByAnother;
    lastOf[by] = index;
    last = index;
  }
  const told = toldBefore(chat, texts, content);
  return { messages, classes, previous, ownPrevious, othersPrevious, next, matter, told };
}

function matterGap({ messages, matter }: Walk, index: number): number {
  const since = messages[matter[index] ?? -1];
  return since === undefined ? GAPS : gapOf(since.at, messages[index]?.at ?? 0);
}

/** Features told without roles, pushed to `features`. */
export function beforeWithoutRoles(walk: Walk, index: number, features: number[]): void {
  const { messages, classes, previous, ownPrevious, othersPrevious } = walk;
  const message = messages[index];
  if (message === undefined) return;
  const own = classes[index] ?? 0;
  const last = previous[index] ?? -1;
  const before = messages[last];
  const isSame = before !== undefined && before.by === message.by ? 1 : 0;
  if (before !== undefined) {
    const class_ = classes[last] ?? 0;
    features.push(UNKNOWN_ROLE.gap + isSame * GAPS + gapOf(before.at, message.at));
    features.push(UNKNOWN_ROLE.before + isSame * CLASSES + class_);
    features.push(UNKNOWN_ROLE.beforeClass + (isSame * CLASSES + class_) * CLASSES + own);
  }
  const mine = ownPrevious[index] ?? -1;
  const others = othersPrevious[index] ?? -1;
  const isAnswered = others > mine ? 1 : 0;
  const ownGap = mine < 0 ? GAPS : gapOf(messages[mine]?.at ?? 0, message.at);
  const at = ownGap * 2 + isAnswered;
  features.push(UNKNOWN_ROLE.ownGap + at, UNKNOWN_ROLE.ownGapClass + at * CLASSES + own);
  const told = walk.told[index] ?? 0;
  features.push(UNKNOWN_ROLE.told + told, UNKNOWN_ROLE.toldClass + told * CLASSES + own);
  const after = walk.next[index] ?? -1;
  const following = messages[after];
  const isSameNext = following !== undefined && following.by === message.by ? 1 : 0;
  features.push(
    UNKNOWN_ROLE.next +
      isSameNext * (GAPS + 1) +
      (following === undefined ? GAPS : gapOf(message.at, following.at)),
  );
  if (following !== undefined)
    features.push(UNKNOWN_ROLE.nextClass + (isSameNext * CLASSES + (classes[after] ?? 0)) * CLASSES + own);
  features.push(UNKNOWN_ROLE.matter + matterGap(walk, index) * CLASSES + own);
  if (others >= 0) features.push(UNKNOWN_ROLE.othersClass + (classes[others] ?? 0) * CLASSES + own);
}

/** The last message of each side, and of each person, while roles are known. */
export type Sides = { ours: Uint8Array; lastOurs: number; lastClients: number };

export const sidesOf = (people: readonly Person[]): Sides => ({
  ours: Uint8Array.from(people, ({ role }) => (role === "client" ? 0 : 1)),
  lastOurs: -1,
  lastClients: -1,
});

/** Features told with roles, pushed to `features`; messages must come in their order. */
export function beforeWithRoles(
  walk: Walk,
  index: number,
  people: readonly Person[],
  sides: Sides,
  features: number[],
): void {
  const { messages, classes, previous, ownPrevious } = walk;
  const message = messages[index];
  if (message === undefined || message.by === null) return;
  const own = classes[index] ?? 0;
  const person = people[message.by];
  const role = ROLE_NUMBERS[person?.role ?? "client"];
  const side = sides.ours[message.by] ?? 0;
  features.push(
    KNOWN_ROLE.role + role,
    KNOWN_ROLE.roleClass + role * CLASSES + own,
    KNOWN_ROLE.roleKind + role * MESSAGE_KINDS.length + MESSAGE_KINDS.indexOf(message.kind),
  );
  const last = previous[index] ?? -1;
  const before = messages[last];
  if (before !== undefined) {
    const speaker = before.by === message.by ? 2 : (sides.ours[before.by ?? 0] ?? 0);
    features.push(
      KNOWN_ROLE.before + ((side * (SIDES + 1) + speaker) * CLASSES + (classes[last] ?? 0)) * CLASSES + own,
    );
  }
  const other = side === 1 ? sides.lastClients : sides.lastOurs;
  const mine = ownPrevious[index] ?? -1;
  const gap = mine < 0 ? GAPS : gapOf(messages[mine]?.at ?? 0, message.at);
  const at = (side * 2 + (other > mine ? 1 : 0)) * (GAPS + 1) + gap;
  features.push(KNOWN_ROLE.answered + at, KNOWN_ROLE.answeredClass + at * CLASSES + own);
  if (other >= 0)
    features.push(KNOWN_ROLE.otherSide + (side * CLASSES + (classes[other] ?? 0)) * CLASSES + own);
  const otherGap = other < 0 ? GAPS : gapOf(messages[other]?.at ?? 0, message.at);
  features.push(KNOWN_ROLE.otherSideGap + (side * (GAPS + 1) + otherGap) * CLASSES + own);
  const after = walk.next[index] ?? -1;
  const following = messages[after];
  if (following !== undefined) {
    const speaker = following.by === message.by ? 2 : (sides.ours[following.by ?? 0] ?? 0);
    features.push(
      KNOWN_ROLE.next + ((side * (SIDES + 1) + speaker) * CLASSES + (classes[after] ?? 0)) * CLASSES + own,
    );
  }
  features.push(KNOWN_ROLE.told + side * TOLD + (walk.told[index] ?? 0));
  features.push(KNOWN_ROLE.matter + (side * (GAPS + 1) + matterGap(walk, index)) * CLASSES + own);
  if (side === 1) sides.lastOurs = index;
  else sides.lastClients = index;
}
