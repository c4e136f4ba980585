/** WhatsApp refused a send because of its template: what it said is believed at once, and the whole list asked for. */
import type { Db } from "../db/pool.ts";
import { addJobs } from "../jobs/add.ts";
import { applyRefusals, isAboutTemplate, type RefusedTemplate } from "./refused-rules.ts";
import { keepFacts, lateSyncJob } from "./sync.ts";
import { accountsOfNumbers, lockFacts } from "./sync-store.ts";

/** Of the answers to calls of one number. */
export async function noteRefusedTemplates(
  tx: Db,
  numberId: number,
  refused: readonly RefusedTemplate[],
  now: Date,
): Promise<void> {
  const about = refused.filter(({ code }) => isAboutTemplate(code));
  if (about.length === 0) return;
  for (const accountId of await accountsOfNumbers(tx, [numberId])) {
    const known = await lockFacts(tx, accountId);
    await keepFacts(tx, accountId, known, applyRefusals(known, about, now), now);
    await addJobs(tx, [lateSyncJob(accountId)]);
  }
}

/** Of statuses, which do not name the template: the list says which it was. */
export async function askAfterRefusals(
  tx: Db,
  failed: readonly { numberId: number; code: number }[],
): Promise<void> {
  const numberIds = failed.flatMap(({ numberId, code }) => (isAboutTemplate(code) ? [numberId] : []));
  if (numberIds.length > 0)
    await addJobs(tx, (await accountsOfNumbers(tx, [...new Set(numberIds)])).map(lateSyncJob));
}
