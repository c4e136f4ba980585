/** Posts webhooks: at least once, again until the answer is 200, and as badly behaved as the settings say. */
import { setTimeout as pause } from "node:timers/promises";
import type { Bus } from "./bus.ts";
import type { Clock } from "./clock.ts";
import { type Delivery, type DeliveryLog, openDeliveryLog } from "./delivery-log.ts";
import { createPoster } from "./post.ts";
import type { Settings } from "./settings.ts";
import type { Timers } from "./timers.ts";
import { buildBody, type Update } from "./webhooks.ts";

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
  /** Posts these bytes until they are taken, as if they were an update. */
  queueRaw: (body: Buffer, waitMs: number) => void;
  /** After a change of settings: lets go what need not be held any more. */
  release: () => void;
  /** Lets go everything held and waits until nothing is under way. */
  flush: (patienceMs: number) => Promise<number>;
  /** What was never answered with 200, for the snapshot. */
  unanswered: () => { kind: string; ids: string[]; body: string }[];
  resume: (left: readonly { kind: string; ids: string[]; body: string }[]) => void;
  forget: () => void;
  close: () => void;
};

type Parcel = { delivery: Delivery; url: string; body: Buffer; pauseMs: number; startedAt: number };

export function createDeliverer(sim: {
  appSecret: string;
  fast: boolean;
  /** Where an update goes; null: nobody is subscribed. */
  route: (update: Update) => string | null;
  /** Where goes what has no update: raw bodies, and what an earlier run left. */
  appCallback: () => string;
  settings: () => Settings;
  random: () => number;
  timers: Timers;
  clock: Clock;
  bus: Bus;
  onAccepted: (ids: readonly string[]) => void;
}): Deliverer {
  const log = openDeliveryLog();
  const poster = createPoster(sim.appSecret);
  let held: { update: Update; url: string }[] = [];
  /** Each with the way to let it go before its time. */
  const waiting = new Map<Parcel, () => void>();
  const ready = new Set<Parcel>();
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
    const url = sim.route(update);
    if (url === null) return;
    const ms = holdMs();
    if (ms === 0 && held.length === 0) {
      pack([update], url, null);
      return;
    }
    held.push({ update, url });
    if (ms === 0) letGo();
    else stopHolding ??= sim.timers.after(ms, letGo);
  }

  function letGo(): void {
    stopHolding?.();
    stopHolding = null;
    const { shuffle, batching, freeze } = sim.settings();
    /** What waits anyhow is gathered until the freeze ends. */
    if (freeze && batching > 1) return;
    const order = shuffle ? shuffled(held, sim.random) : held;
    const note = order.some((item, place) => item !== held[place]) ? "shuffled" : null;
    held = [];
    for (const [url, items] of Map.groupBy(order, (item) => item.url)) {
      for (let at = 0; at < items.length; at += batching) {
        pack(
          items.slice(at, at + batching).map(({ update }) => update),
          url,
          note,
        );
      }
    }
  }

  function pack(updates: readonly Update[], url: string, note: Delivery["note"]): void {
    const { duplicates, delayMs } = sim.settings();
    const [first] = updates;
    if (!first) return;
    const body = buildBody(updates);
    const kind = updates.length === 1 ? first.kind : `${updates.length} updates`;
    const ids = updates.length === 1 ? first.ids : [...new Set(updates.flatMap((update) => update.ids))];
    park(record(kind, ids, url, body, note), delayMs);
    if (duplicates) park(record(kind, ids, url, body, "twice"), delayMs + Math.round(sim.random() * 300));
  }

  function record(kind: string, ids: string[], url: string, body: Buffer, note: Delivery["note"]): Parcel {
    const at = sim.clock.now();
    const delivery = log.add({ kind, ids, body, note, at });
    return { delivery, url, body, pauseMs: 0, startedAt: at.getTime() };
  }

  function park(parcel: Parcel, ms: number): void {
    if (ms === 0) {
      ready.add(parcel);
      pump();
      return;
    }
    const depart = () => {
      stop();
      waiting.delete(parcel);
      ready.add(parcel);
      pump();
    };
    const stop = sim.timers.after(ms, depart);
    waiting.set(parcel, depart);
  }

  function pump(): void {
    if (sim.settings().freeze) return;
    for (const parcel of ready) {
      if (flying.size >= MOST_AT_ONCE) return;
      ready.delete(parcel);
      flying.add(parcel);
      void fly(parcel, era);
    }
  }

  async function fly(parcel: Parcel, bornIn: number): Promise<void> {
    const { wrongSignature } = sim.settings();
    if (wrongSignature) parcel.delivery.note = "wrong signature";
    const attempt = await post(parcel.url, parcel.body, wrongSignature ? "wrong" : "right");
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

  async function post(url: string, body: Buffer, signature: "right" | "wrong" | "none") {
    const at = sim.clock.now().toISOString();
    const { answer, ms } = await poster.post(url, body, signature);
    return { at, answer, ms };
  }

  function countBusy(): number {
    return held.length + waiting.size + ready.size + flying.size;
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
      const note = signature === "right" ? null : "wrong signature";
      const { delivery, url } = record("raw", [], sim.appCallback(), body, note);
      const attempt = await post(url, body, signature);
      log.answer(delivery, attempt, attempt.answer === 200 ? "accepted" : "given up");
      sim.bus.tell("delivery", delivery);
      return { id: delivery.id, answer: attempt.answer, ms: attempt.ms };
    },
    queueRaw: (body, waitMs) => park(record("raw", [], sim.appCallback(), body, null), waitMs),
    release: () => {
      letGo();
      pump();
    },
    flush: async (patienceMs) => {
      const until = performance.now() + patienceMs;
      departAll();
      while (countBusy() > 0 && !sim.settings().freeze && performance.now() < until) {
        await pause(10);
        if (flying.size === 0) departAll();
      }
      return countBusy();
    },
    unanswered: () => {
      const parcels = [...waiting.keys(), ...ready, ...flying];
      const left = parcels.map(({ delivery: { kind, ids }, body }) => ({ kind, ids, body: body.toString() }));
      const loose = held.map(({ update }) => ({
        kind: update.kind,
        ids: update.ids,
        body: buildBody([update]).toString(),
      }));
      return [...left, ...loose];
    },
    resume: (left) => {
      for (const { kind, ids, body } of left) {
        park(record(kind, ids, sim.appCallback(), Buffer.from(body), null), 0);
      }
    },
    forget: () => {
      era += 1;
      held = [];
      waiting.clear();
      ready.clear();
      flying.clear();
      stopHolding = null;
      log.clear();
    },
    close: poster.close,
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
