/** Phones, messages and media over a restart, so that a reply to yesterday's sample still finds its phone. */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";
import type { Account, BusinessNumber } from "./accounts.ts";
import type { Sim } from "./sim.ts";
import { timeZoneOf } from "./time-zones.ts";
import { addMessage, type Media, type Message, type Phone } from "./world.ts";

const SAVE_AFTER_MS = 500;
/** A large state is saved less often: saving takes a thirtieth of the time at most. */
const SAVE_SHARE = 30;
/** What a phone still shows and quotes; before it the state only grows. */
const MOST_MESSAGES = 20_000;

const Left = z.object({ kind: z.string(), ids: z.array(z.string()), body: z.string() });
/** Written by ourselves: only the frame is checked. */
const Snapshot = z.object({
  version: z.literal(1),
  counter: z.number(),
  aheadMs: z.number(),
  phones: z.array(z.custom<Phone>(isObjectWithId)),
  messages: z.array(z.custom<Message>(isObjectWithId)),
  media: z.array(z.custom<Omit<Media, "bytes"> & { bytes: string }>(isObjectWithId)),
  serviceDeliveries: z.object({ month: z.string(), count: z.number() }),
  unanswered: z.array(Left),
  /** Accounts with their templates, and numbers; not there in older files. */
  accounts: z.array(z.custom<Account>(isObjectWithId)).default([]),
  numbers: z.array(z.custom<BusinessNumber>(isObjectWithId)).default([]),
});
type Snapshot = z.infer<typeof Snapshot>;

/** Null when there is none; a file that is not ours stops the start. */
export function readSnapshot(file: string): Snapshot | null {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
  try {
    return Snapshot.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${file} does not hold a simulator's state. Move it away or name another.`, { cause });
  }
}

export function applySnapshot(sim: Sim, snapshot: Snapshot): void {
  const { world } = sim;
  world.counter = snapshot.counter;
  world.serviceDeliveries = snapshot.serviceDeliveries;
  world.phones = new Map(snapshot.phones.map((phone) => [phone.id, completePhone(phone)]));
  for (const account of snapshot.accounts) sim.platform.accounts.set(account.id, account);
  for (const number of snapshot.numbers) sim.platform.numbers.set(number.id, number);
  world.messages.clear();
  for (const message of snapshot.messages) addMessage(world, message);
  world.media = new Map(
    snapshot.media.map((media) => [media.id, { ...media, bytes: Buffer.from(media.bytes, "base64") }]),
  );
  sim.deliverer.resume(snapshot.unanswered);
}

/** A state of an earlier version knows less of a phone; and nobody holds one across a restart. */
function completePhone(phone: Phone): Phone {
  return {
    ...phone,
    timeZone: phone.timeZone ?? timeZoneOf(phone.waId, phone.locale),
    isOff: phone.isOff ?? false,
    blocks: phone.blocks ?? [],
    inHand: false,
  };
}

/** Saves soon after each change; the answer saves a last time. */
export function keepSnapshot(sim: Sim, file: string): () => void {
  let soon: NodeJS.Timeout | null = null;
  let pauseMs = SAVE_AFTER_MS;
  const save = () => {
    if (soon) clearTimeout(soon);
    soon = null;
    const startedAt = performance.now();
    writeFileSync(`${file}.new`, JSON.stringify(takeSnapshot(sim)), { mode: 0o600 });
    renameSync(`${file}.new`, file);
    pauseMs = Math.max(SAVE_AFTER_MS, (performance.now() - startedAt) * SAVE_SHARE);
  };
  const stopListening = sim.bus.listen(() => {
    soon ??= setTimeout(save, pauseMs);
  });
  return () => {
    stopListening();
    save();
  };
}

function takeSnapshot(sim: Sim): Snapshot {
  const { world } = sim;
  return {
    version: 1,
    counter: world.counter,
    aheadMs: sim.clock.aheadMs(),
    phones: [...world.phones.values()],
    messages: [...world.messages.values()].slice(-MOST_MESSAGES),
    media: [...world.media.values()].map((media) => ({ ...media, bytes: media.bytes.toString("base64") })),
    serviceDeliveries: world.serviceDeliveries,
    accounts: [...sim.platform.accounts.values()],
    numbers: [...sim.platform.numbers.values()],
    unanswered: sim.deliverer.unanswered(),
  };
}

function isObjectWithId(value: unknown): boolean {
  return typeof value === "object" && value !== null && "id" in value && typeof value.id === "string";
}
