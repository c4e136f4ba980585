/** What only the whole file tells: which number is the day, what was pasted, who is who, what the chat is called. */
import type { Chat, ChatMessage, DateOrder } from "../chat.ts";
import { titleOfFile } from "./chat-title.ts";
import { type OrderEvidence, orderOf } from "./date-order.ts";
import type { WrittenDate } from "./dates.ts";
import { type Doubt, type Doubts, isNoDate, judge, LONG_AGO, mainForm } from "./doubts.ts";
import type { Form } from "./header-steps.ts";
import { bodyOf } from "./kinds.ts";
import { joinTails, type Sender } from "./senders.ts";
import { reject } from "./unreadable.ts";

/** What a pass over the lines gathered. A message's `at` holds place of date * 86,400 + second of the day + 0.5. */
export type Gathered = {
  options: { order?: DateOrder; fileName?: string; fileDate?: Date };
  forms: readonly Form[];
  dates: readonly WrittenDate[];
  runs: readonly { date: number; lines: number }[];
  senders: readonly Sender[];
  doubts: Doubts;
  /** `by` is the place of a sender. */
  messages: ChatMessage[];
  systemTexts: readonly string[];
  groupTitle: string | null;
  /** In whose name iOS wrote its first own line: the group's, or the contact's. */
  ownName: string | null;
  platform: Chat["platform"];
  unreadable: Chat["unreadable"];
};

const SECONDS_A_DAY = 86_400;
const DAY = 86_400_000;

export function settleChat(gathered: Gathered): Chat {
  const { options, senders, platform, unreadable } = gathered;
  const { orders, dateOrder } = settleOrders(gathered);
  const fileTitle = options.fileName === undefined ? null : titleOfFile(options.fileName);
  joinTails(senders, [fileTitle ?? "", ...gathered.systemTexts].join("\n"), platform);
  const messages = mergePasted(gathered, orders);
  const people = settleMessages(gathered, messages, orders);
  const { ownName, groupTitle } = gathered;
  const isGroup =
    people.length > 2 ||
    groupTitle !== null ||
    (ownName !== null && !people.includes(ownName) && people.length > 1);
  const title =
    fileTitle ?? groupTitle ?? ownName ?? (isGroup || people.length !== 1 ? null : (people[0] ?? null));
  return { title, platform, isGroup, people, messages, dateOrder, unreadable };
}

/** Each form of lines has an order of its own; the chat's is that of most lines. */
function settleOrders({ options, forms, dates, runs, doubts, systemTexts }: Gathered): {
  orders: Map<number, DateOrder>;
  dateOrder: Chat["dateOrder"];
} {
  const main = mainForm(doubts.lines);
  const orders = new Map<number, DateOrder>();
  let dateOrder: Chat["dateOrder"] = { order: "DMY", certainty: "ambiguous", evidence: "none" };
  for (const [form, shape] of forms.entries()) {
    const itsRuns: OrderEvidence["runs"][number][] = [];
    for (const { date: place, lines } of runs) {
      const date = dates[place];
      if (date?.form === form) itsRuns.push({ date, lines });
    }
    if (itsRuns.length === 0) continue;
    const fileDay = options.fileDate ? Math.floor(options.fileDate.getTime() / DAY) : null;
    const told = orderOf({ shape, runs: itsRuns, systemTexts, fileDay });
    const { order: given } = options;
    const isGiven = given !== undefined && itsRuns.some(({ date }) => !Number.isNaN(date.days[given]));
    const settled = isGiven
      ? { order: given, certainty: "given" as const, evidence: "given" as const }
      : told;
    orders.set(form, settled.order);
    if (form === main) dateOrder = settled;
  }
  return { orders, dateOrder };
}

/** Puts pasted lines back into the message they were pasted into; gives the messages that are left. */
function mergePasted(gathered: Gathered, orders: ReadonlyMap<number, DateOrder>): ChatMessage[] {
  const { doubts, messages, unreadable } = gathered;
  const pasted = judge(doubts, orders, saidBefore(messages, doubts.kept));
  if (pasted.size === 0) return messages;
  const left: ChatMessage[] = [];
  for (const message of messages) {
    const doubt = pasted.get(message);
    if (!doubt) {
      message.index = left.length;
      left.push(message);
      continue;
    }
    const into = left.at(-1);
    if (into) putBack(into, doubt.written, gathered.platform);
    if (!into || isNoDate(doubt, orders)) reject(unreadable, doubt.line, doubt.written);
  }
  unreadable.first.sort((a, b) => a.line - b.line);
  return left;
}

/** The sign of an edited message stands behind all of its lines. */
function putBack(message: ChatMessage, written: string, platform: Chat["platform"]): void {
  const whole = bodyOf(message.text === "" ? written : `${message.text}\n${written}`, platform);
  message.text = whole.text;
  message.isEdited ||= whole.isEdited;
}

/** Lines said earlier in the same minute (second, on iOS) by the same person: what a paste repeats. */
function saidBefore(messages: readonly ChatMessage[], kept: readonly Doubt[]): (doubt: Doubt) => boolean {
  const wanted = new Set<number>();
  for (const { message, latest } of kept)
    if (message.by !== null && latest !== LONG_AGO) wanted.add(message.at);
  const firsts = new Map<string, number>();
  const key = ({ at, by }: ChatMessage) => `${at}/${by}`;
  if (wanted.size > 0)
    for (const message of messages)
      if (wanted.has(message.at) && !firsts.has(key(message))) firsts.set(key(message), message.index);
  return ({ message }) => (firsts.get(key(message)) ?? message.index) < message.index;
}

/**
 * Turns dates as written into instants, once it is known which number is the day, and numbers people by their first
 * word; two ways to write one name are one person. Gives their names.
 */
function settleMessages(
  gathered: Gathered,
  messages: ChatMessage[],
  orders: ReadonlyMap<number, DateOrder>,
): string[] {
  const starts = Float64Array.from(gathered.dates, ({ form, days }) => {
    const order = orders.get(form) ?? "DMY";
    return ([days[order], days.DMY, days.MDY, days.YMD].find((one) => !Number.isNaN(one)) ?? 0) * DAY;
  });
  const { senders } = gathered;
  const bySender = new Int32Array(senders.length).fill(-1);
  const people: string[] = [];
  const places = new Map<string, number>();
  for (const message of messages) {
    const place = Math.floor(message.at / SECONDS_A_DAY);
    message.at = (starts[place] ?? 0) + Math.floor(message.at - place * SECONDS_A_DAY) * 1000;
    if (message.by === null) continue;
    let person = bySender[message.by] ?? -1;
    if (person === -1) {
      const name = senders[message.by]?.name ?? "";
      person = places.get(name) ?? people.push(name) - 1;
      places.set(name, person);
      bySender[message.by] = person;
    }
    message.by = person;
  }
  return people;
}
