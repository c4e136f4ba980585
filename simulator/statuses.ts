/** What becomes of a message the business sent: sent, delivered, read, played, or failed, each as a webhook. */
import { businessOf } from "./accounts.ts";
import { monthIn, priceOf } from "./pricing-rules.ts";
import { accountOf, numberOf, type Sim } from "./sim.ts";
import { type StatusFact, statusUpdate } from "./webhooks.ts";
import { isWindowOpen, listThread, type Phone, type Sent, type SentState } from "./world.ts";

const RANK: Record<SentState, number> = { accepted: 0, sent: 1, delivered: 2, read: 3, played: 4, failed: 5 };

/** Sets the usual course in motion. A person who reads earlier overtakes it: `delivered` may then never come. */
export function startStatuses(sim: Sim, sent: Sent): void {
  const { sentMs, deliveredMs, readMs, autoRead, statusSkips } = sim.settings();
  sim.timers.after(sentMs, () => tellStatus(sim, sent, "sent"));
  if (sent.isReaction) return;
  const isSkipped = statusSkips && sim.world.sentCount % 2 === 1;
  sim.timers.after(deliveredMs, () => arrive(sim, sent, isSkipped));
  if (autoRead) sim.timers.after(readMs, () => readByItself(sim, sent));
}

/** A phone that is off gets it later; a person who blocked the number never does: both stay at `sent`. */
function arrive(sim: Sim, sent: Sent, isSkipped: boolean): void {
  const phone = sent.phoneId === null ? undefined : sim.world.phones.get(sent.phoneId);
  if (phone?.blocks.includes(sent.number ?? sim.business.number)) sent.held = "blocked";
  else if (phone?.isOff) sent.held = "off";
  else if (!isSkipped) tellStatus(sim, sent, "delivered");
  if (sent.held && phone) sim.bus.tell("thread", { phoneId: phone.id });
}

/** A person reads by themselves what has come, unless somebody holds their phone. */
export function readByItself(sim: Sim, sent: Sent): void {
  const phone = sent.phoneId === null ? undefined : sim.world.phones.get(sent.phoneId);
  if (!sent.held && !phone?.isOff && !phone?.inHand) tellStatus(sim, sent, "read");
}

/** An accepted message that then fails, the way most failures come. */
export function failLater(sim: Sim, sent: Sent, failure: { code: number; title: string }): void {
  sim.timers.after(sim.settings().sentMs, () => {
    sent.failure = failure;
    tellStatus(sim, sent, "failed");
  });
}

/** Never backwards. */
export function tellStatus(sim: Sim, sent: Sent, status: StatusFact["status"]): void {
  if (RANK[status] <= RANK[sent.state]) return;
  const isFirstArrival = RANK[sent.state] < RANK.delivered && (status === "delivered" || status === "read");
  sent.state = status;
  const phone = sent.phoneId === null ? undefined : sim.world.phones.get(sent.phoneId);
  const at = sim.clock.now().getTime();
  const pricing = status === "sent" || isFirstArrival ? price(sim, sent, phone, at, isFirstArrival) : null;
  const number = numberOf(sim, sent.number);
  if (!number) return;
  const conversation = pricing && isFreeEntry(sent, phone, number.id, at) ? freeEntryOf(sent) : null;
  sim.deliverer.send(statusUpdate(businessOf(number), phone, sent, { status, at, pricing, conversation }));
  if (sent.phoneId !== null) sim.bus.tell("thread", { phoneId: sent.phoneId });
}

/** The person looks at their chat with one of our numbers: all up to one message, or all there is. */
export function readThread(
  sim: Sim,
  phoneId: string,
  { number, upTo = null }: { number: string; upTo?: string | null },
): number {
  const last = upTo === null ? Number.POSITIVE_INFINITY : (sim.world.messages.get(upTo)?.at ?? 0);
  let marked = 0;
  for (const message of listThread(sim.world, phoneId)) {
    if (message.from !== "business" || message.at > last || RANK[message.state] >= RANK.read) continue;
    if (message.held || (message.number ?? sim.business.number) !== number) continue;
    tellStatus(sim, message, "read");
    marked += 1;
  }
  return marked;
}

/** What it costs; an arrival is counted, a mere `sent` tells what the arrival will cost. */
export function price(sim: Sim, sent: Sent, phone: Phone | undefined, at: number, counts: boolean): object {
  const number = numberOf(sim, sent.number);
  /** The first number's tally is part of the world that is kept over a restart. */
  const tally = sent.number === undefined ? sim.world.serviceDeliveries : number?.deliveries;
  const account = number && accountOf(sim, number.accountId);
  const month = monthIn(account?.timeZone ?? "UTC", at);
  if (tally && tally.month !== month) Object.assign(tally, { month, count: 0 });
  const deliveries = (tally?.count ?? 0) + 1;
  if (tally && counts && sent.category === "service") tally.count = deliveries;
  return priceOf({
    category: sent.category,
    isGroup: sent.groupId !== undefined,
    at,
    isWindowOpen: phone !== undefined && isWindowOpen(phone, new Date(at), sent.number),
    freeUntil: phone?.cameByAd?.[number?.id ?? ""]?.freeUntil ?? null,
    deliveries,
  });
}

function isFreeEntry(sent: Sent, phone: Phone | undefined, number: string, at: number): boolean {
  const freeUntil = phone?.cameByAd?.[number]?.freeUntil ?? null;
  return sent.groupId === undefined && freeUntil !== null && at < freeUntil;
}

/** Since v24 the only conversation that a status still names. */
function freeEntryOf(sent: Sent): object {
  return { id: `free-${sent.phoneId}`, origin: { type: "referral_conversion" } };
}
