/**
 * What changed, told to every process and from there to every screen. NOTIFY is a hint only: screens refetch,
 * and refetch everything after a gap.
 */
import type { Db } from "../db/pool.ts";

/** `request:12` and `conversation:3` name one; `tray`, `board`, `people`, `numbers`, `intake` a whole list. */
export type Topic =
  | "tray"
  | "board"
  | "people"
  | "numbers"
  | "contacts"
  | "intake"
  /** Something waits to be sent. */
  | "outbox"
  | "templates"
  | "quick-replies"
  /** Who looks at what in the tray. */
  | "presence"
  /** Items of the tray put aside or back. */
  | "snoozed"
  /** Categories, areas, teams. */
  | "trade"
  /** Rules of the house. */
  | "rules"
  /** Made or taken back by a person: there is something to learn from. */
  | `decision:${number}`
  /** There is a newer one to suggest with. */
  | "models"
  | `request:${number}`
  | `conversation:${number}`;

export type Live = {
  /** Call `heard` with the topics of each change, from any process, until the returned function is called. */
  listen(heard: (topics: readonly string[]) => void): () => void;
  close(): Promise<void>;
};

export const CHANNEL = "baton_changes";
/** PostgreSQL refuses payloads of 8,000 bytes; what does not fit is told as the lists alone. */
const MOST_BYTES = 7_900;

/** Tell what changed; goes out when the transaction commits, and equal ones within it are folded by PostgreSQL. */
export async function announce(tx: Db, topics: Iterable<Topic>): Promise<void> {
  const distinct = [...new Set(topics)];
  if (distinct.length === 0) return;
  const each = JSON.stringify(distinct);
  const told =
    each.length <= MOST_BYTES
      ? each
      : JSON.stringify([...new Set(distinct.map((topic) => topic.split(":")[0]))]);
  await tx.query("select pg_notify($1, $2)", [CHANNEL, told]);
}
