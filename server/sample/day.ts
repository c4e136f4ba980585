/** The sample day: eight messages of a service business, played live into the tray under a number of its own. */
import { setTimeout as sleep } from "node:timers/promises";
import type { SampleDay } from "../../shared/api/system.ts";
import { removeUnused } from "../conversations/fetch-media.ts";
import type { MediaFiles } from "../conversations/media-files.ts";
import { UserError } from "../errors.ts";
import type { Actor } from "../http/route.ts";
import { announce } from "../live/changes.ts";
import { upsertNumber } from "../numbers/register.ts";
import { audit } from "../people/audit.ts";
import { playDay, readDay, silence } from "./control.ts";
import { type Keeper, type KeeperParts, openKeeper, SAMPLE_NUMBER_ID, sampleNumber } from "./keeper.ts";
import { removeEverything } from "./remove.ts";
import { hasMessages } from "./store.ts";

export type SampleParts = KeeperParts & { files: MediaFiles };
export type By = { actor: Actor; address: string };

export type SampleDays = {
  state(): Promise<SampleDay>;
  start(by: By): Promise<SampleDay>;
  remove(by: By): Promise<SampleDay>;
  /** The simulator's address; null without a sample day. */
  simulatorUrl(): string | null;
  /** Once the server listens: a sample day of an earlier run gets its simulator back. */
  resume(): Promise<void>;
  close(): Promise<void>;
};

const TOTAL = 8;
const ABSENT: SampleDay = { state: "absent", sent: 0, total: TOTAL };
/** What the simulator had posted before it fell silent has been answered by then. */
const UNDER_WAY_MS = 300;

export function openSampleDays(parts: SampleParts): SampleDays {
  const { numbers } = parts;
  const keeper = openKeeper(parts);
  const state = () => readState(parts);
  return {
    state,
    start: (by) => start(parts, keeper, by),
    remove: (by) => remove(parts, keeper, by),
    simulatorUrl: () => sampleNumber(numbers)?.graphUrl ?? null,
    async resume() {
      if (sampleNumber(numbers)) await keeper.ensure();
    },
    close: () => keeper.close(),
  };
}

async function readState({ system, numbers }: SampleParts): Promise<SampleDay> {
  const number = sampleNumber(numbers);
  if (!number) return ABSENT;
  const day = await readDay(number.graphUrl);
  if (day && day.state !== "idle")
    return { state: day.state === "done" ? "played" : "playing", sent: day.sent, total: day.total };
  // A simulator that came back knows nothing of the day it played before; the messages do.
  return (await hasMessages(system.db, number.id))
    ? { state: "played", sent: TOTAL, total: TOTAL }
    : { state: "starting", sent: 0, total: TOTAL };
}

async function start(parts: SampleParts, keeper: Keeper, by: By): Promise<SampleDay> {
  const { system, numbers } = parts;
  const before = await readState(parts);
  if (before.state === "playing") return before;
  if (before.state === "played")
    throw new UserError("conflict", "The sample day has been played. Remove it first, then start it again.", {
      code: "sample_played",
    });
  await keeper.ensure();
  await numbers.refresh();
  const number = sampleNumber(numbers);
  const day = number && (await readDay(number.graphUrl));
  if (!number || !day)
    throw new UserError(
      "unavailable",
      "The sample day is just being started elsewhere. Try again in a moment.",
    );
  // Somebody else pressed the same button a moment ago.
  const played = day.state === "idle" ? await playDay(number.graphUrl) : day;
  await system.db.transaction(async (tx) => {
    const subject = { kind: "number", id: number.id };
    await audit(tx, {
      at: system.clock.now(),
      by: by.actor,
      action: "sample_day.started",
      subject,
      address: by.address,
    });
    await announce(tx, ["numbers"]);
  });
  return { state: "playing", sent: played.sent, total: played.total };
}

/** Without its secret what the simulator still posts is refused; else it came after the removal, to a number that nobody knows. */
async function shutDoor({ system, numbers }: SampleParts): Promise<void> {
  const closed = { phoneNumberId: SAMPLE_NUMBER_ID, kind: "sample", appSecret: null } as const;
  await system.db.transaction((tx) => upsertNumber(tx, system.seal, closed, system.clock.now()));
  await numbers.refresh();
}

async function remove(parts: SampleParts, keeper: Keeper, by: By): Promise<SampleDay> {
  const { system, numbers } = parts;
  const number = sampleNumber(numbers);
  if (number) await silence(number.graphUrl);
  await keeper.end();
  if (number) await shutDoor(parts);
  await sleep(UNDER_WAY_MS);
  const files = await system.db.transaction(async (tx) => {
    const removed = await removeEverything(tx, SAMPLE_NUMBER_ID);
    if (removed)
      await audit(tx, {
        at: system.clock.now(),
        by: by.actor,
        action: "sample_day.removed",
        address: by.address,
      });
    return removed;
  });
  await numbers.refresh();
  await removeUnused(parts, files ?? []);
  return ABSENT;
}
