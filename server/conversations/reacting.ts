/** A reaction of ours: kept and shown at once, and sent in its turn like any message (law 7). */
import { randomUUID } from "node:crypto";
import { windowAt } from "../../shared/window.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import type { Numbers } from "../numbers/directory.ts";
import { lockConversation } from "./outbox-store.ts";
import { mayReact, type Reacting } from "./reacting-rules.ts";
import { selectOwnReaction, selectReactionTarget, writeOwnReaction } from "./reacting-store.ts";
import { enqueue, refuseGroup, refuseMute, refuseOutside } from "./reply.ts";
import { selectThreadHead } from "./thread-store.ts";

export type React = {
  messageId: number;
  /** Null: taken back. */
  emoji: string | null;
  accountId: number | null;
};

/** @throws UserError when WhatsApp would not take it, with why */
export async function react(
  tx: Db,
  { numbers, now }: { numbers: Numbers; now: Date },
  { messageId, emoji, accountId }: React,
): Promise<void> {
  const found = await selectReactionTarget(tx, messageId);
  const thread = found && (await selectThreadHead(tx, found.conversationId));
  const place = found && (await lockConversation(tx, found.conversationId));
  // Once more, now that nobody else reacts here.
  const target = await selectReactionTarget(tx, messageId);
  if (!target || !place || !thread)
    throw new UserError("not_found", "This message is not here (any more). Look at the thread again.");
  const wamid = target.wamid ?? "";
  const before = await selectOwnReaction(tx, place.numberId, wamid);
  const step = mayReact(target, before, emoji, now);
  switch (step.kind) {
    case "nothing":
      return;
    case "refused":
      throw refusal(step.why);
    case "send":
      break;
    default:
      step satisfies never;
  }
  refuseMute(numbers.get(place.numberId));
  refuseGroup(place);
  refuseOutside(windowAt({ lastInAt: thread.lastInAt }, now));
  const { conversationId } = target;
  const { numberId } = place;
  const carrier = await enqueue(tx, {
    conversationId,
    numberId,
    accountId,
    side: accountId === null ? "bot" : "staff",
    kind: "reaction",
    body: null,
    content: { reaction: { emoji, wamid } },
    quotedWamid: null,
    key: `reaction:${randomUUID()}`,
    callbackData: `baton:${randomUUID()}`,
    now,
  });
  await writeOwnReaction(tx, {
    numberId,
    targetWamid: wamid,
    conversationId,
    emoji,
    messageId: carrier,
    now,
  });
}

function refusal(why: Extract<Reacting, { kind: "refused" }>["why"]): UserError {
  switch (why) {
    case "revoked":
      return new UserError("conflict", "This message was taken back.", { code: "reaction_revoked" });
    case "no_message":
      return new UserError("conflict", "This is no message one can react to.", {
        code: "reaction_no_message",
      });
    case "unsent":
      return new UserError("conflict", "This message has not gone out yet. Wait a moment.", {
        code: "reaction_unsent",
      });
    case "too_old":
      return new UserError("conflict", "WhatsApp takes no reaction to what is older than 30 days.", {
        code: "reaction_too_old",
      });
    default:
      return why satisfies never;
  }
}
