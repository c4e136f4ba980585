/** Of all processes on one database, one runs the simulator: the one whose connection holds the lock. */
import pg from "pg";
import { TRY_LOCK } from "./store.ts";

export type SampleLock = { release(): Promise<void> };

/** Null when another process holds it. `onLost`: the connection broke, so another may hold it now. */
export async function takeSampleLock(
  connection: pg.ClientConfig,
  onLost: () => void,
): Promise<SampleLock | null> {
  const client = new pg.Client({ ...connection, application_name: "baton sample day", keepAlive: true });
  let isOver = false;
  const lost = () => {
    if (isOver) return;
    isOver = true;
    onLost();
  };
  client.on("error", lost);
  client.on("end", lost);
  const release = async () => {
    isOver = true;
    // The lock goes with its connection.
    await client.end().catch(() => {});
  };
  try {
    await client.connect();
    const { rows } = await client.query<{ held: boolean }>(TRY_LOCK);
    if (rows[0]?.held) return { release };
  } catch (error) {
    await release();
    throw error;
  }
  await release();
  return null;
}
