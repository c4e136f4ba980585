/** What becomes of a message the business sent: sent, delivered, read, played, or failed, each as a webhook. */
import type { Sim } from "./sim.ts";
import { type StatusFact, statusUpdate } from "./webhooks.ts";
import { listThread, type Sent, type SentState } from "./world.ts";

const RANK: Record<SentState, number> = { accepted: 0, sent: 1, delivered: 2, read: 3, played: 4, failed: 5 };
const FREE_DELIVERIES = 1_000;

/** Sets the usual course in motion. A person who reads earlier overtakes it: `delivered` may then never come. */
export function startStatuses(sim: Sim, sent: Sent): void {
  const { sentMs, deliveredMs, readMs, autoRead, statusSkips } = sim.settings();
  sim.timers.after(sentMs, () => tellStatus(sim, sent, "sent"));
  if (sent.isReaction) return;
  const isSkipped = statusSkips && countSent(sim) % 2 === 1;
  sim.timers.after(deliveredMs, () => arrive(sim, sent, isSkipped));
  if (autoRead) sim.timers.after(readMs, () => readByItself(sim, sent));
}

/** A phone that is off gets it later; a person who blocked the number never does: both stay at `sent`. */
function arrive(sim: Sim, sent: Sent, isSkipped: boolean): void {
  const phone = sent.phoneId === null ? undefined : sim.world.phones.get(sent.phoneId);
  if (phone?.blocks.includes(sim.business.number)) sent.held = "blocked";
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
  const pricing = status === "sent" || isFirstArrival ? priceOf(sim, sent, isFirstArrival) : null;
  const phone = sent.phoneId === null ? undefined : sim.world.phones.get(sent.phoneId);
  const at = sim.clock.now().getTime();
  sim.deliverer.send(statusUpdate(sim.business, phone, sent, { status, at, pricing }));
  if (sent.phoneId !== null) sim.bus.tell("thread", { phoneId: sent.phoneId });
}

/** The person looks at the chat: all up to one message, or all there is. */
export function readThread(sim: Sim, phoneId: string, upTo: string | null): number {
  const last = upTo === null ? Number.POSITIVE_INFINITY : (sim.world.messages.get(upTo)?.at ?? 0);
  let marked = 0;
  for (const message of listThread(sim.world, phoneId)) {
    if (message.from !== "business" || message.at > last || RANK[message.state] >= RANK.read) continue;
    if (message.held) continue;
    tellStatus(sim, message, "read");
    marked += 1;
  }
  return marked;
}

function countSent(sim: Sim): number {
  let count = 0;
  for (const message of sim.world.messages.values()) if (message.from === "business") count += 1;
  return count;
}

/** Rules of October 2026: service messages are free for the first thousand deliveries of a month. */
function priceOf(sim: Sim, sent: Sent, counts: boolean): object {
  if (sent.category === "utility") {
    return { billable: true, pricing_model: "PMP", type: "regular", category: "utility" };
  }
  const tally = sim.world.serviceDeliveries;
  const month = sim.clock.now().toISOString().slice(0, 7);
  if (tally.month !== month) Object.assign(tally, { month, count: 0 });
  if (counts) tally.count += 1;
  const isFree = tally.count <= FREE_DELIVERIES;
  return {
    billable: !isFree,
    pricing_model: "PMP",
    type: isFree ? "free_customer_service" : "regular",
    category: "service",
  };
}
