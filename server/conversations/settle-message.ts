/** A person settles a message of ours: it arrived, it is to be sent again, or it is given up (law 7). */
import type { Settlement } from "../../shared/api/sending.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import { announce } from "../live/changes.ts";
import { settlingOf } from "./settle-rules.ts";
import { lockOurMessage, queueAgain, selectConversationOf, writeDecision } from "./settle-store.ts";
import { findTurn, lockTurns } from "./turn-store.ts";

/** Whether anything changed by it. */
export async function settleMessage(
  tx: Db,
  { messageId, as, now }: { messageId: number; as: Settlement; now: Date },
): Promise<boolean> {
  const conversationId = await selectConversationOf(tx, messageId);
  if (conversationId !== undefined) await lockTurns(tx, [conversationId]);
  const message = await lockOurMessage(tx, messageId);
  if (!message) throw new UserError("not_found", "There is no such message of ours (any more).");
  const settling = settlingOf(message, as);
  switch (settling.kind) {
    case "nothing":
      return false;
    case "not_now":
      throw new UserError("conflict", settling.why, { code: "not_to_settle" });
    case "done": {
      if (settling.state === "queued") await queueAgain(tx, messageId, now);
      else await writeDecision(tx, messageId, settling.state, now);
      await findTurn(tx, message.conversationId, message.isTyped ? 0 : 1);
      await announce(tx, [`conversation:${message.conversationId}`, "outbox"]);
      return true;
    }
    default:
      return settling satisfies never;
  }
}
