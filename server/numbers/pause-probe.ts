/** Asks WhatsApp about a paused number with its token: nothing is sent by it. If it answers, sending goes on. */
import type { System } from "../system.ts";
import { askGraph } from "../whatsapp/graph.ts";
import type { Numbers } from "./directory.ts";
import { resumeNumber } from "./pause.ts";

export async function probeNumber(
  { system, numbers }: { system: Pick<System, "db">; numbers: Numbers },
  numberId: number,
): Promise<void> {
  // The token may have been entered a moment ago.
  await numbers.refresh();
  const number = numbers.get(numberId);
  if (!number?.pausedAt || number.accessToken === null) return;
  const answer = await askGraph(
    { ...number, accessToken: number.accessToken },
    { path: number.phoneNumberId, query: { fields: "id" } },
  );
  if (answer.kind === "ok") await system.db.transaction((tx) => resumeNumber(tx, numberId));
}
