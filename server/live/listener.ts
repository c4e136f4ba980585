/** One connection a process that hears every change; after a gap in hearing, everything may have changed. */
import pg from "pg";
import { z } from "zod";
import { describeError } from "../describe-error.ts";
import { jsonOf } from "../json.ts";
import type { Log } from "../log.ts";
import { CHANNEL, type Live } from "./changes.ts";

/** Told after a gap: look at everything again. */
export const ALL = "all";

const Topics = z.array(z.string());
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 5_000;

/** Resolves when changes are heard; a database that goes away later is waited for. */
export async function openLive({ connection, log }: { connection: pg.PoolConfig; log: Log }): Promise<Live> {
  const hearers = new Set<(topics: readonly string[]) => void>();
  let client: pg.Client | null = null;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  function tell(topics: readonly string[]): void {
    for (const heard of hearers) heard(topics);
  }

  async function connect(): Promise<void> {
    const next = new pg.Client({
      ...connection,
      application_name: "baton live",
      // Nothing is ever asked on this connection, so only this notices a server that vanished.
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    });
    let lost = false;
    const onLost = (error?: Error) => {
      if (lost) return;
      lost = true;
      next.end().catch(() => {});
      if (closed || client !== next) return;
      client = null;
      log.warn({ error: describeError(error) }, "the connection that hears changes broke");
      reconnect(FIRST_WAIT_MS);
    };
    next.on("error", onLost);
    next.on("end", () => onLost());
    next.on("notification", ({ payload }) => {
      const topics = Topics.safeParse(jsonOf(payload ?? ""));
      tell(topics.success ? topics.data : [ALL]);
    });
    try {
      await next.connect();
      await next.query(`listen ${CHANNEL}`);
    } catch (error) {
      lost = true;
      next.end().catch(() => {});
      throw error;
    }
    if (closed) await next.end();
    else client = next;
  }

  function reconnect(waitMs: number): void {
    retry = setTimeout(async () => {
      try {
        await connect();
        // What was said in between was said to nobody.
        tell([ALL]);
      } catch {
        if (!closed) reconnect(Math.min(waitMs * 2, LONGEST_WAIT_MS));
      }
    }, waitMs);
  }

  await connect();
  return {
    listen(heard) {
      hearers.add(heard);
      return () => hearers.delete(heard);
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      hearers.clear();
      await client?.end().catch(() => {});
    },
  };
}
