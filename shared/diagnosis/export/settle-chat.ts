/** What only the whole file tells: which number is the day, what was pasted, who is who, what the chat is called. */
import type { Chat, ChatMessage, DateOrder } from "../chat.ts";
import { titleOfFile } from "./chat-title.ts";
import { type OrderEvidence, orderOf } from "./date-order.ts";
import type { WrittenDate } from "./dates.ts";
import { type Doubt, type Doubts, isNoDate, judge, mainForm } from "./doubts.ts";
import type { Form } from "./header-steps.ts";
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
  settleTimes(gathered, messages, orders);
  const people = settlePeople(messages, senders);
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
    if (into) into.text = into.text === "" ? doubt.written : `${into.text}\n${doubt.written}`;
    if (!into || isNoDate(doubt, orders)) reject(unreadable, doubt.line, doubt.written);
  }
  unreadable.first.sort((a, b) => a.line - b.line);
  return left;
}

/** Lines said earlier in the same minute (second, on iOS) by the same person: what a paste repeats. */
function saidBefore(messages: readonly ChatMessage[], kept: readonly Doubt[]): (doubt: Doubt) => boolean {
  const wanted = new Set(
    kept.filter(({ message, date }) => message.by !== null && date).map(({ message }) => message.at),
  );
  const firsts = new Map<string, number>();
  const key = ({ at, by }: ChatMessage) => `${at}/${by}`;
  if (wanted.size > 0)
    for (const message of messages)
      if (wanted.has(message.at) && !firsts.has(key(message))) firsts.set(key(message), message.index);
  return ({ message }) => (firsts.get(key(message)) ?? message.index) < message.index;
}

/** Turns dates as written into instants, once it is known which number is the day. */
function settleTimes(
  { dates }: Gathered,
  messages: ChatMessage[],
  orders: ReadonlyMap<number, DateOrder>,
): void {
  const starts = dates.map(({ form, days }) => {
    const order = orders.get(form) ?? "DMY";
    const day = [days[order], days.DMY, days.MDY, days.YMD].find((one) => !Number.isNaN(one)) ?? 0;
    return day * DAY;
  });
  for (const message of messages) {
    const place = Math.floor(message.at / SECONDS_A_DAY);
    const second = Math.floor(message.at - place * SECONDS_A_DAY);
    message.at = (starts[place] ?? 0) + second * 1000;
  }
}

/** Numbers people by their first word; two ways to write one name are one person. */
function settlePeople(messages: readonly ChatMessage[], senders: readonly Sender[]): string[] {
  const people: string[] = [];
  const places = new Map<string, number>();
  const bySender: number[] = [];
  for (const message of messages) {
    if (message.by === null) continue;
    const known = bySender[message.by];
    if (known !== undefined) {
      message.by = known;
      continue;
    }
    const name = senders[message.by]?.name ?? "";
    const person = places.get(name) ?? people.push(name) - 1;
    places.set(name, person);
    bySender[message.by] = person;
    message.by = person;
  }
  return people;
}
