/** SQL of numbers that WhatsApp refuses to send for. */
import type { Db } from "../db/pool.ts";

/** False when it was paused already, or is gone. */
export async function writePause(
  tx: Db,
  numberId: number,
  pause: { code: number; isProbed: boolean; now: Date },
): Promise<boolean> {
  const rows = await tx.query(
    `
    update number set paused_at = $2, pause_code = $3, is_pause_probed = $4, pause_probes = 0
    where id = $1 and paused_at is null
    returning id`,
    [numberId, pause.now, pause.code, pause.isProbed],
  );
  return rows.length === 1;
}

/** False when it was not paused. */
export async function clearPause(tx: Db, numberId: number): Promise<boolean> {
  const rows = await tx.query(
    `
    update number set paused_at = null, pause_code = null, is_pause_probed = false, pause_probes = 0
    where id = $1 and paused_at is not null
    returning id`,
    [numberId],
  );
  return rows.length === 1;
}

export type ProbedPause = { pausedAt: Date; probes: number };

export async function lockProbedPause(tx: Db, numberId: number): Promise<ProbedPause | undefined> {
  const [row] = await tx.query<ProbedPause>(
    `
    select paused_at as "pausedAt", pause_probes as probes
    from number
    where id = $1 and paused_at is not null and is_pause_probed
    for no key update`,
    [numberId],
  );
  return row;
}

export async function countProbe(tx: Db, numberId: number): Promise<void> {
  await tx.query("update number set pause_probes = pause_probes + 1 where id = $1", [numberId]);
}

/** Whatever kept it back, a new token may be allowed more. False when it is not paused. */
export async function probePause(tx: Db, numberId: number): Promise<boolean> {
  const rows = await tx.query(
    `
    update number set is_pause_probed = true, pause_probes = 0
    where id = $1 and paused_at is not null
    returning id`,
    [numberId],
  );
  return rows.length === 1;
}
