/** Quick replies: written by coordinators, filled in for a conversation. */
import type { z } from "zod";
import type { FilledReply, QuickReply, quickRepliesApi } from "../../shared/api/quick-replies.ts";
import { fillWords } from "../../shared/filling.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import type { Actor } from "../http/route.ts";
import { announce } from "../live/changes.ts";
import { audit } from "../people/audit.ts";
import { openFilling } from "../templates/suggest-values.ts";
import {
  deleteReply,
  findByShortcut,
  insertReply,
  listReplies,
  type QuickReplyRow,
  updateReply,
  type Written,
  writeTexts,
} from "./store.ts";

export type Asking = { by: Actor; address: string; now: Date };

export async function quickReplies(db: Db): Promise<QuickReply[]> {
  return (await listReplies(db)).map(shown);
}

export async function addQuickReply(tx: Db, written: Written, asking: Asking): Promise<QuickReply> {
  const by = asking.by.kind === "account" ? asking.by.id : null;
  const id = await insertReply(tx, written, by, asking.now);
  if (id === undefined) throw taken(written.shortcut);
  await writeTexts(tx, id, written.texts);
  return tell(tx, id, "quick_reply.added", asking);
}

export async function changeQuickReply(
  tx: Db,
  id: number,
  written: Written,
  asking: Asking,
): Promise<QuickReply> {
  const other = await findByShortcut(tx, written.shortcut);
  if (other !== undefined && other !== id) throw taken(written.shortcut);
  if (!(await updateReply(tx, id, written, asking.now))) throw gone();
  await writeTexts(tx, id, written.texts);
  return tell(tx, id, "quick_reply.changed", asking);
}

export async function removeQuickReply(tx: Db, id: number, asking: Asking): Promise<void> {
  if (!(await deleteReply(tx, id))) throw gone();
  await note(tx, id, "quick_reply.removed", asking);
}

async function tell(tx: Db, id: number, action: string, asking: Asking): Promise<QuickReply> {
  await note(tx, id, action, asking);
  const [row] = await listReplies(tx, id);
  if (!row) throw gone();
  return shown(row);
}

async function note(tx: Db, id: number, action: string, { by, address, now }: Asking): Promise<void> {
  await audit(tx, { at: now, by, action, subject: { kind: "quick_reply", id }, address });
  await announce(tx, ["quick-replies"]);
}

type About = z.infer<(typeof quickRepliesApi)["filledQuickReplies"]["body"]>;

/** In the contact's language as far as it is known, with its places filled in. */
export async function filledReplies(db: Db, about: About, actor: Actor): Promise<FilledReply[]> {
  const [rows, filling] = await Promise.all([
    listReplies(db),
    openFilling(db, { ...about, contactId: null }, actor),
  ]);
  return rows.flatMap(({ id, shortcut, title, texts }) => {
    const chosen = filling.choose(texts);
    if (!chosen) return [];
    const { language, body } = chosen;
    return [{ id, shortcut, title, language, ...fillWords(body, filling.valuesFor(language)) }];
  });
}

const shown = ({ lastUsedAt, ...row }: QuickReplyRow): QuickReply => ({
  ...row,
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
});

export const gone = (): UserError =>
  new UserError("not_found", "This quick reply is not here any more. Somebody took it away.", {
    code: "quick_reply_gone",
  });

const taken = (shortcut: string): UserError =>
  new UserError("conflict", `There is a quick reply /${shortcut} already. Choose another shortcut.`, {
    code: "shortcut_taken",
    detail: { shortcut },
  });
