/** Blocking and unblocking a contact: asked of WhatsApp for each number first, written down where it said yes. */
import type { Blocks } from "../../shared/api/blocks.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import { announce } from "../live/changes.ts";
import type { Numbers } from "../numbers/directory.ts";
import type { System } from "../system.ts";
import { setBlocked } from "../whatsapp/blocking.ts";
import { type Blockable, deleteBlock, insertBlock, isBlockedIn, listBlockable } from "./block-store.ts";

export type BlockParts = { system: System; numbers: Numbers };

/** WhatsApp's own code for a message to somebody blocked. */
const BLOCKED = 130403;

/** @throws UserError when somebody blocked would be written to: WhatsApp would refuse it anyway */
export async function refuseBlocked(tx: Db, conversationId: number): Promise<void> {
  if (await isBlockedIn(tx, conversationId))
    throw new UserError("conflict", "This contact is blocked. Unblock them to write.", {
      code: "contact_blocked",
      detail: { code: BLOCKED },
    });
}

export async function readBlocks({ system, numbers }: BlockParts, contactId: number): Promise<Blocks> {
  const places = await listBlockable(system.db, contactId);
  const shown = new Map<number, Blocks["numbers"][number]>();
  for (const { numberId, at, by } of places) {
    const number = numbers.get(numberId);
    const before = shown.get(numberId);
    if (!number || before?.at) continue;
    shown.set(numberId, { id: numberId, name: number.name, at: at?.toISOString() ?? null, by });
  }
  return { numbers: [...shown.values()], isBlocked: [...shown.values()].some(({ at }) => at !== null) };
}

/** @throws UserError in plain words when WhatsApp blocked them nowhere */
export async function changeBlock(
  parts: BlockParts,
  ask: { contactId: number; isBlocked: boolean; accountId: number | null },
): Promise<Blocks> {
  const { db, clock } = parts.system;
  const places = (await listBlockable(db, ask.contactId)).filter(({ at }) => (at === null) === ask.isBlocked);
  if (places.length === 0) return readBlocks(parts, ask.contactId);
  let hasDone = false;
  let refusal: UserError | null = null;
  for (const place of places) {
    const wrong = await askFor(parts, place, ask.isBlocked);
    if (wrong) {
      refusal ??= wrong;
      continue;
    }
    hasDone = true;
    const { contactId, numberId } = place;
    await db.transaction(async (tx) => {
      if (ask.isBlocked)
        await insertBlock(tx, { contactId, numberId, accountId: ask.accountId, now: clock.now() });
      else await deleteBlock(tx, contactId, numberId);
      await announce(tx, ["contacts"]);
    });
  }
  if (!hasDone && refusal) throw refusal;
  return readBlocks(parts, ask.contactId);
}

async function askFor(
  { numbers }: BlockParts,
  { numberId, phone, bsuid }: Blockable,
  isBlocked: boolean,
): Promise<UserError | null> {
  const number = numbers.get(numberId);
  if (!number?.accessToken || !number.canSend)
    return new UserError("conflict", "This number has no access token here. An admin can connect it.", {
      code: "number_cannot_send",
    });
  const who = bsuid ? { bsuid } : phone ? { phone } : null;
  if (!who)
    return new UserError("conflict", "WhatsApp knows no number and no id of this contact.", {
      code: "block_nobody",
    });
  const done = await setBlocked({ ...number, accessToken: number.accessToken }, who, isBlocked);
  switch (done.kind) {
    case "done":
      return null;
    case "later":
      return new UserError("unavailable", "WhatsApp could not be reached. Try again in a moment.", {
        code: "whatsapp_away",
      });
    case "refused":
      return refusalOf(done.code);
    default:
      return done satisfies never;
  }
}

function refusalOf(code: number | null): UserError {
  const detail = { code: code ?? 0 };
  switch (code) {
    case 131047:
    case 139100:
      return new UserError(
        "conflict",
        "WhatsApp blocks only people who wrote within the last 24 hours. Wait until they write again.",
        { code: "block_day", detail },
      );
    case 139101:
      return new UserError(
        "conflict",
        "This number has blocked 64,000 people, and WhatsApp allows no more. Unblock some.",
        {
          code: "block_full",
          detail,
        },
      );
    case 131021:
      return new UserError("conflict", "This is the number itself.", { code: "block_self", detail });
    case 139102:
    case 139103:
    case 130429:
      return new UserError("unavailable", "WhatsApp did not get to it. Try again in a moment.", {
        code: "whatsapp_away",
        detail,
      });
    default:
      return new UserError(
        "conflict",
        `WhatsApp refused this (code ${code ?? "unknown"}). Look at the number's page.`,
        {
          code: "block_refused",
          detail,
        },
      );
  }
}
