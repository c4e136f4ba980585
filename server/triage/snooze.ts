/** Putting an item of the tray aside, and its coming back: at its time, when the client writes, or by hand. */
import type { Snoozed } from "../../shared/api/desk.ts";
import { contactName } from "../conversations/rules.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import type { Actor } from "../http/route.ts";
import { announce } from "../live/changes.ts";
import type { System } from "../system.ts";
import { clearTimer, clearTimers, setTimer } from "../timers/set.ts";
import { lockItem } from "./lock-item.ts";
import { deleteSnooze, deleteSpent, insertSnooze, listResting, lockSnooze } from "./snooze-store.ts";

const PURPOSE = "snooze_due";

export async function snoozeItem(
  tx: Db,
  { clock }: Pick<System, "clock">,
  actor: Actor,
  body: { messageIds: readonly number[]; until: string | null },
): Promise<number> {
  const ids = [...new Set(body.messageIds)];
  const until = body.until === null ? null : new Date(body.until);
  const now = clock.now();
  if (until !== null && until <= now)
    throw new UserError("bad_request", "This time is past. Choose a later one.", { code: "time_is_past" });
  const [{ conversationId }] = await lockItem(tx, ids);
  const id = await insertSnooze(tx, {
    ...{ conversationId, until, at: now, messageIds: ids },
    accountId: actor.kind === "account" ? actor.id : null,
  });
  const spent = await deleteSpent(tx, conversationId);
  await clearTimers(
    tx,
    spent.map((subjectId) => ({ purpose: PURPOSE, subjectId })),
  );
  if (until !== null) await setTimer(tx, PURPOSE, id, until);
  await announce(tx, ["tray", "snoozed"]);
  return id;
}

export async function wakeSnoozed(tx: Db, id: number): Promise<void> {
  // Already back: what was wanted holds.
  if (!(await deleteSnooze(tx, id))) return;
  await clearTimer(tx, PURPOSE, id);
  await announce(tx, ["tray", "snoozed"]);
}

/** Its time has come. */
export async function wakeDue(
  tx: Db,
  _system: Pick<System, "clock">,
  snoozeId: number,
  now: Date,
): Promise<void> {
  const snooze = await lockSnooze(tx, snoozeId);
  if (!snooze?.until || snooze.until > now) return;
  await deleteSnooze(tx, snoozeId);
  await announce(tx, ["tray", "snoozed"]);
}

export async function readSnoozed(db: Db): Promise<Snoozed[]> {
  const rows = await listResting(db);
  return rows.map((row) => ({
    id: row.id,
    contactName: contactName({
      name: row.contactName,
      username: row.contactUsername,
      phone: row.contactPhone,
    }),
    preview: row.preview,
    messageCount: row.messageCount,
    at: row.at.toISOString(),
    by: row.accountName,
    until: row.until?.toISOString() ?? null,
  }));
}
