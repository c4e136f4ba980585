/** The jobs of numbers, for a worker. */
import { z } from "zod";
import type { Tasks } from "../jobs/worker.ts";
import type { System } from "../system.ts";
import type { Numbers } from "./directory.ts";
import { pauseNumber } from "./pause.ts";
import { probeNumber } from "./pause-probe.ts";

const Payload = z.object({ numberId: z.number() });
const Pause = Payload.extend({ code: z.number() });

export const numberJobs = (parts: { system: System; numbers: Numbers }): Partial<Tasks> => ({
  probe_number: (payload) => probeNumber(parts, Payload.parse(payload).numberId),
  pause_number: async (payload) => {
    const { numberId, code } = Pause.parse(payload);
    const { db, clock } = parts.system;
    await db.transaction((tx) => pauseNumber(tx, numberId, { code, now: clock.now() }));
  },
});
