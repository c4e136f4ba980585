/** Brings the templates of a business account up to what WhatsApp has: all pages first, then one transaction. */
import type { Db } from "../db/pool.ts";
import { addJobs, type Job } from "../jobs/add.ts";
import { announce } from "../live/changes.ts";
import type { Numbers } from "../numbers/directory.ts";
import type { System } from "../system.ts";
import type { GraphPlace } from "../whatsapp/graph.ts";
import { type ListedTemplate, listTemplates, type TemplateRefusal } from "../whatsapp/templates.ts";
import { applyNotices } from "./notice-rules.ts";
import { readTemplateNotice, TEMPLATE_FIELDS } from "./notices.ts";
import { isLostPlace, isOtherwise, mergeListing, type TemplateFacts, troubleOf } from "./sync-rules.ts";
import { beginSync, endSync, listNotices, lockFacts, writeFacts } from "./sync-store.ts";

export type TemplateParts = { system: System; numbers: Numbers };

/** One of its numbers whose token opens; a real one before the sample. */
export function placeOf(numbers: Numbers, accountId: string): GraphPlace | null {
  const able = numbers.all().filter((number) => number.businessAccountId === accountId && number.canSend);
  const number = able.find(({ kind }) => kind === "real") ?? able[0];
  if (!number?.accessToken) return null;
  const { graphUrl, graphVersion, accessToken } = number;
  return { graphUrl, graphVersion, accessToken };
}

/** The latest ask is enough; listings and notices of one account never run side by side. */
export const syncJob = (accountId: string, afterMs = 0): Job => ({
  task: "sync_templates",
  payload: { accountId },
  queue: `templates:${accountId}`,
  key: `templates:${accountId}`,
  ...(afterMs > 0 && { afterMs }),
});

/** After word of a change: several come together, and the list lags a little behind them. */
export const lateSyncJob = (accountId: string): Job => syncJob(accountId, AFTER_NOTICE_MS);

const noticesJob = (accountId: string): Job => ({
  task: "read_template_notices",
  payload: { accountId },
  queue: `templates:${accountId}`,
  key: `template notices:${accountId}`,
});

const AFTER_NOTICE_MS = 5_000;
/** WhatsApp counts calls by the hour. */
const AGAIN_MS = 10 * 60_000;
const MOST_BEGINNINGS = 4;

/** For intake, in its transaction: what was just recorded may be about templates. */
export async function noteTemplateNotices(
  tx: Db,
  notices: readonly { field: string; businessAccountId: string | null }[],
): Promise<void> {
  const fields: readonly string[] = TEMPLATE_FIELDS;
  const accounts = notices.flatMap(({ field, businessAccountId }) =>
    businessAccountId !== null && fields.includes(field) ? [businessAccountId] : [],
  );
  await addJobs(tx, [...new Set(accounts)].map(noticesJob));
}

/** The job: the new state is on the screens at once, the rest comes with the listing behind it. */
export async function readTemplateNotices(
  { system, numbers }: TemplateParts,
  accountId: string,
): Promise<void> {
  const now = system.clock.now();
  await system.db.transaction(async (tx) => {
    const known = await lockFacts(tx, accountId);
    const since = new Date(now.getTime() - NOTICES_WORTH_MS);
    const notices = await listNotices(tx, accountId, TEMPLATE_FIELDS, since);
    const rows = applyNotices(known, notices.map(readTemplateNotice));
    await keepFacts(tx, accountId, known, rows, now);
    if (placeOf(numbers, accountId)) await addJobs(tx, [lateSyncJob(accountId)]);
  });
}

/** Listings come every few hours, so older words have been overtaken. */
const NOTICES_WORTH_MS = 30 * 86_400_000;

/** The job. Trouble is written down for the screens, not thrown: trying again has its own time. */
export async function syncTemplates({ system, numbers }: TemplateParts, accountId: string): Promise<void> {
  const { db, clock } = system;
  const place = placeOf(numbers, accountId);
  if (!place) return;
  const begunAt = clock.now();
  await beginSync(db, accountId, begunAt);
  const answer = await listAll(place, accountId);
  if (!Array.isArray(answer)) {
    const trouble = troubleOf(answer);
    const errorCode = answer.kind === "refused" ? answer.code : null;
    await db.transaction(async (tx) => {
      await endSync(tx, accountId, { now: clock.now(), trouble, errorCode, listed: null });
      if (trouble === "limit" || trouble === "unreachable") await addJobs(tx, [syncJob(accountId, AGAIN_MS)]);
      await announce(tx, ["templates"]);
    });
    return;
  }
  await db.transaction(async (tx) => {
    const now = clock.now();
    const known = await lockFacts(tx, accountId);
    await keepFacts(tx, accountId, known, mergeListing(known, answer, begunAt), now);
    await endSync(tx, accountId, { now, trouble: null, errorCode: null, listed: answer.length });
    await announce(tx, ["templates"]);
  });
}

async function listAll(place: GraphPlace, accountId: string): Promise<ListedTemplate[] | TemplateRefusal> {
  let beginnings = 1;
  let after: string | null = null;
  /** By id: while pages are turned a template may move to the next one. */
  let found = new Map<string, ListedTemplate>();
  const cursors = new Set<string>();
  for (;;) {
    const page = await listTemplates(place, accountId, after);
    if (page.kind !== "page") {
      if (!isLostPlace(page) || beginnings >= MOST_BEGINNINGS) return page;
      beginnings += 1;
      after = null;
      found = new Map();
      cursors.clear();
      continue;
    }
    for (const template of page.templates) found.set(template.providerId, template);
    after = page.after;
    // A cursor that leads back would be turned for ever.
    if (after === null || cursors.has(after)) return [...found.values()];
    cursors.add(after);
  }
}

/** Writes what is otherwise than before and tells the screens. */
export async function keepFacts(
  tx: Db,
  accountId: string,
  known: readonly TemplateFacts[],
  rows: readonly TemplateFacts[],
  now: Date,
): Promise<void> {
  const before = new Map(known.map((row) => [row.providerId, row]));
  const isNews = rows.some((row) => isOtherwise(before.get(row.providerId), row));
  if (rows.length > 0) await writeFacts(tx, accountId, rows, now);
  if (isNews) await announce(tx, ["templates"]);
}
