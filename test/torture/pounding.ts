/** Steady posting that keeps what each answer was: whoever said 200 is held to it. */
import { readFile } from "node:fs/promises";
import { Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { post } from "../webhook-load.ts";
import { until } from "../world.ts";
import { PATIENCE_MS, SECRET, saying } from "./victims.ts";

export type Pounding = {
  acknowledged: ReadonlySet<string>;
  /** Answers so far, by status; null is none at all. */
  counts: ReadonlyMap<number | null, number>;
  /** Until so many more answers with this status have come; how long that took. */
  more(status: number, count: number, ms?: number): Promise<number>;
  stop(): Promise<void>;
};

/** `words` makes what the n-th message says. */
export function pound(
  url: string,
  prefix: string,
  lanes: number,
  words: (n: number) => string = (n) => `word ${n}`,
): Pounding {
  const agent = new Agent({ keepAlive: true, maxSockets: lanes });
  const acknowledged = new Set<string>();
  const counts = new Map<number | null, number>();
  let isStopping = false;
  let next = 0;
  const lane = async () => {
    while (!isStopping) {
      const n = next++;
      const wamid = `wamid.${prefix}.${n}`;
      const status = await post(agent, url, saying(wamid, words(n), n % 50, 1_795_000_000 + n), SECRET);
      counts.set(status, (counts.get(status) ?? 0) + 1);
      if (status === 200) acknowledged.add(wamid);
      else await sleep(20);
    }
  };
  const running = Promise.all(Array.from({ length: lanes }, lane));
  return {
    acknowledged,
    counts,
    async more(status, count, ms = PATIENCE_MS) {
      const began = performance.now();
      const enough = (counts.get(status) ?? 0) + count;
      await until(
        async () => Object.fromEntries(counts),
        () => (counts.get(status) ?? 0) >= enough,
        ms,
      );
      return Math.round(performance.now() - began);
    },
    async stop() {
      isStopping = true;
      await running;
      agent.destroy();
    },
  };
}

/** How much memory a process holds; undefined where the system does not say. */
export async function megabytesOf(pid: number | undefined): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
  return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
}
