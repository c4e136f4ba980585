/** The lock of the one process that sweeps. */
import pg from "pg";

/** Any fixed number that nothing else locks. */
const LOCK = 7_022_684;

/**
 * A session lock on a connection of its own: the database releases it when this process dies.
 * Null while another process holds it.
 */
export async function takeLock(
  connection: pg.ClientConfig,
  onLost: (client: pg.Client) => void,
): Promise<pg.Client | null> {
  const client = new pg.Client({ ...connection, application_name: "baton timers" });
  client.on("error", () => onLost(client));
  client.on("end", () => onLost(client));
  await client.connect();
  const { rows } = await client.query("select pg_try_advisory_lock($1) as mine", [LOCK]);
  if (rows[0]?.mine === true) return client;
  await client.end();
  return null;
}
