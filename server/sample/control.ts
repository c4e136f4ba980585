/** The simulator's control API, as far as the sample day needs it. */
import { z } from "zod";

const Day = z.object({
  state: z.enum(["idle", "playing", "paused", "done"]),
  sent: z.number().int(),
  total: z.number().int(),
});
export type Day = z.infer<typeof Day>;

const ANSWER_MS = 3_000;

/** Null when the simulator does not answer (yet). */
export async function readDay(simulatorUrl: string): Promise<Day | null> {
  try {
    return Day.parse(await ask(simulatorUrl, "GET", "/control/sample-day"));
  } catch {
    return null;
  }
}

export async function playDay(simulatorUrl: string): Promise<Day> {
  return Day.parse(await ask(simulatorUrl, "POST", "/control/sample-day", {}));
}

/** From now on it posts nothing; what is under way ends within a moment. One that is gone posts nothing either. */
export async function silence(simulatorUrl: string): Promise<void> {
  await ask(simulatorUrl, "PATCH", "/control/settings", { freeze: true }).catch(() => {});
}

async function ask(simulatorUrl: string, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${simulatorUrl}${path}`, {
    method,
    ...(body !== undefined && {
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  if (!response.ok) throw new Error(`the simulator answered ${response.status}`);
  return response.json();
}
