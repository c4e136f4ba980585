/** Al Noor Home Services, Dubai, at 11:42 of a busy morning: seeded as people would, by messages, decisions and moves. */

import type { Strip } from "../../shared/api/requests.ts";
import type { TrayItem } from "../../shared/api/tray.ts";
import type { State } from "../../shared/request.ts";
import { type Person, until, type World } from "../world.ts";
import { JOBS } from "./morning-jobs.ts";
import { CLIENTS, TALK, WORKERS } from "./morning-story.ts";
import type { OfficeClock } from "./office-clock.ts";
import type { Job, Turn } from "./turn.ts";

export type Morning = {
  /** Requests by the key they have in the story. */
  requests: Map<string, Strip>;
  staff: Record<"mariam" | "yusuf", Person>;
};

type Seed = { world: World; clock: OfficeClock; staff: Morning["staff"]; workers: Map<string, number> };

export async function seedMorning(
  world: World,
  clock: OfficeClock,
  staff: Morning["staff"],
): Promise<Morning> {
  // A business that did not begin today.
  await world.app.system.db.query("select setval(pg_get_serial_sequence('request', 'id'), $1)", [2048]);
  const workers = new Map<string, number>();
  for (const worker of WORKERS) {
    const added = await ask<{ id: number }>(staff.mariam, "POST", "contacts", {
      ...worker,
      kinds: ["worker"],
    });
    workers.set(worker.name, added.id);
  }
  for (const phone of CLIENTS) await world.simulator.control("POST", "phones", phone);
  const seed: Seed = { world, clock, staff, workers };
  const requests = new Map<string, Strip>();
  const turns: (Turn & { job?: Job })[] = [
    ...TALK,
    ...JOBS.flatMap((job) => [
      { at: job.at, job },
      ...job.turns.map((turn) => ({ by: job.by, about: job.key, ...turn })),
    ]),
  ];
  for (const turn of turns.toSorted((one, other) => one.at.localeCompare(other.at))) {
    await clock.jump(world, turn.at);
    if (turn.job) requests.set(turn.job.key, await openByHand(seed, turn.job));
    else await take(seed, requests, turn);
  }
  await clock.jump(world, "11:42");
  await world.settled();
  return { requests, staff };
}

async function openByHand({ staff }: Seed, job: Job): Promise<Strip> {
  return ask<Strip>(staff[job.by], "POST", "requests", {
    title: job.title,
    clientName: job.client,
    place: job.place,
    priority: job.isUrgent ? "urgent" : "normal",
    categoryId: job.categoryId ?? null,
  });
}

async function take(seed: Seed, requests: Map<string, Strip>, turn: Turn): Promise<void> {
  const { world, clock, workers } = seed;
  const by = seed.staff[turn.by ?? "mariam"];
  const strip = turn.about === undefined ? undefined : requests.get(turn.about);
  const path = `requests/${strip?.id}`;
  if (turn.says) {
    await world.simulator.says(turn.says.phone, { ...turn.says.message });
    await world.settled();
  }
  if (turn.opens) requests.set(turn.opens.key, await decide(by, "opens", turn.opens));
  if (turn.sorts && strip) await decide(by, turn.sorts, { requestId: strip.id });
  if (turn.move)
    await ask(by, "POST", `${path}/moves`, {
      to: turn.move satisfies State,
      workerId: turn.worker === undefined ? null : workers.get(turn.worker),
      waitsOn: turn.waitsOn ?? null,
      reason: turn.reason ?? null,
    });
  if (turn.next)
    await ask(by, "PATCH", path, { nextStep: { text: turn.next.text, at: clock.at(turn.next.at) } });
  if (turn.promise) await ask(by, "PATCH", path, { promiseAt: clock.at(turn.promise) });
  if (turn.note) await ask(by, "POST", `${path}/notes`, { text: turn.note });
  if (turn.reply && strip) {
    await ask(by, "POST", `conversations/${strip.conversationId}/messages`, {
      message: { kind: "text", text: turn.reply },
      requestId: strip.id,
      key: `morning ${turn.at}`,
    });
  }
}

/** What waits last in the tray, sorted. */
async function decide(by: Person, kind: string, more: Record<string, unknown>): Promise<Strip> {
  const { items } = await until(
    () => ask<{ items: TrayItem[] }>(by, "GET", "tray"),
    ({ items }) => items.length > 0,
  );
  const { key: _, ...fields } = more;
  const { strip } = await ask<{ strip: Strip }>(by, "POST", "tray/decisions", {
    messageIds: items.at(-1)?.messageIds,
    kind,
    ...fields,
  });
  return strip;
}

export async function ask<T>(by: Person, method: string, path: string, body?: unknown): Promise<T> {
  const { status, body: answer } = await by.call<T>(method, path, body);
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(answer)}`);
  return answer;
}
