/** Posts webhooks: at least once, again until the answer is 200, and as badly behaved as the settings say. */
import { setTimeout as pause } from "node:timers/promises";
import type { Bus } from "./bus.ts";
import type { Clock } from "./clock.ts";
import { type Delivery, type DeliveryLog, openDeliveryLog } from "./delivery-log.ts";
import { postSigned } from "./post.ts";
import type { Settings } from "./settings.ts";
import type { Timers } from "./timers.ts";
import { type Business, buildBody, type Update } from "./webhooks.ts";

const MOST_AT_ONCE = 40;
const LONGEST_PAUSE_MS = 60_000;
const GIVE_UP_MS = 7 * 86_400_000;

export type Deliverer = {
  log: DeliveryLog;
  send: (update: Update) => void;
  /** Posts exactly these bytes, once. */
  sendRaw: (
    body: Buffer,
    signature: "right" | "wrong" | "none",
  ) => Promise<{ id: number; answer: number | null; ms: number }>;
  /** After a change of settings: lets go what need not be held any more. */
  release: () => void;
  /** Lets go everything held and waits until nothing is under way. */
  flush: (patienceMs: number) => Promise<number>;
  /** What was never answered with 200, for the snapshot. */
  unanswered: () => { kind: string; ids: string[]; body: string }[];
  resume: (left: readonly { kind: string; ids: string[]; body: string }[]) => void;
  forget: () => void;
};

type Parcel = { delivery: Delivery; body: Buffer; pauseMs: number; startedAt: number };

export function createDeliverer(sim: {
  webhook: string;
  appSecret: string;
  business: Business;
  fast: boolean;
  settings: () => Settings;
  random: () => number;
  timers: Timers;
  clock: Clock;
  bus: Bus;
  onAccepted: (ids: readonly string[]) => void;
}): Deliverer {
  const log = openDeliveryLog();
  const held: Update[] = [];
  /** Each with the way to let it go before its time. */
  const waiting = new Map<Parcel, () => void>();
  const ready: Parcel[] = [];
  const flying = new Set<Parcel>();
  let stopHolding: (() => void) | null = null;
  /** A reset makes the answers of what is still in the air unimportant. */
  let era = 0;

  function holdMs(): number {
    const { shuffle, batching } = sim.settings();
    if (shuffle) return sim.fast ? 30 : 1_500;
    return batching > 1 ? (sim.fast ? 15 : 250) : 0;
  }

  function send(update: Update): void {
    held.push(update);
    if (holdMs() === 0) letGo();
    else stopHolding ??= sim.timers.after(holdMs(), letGo);
  }

  function letGo(): void {
    stopHolding?.();
    stopHolding = null;
    const { shuffle, batching, duplicates, delayMs } = sim.settings();
    const order = shuffle ? shuffled(held, sim.random) : [...held];
    const isMoved = order.some((update, place) => update !== held[place]);
    held.length = 0;
    for (let at = 0; at < order.length; at += batching) {
      const updates = order.slice(at, at + batching);
      const body = buildBody(sim.business, updates);
      const kind = updates.length === 1 ? (updates[0]?.kind ?? "update") : `${updates.length} updates`;
      const ids = [...new Set(updates.flatMap((update) => update.ids))];
      park(record(kind, ids, body, isMoved ? "shuffled" : null), delayMs);
      if (duplicates) park(record(kind, ids, body, "twice"), delayMs + Math.round(sim.random() * 300));
    }
  }

  function record(kind: string, ids: string[], body: Buffer, note: Delivery["note"]): Parcel {
    const delivery = log.add({ kind, ids, body, note, at: sim.clock.now() });
    return { delivery, body, pauseMs: 0, startedAt: sim.clock.now().getTime() };
  }

  function park(parcel: Parcel, ms: number): void {
    const depart = () => {
      stop();
      waiting.delete(parcel);
      ready.push(parcel);
      pump();
    };
    const stop = ms === 0 ? () => undefined : sim.timers.after(ms, depart);
    waiting.set(parcel, depart);
    if (ms === 0) depart();
  }

  function pump(): void {
    if (sim.settings().freeze) return;
    while (flying.size < MOST_AT_ONCE) {
      const parcel = ready.shift();
      if (!parcel) return;
      flying.add(parcel);
      void fly(parcel, era);
    }
  }

  async function fly(parcel: Parcel, bornIn: number): Promise<void> {
    const { wrongSignature } = sim.settings();
    if (wrongSignature) parcel.delivery.note = "wrong signature";
    const attempt = await post(parcel.body, wrongSignature ? "wrong" : "right");
    flying.delete(parcel);
    if (bornIn !== era) return;
    const isAccepted = attempt.answer === 200;
    const isOld = sim.clock.now().getTime() - parcel.startedAt > GIVE_UP_MS;
    log.answer(parcel.delivery, attempt, isAccepted ? "accepted" : isOld ? "given up" : "waiting");
    sim.bus.tell("delivery", parcel.delivery);
    if (isAccepted) sim.onAccepted(parcel.delivery.ids);
    else if (!isOld) {
      parcel.pauseMs = Math.min(LONGEST_PAUSE_MS, Math.max(parcel.pauseMs * 2, sim.settings().retryMs));
      park(parcel, parcel.pauseMs);
    }
    pump();
  }

  async function post(body: Buffer, signature: "right" | "wrong" | "none") {
    const at = sim.clock.now().toISOString();
    const { answer, ms } = await postSigned(sim.webhook, sim.appSecret, body, signature);
    return { at, answer, ms };
  }

  function isBusy(): boolean {
    return held.length + waiting.size + ready.length + flying.size > 0;
  }

  function departAll(): void {
    letGo();
    for (const depart of [...waiting.values()]) depart();
    pump();
  }

  return {
    log,
    send,
    sendRaw: async (body, signature) => {
      const { delivery } = record("raw", [], body, signature === "right" ? null : "wrong signature");
      const attempt = await post(body, signature);
      log.answer(delivery, attempt, attempt.answer === 200 ? "accepted" : "given up");
      sim.bus.tell("delivery", delivery);
      return { id: delivery.id, answer: attempt.answer, ms: attempt.ms };
    },
    release: () => {
      if (holdMs() === 0) letGo();
      pump();
    },
    flush: async (patienceMs) => {
      const until = performance.now() + patienceMs;
      departAll();
      while (isBusy() && !sim.settings().freeze && performance.now() < until) {
        await pause(10);
        if (flying.size === 0) departAll();
      }
      return held.length + waiting.size + ready.length + flying.size;
    },
    unanswered: () => {
      const parcels = [...waiting.keys(), ...ready, ...flying];
      const left = parcels.map(({ delivery, body }) => ({
        kind: delivery.kind,
        ids: delivery.ids,
        body: body.toString(),
      }));
      const loose = held.map(({ kind, ids, value }) => ({
        kind,
        ids,
        body: buildBody(sim.business, [{ kind, ids, value }]).toString(),
      }));
      return [...left, ...loose];
    },
    resume: (left) => {
      for (const { kind, ids, body } of left) park(record(kind, ids, Buffer.from(body), null), 0);
    },
    forget: () => {
      era += 1;
      held.length = 0;
      waiting.clear();
      ready.length = 0;
      flying.clear();
      stopHolding = null;
      log.clear();
    },
  };
}

/** Never the order it had, when there are two or more. */
function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const order = list
    .map((item) => ({ item, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
  if (order.every((item, place) => item === list[place])) order.push(...order.splice(0, 1));
  return order;
}
