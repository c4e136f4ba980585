/** Reactions of ours: what we said last about a message, and the message that carries it out. */
import type { SendState } from "../../shared/message.ts";
import type { Db } from "../db/pool.ts";

export type ReactionTarget = {
  conversationId: number;
  wamid: string | null;
  saidAt: Date;
  kind: string;
  isRevoked: boolean;
};

export async function selectReactionTarget(tx: Db, messageId: number): Promise<ReactionTarget | undefined> {
  const [row] = await tx.query<ReactionTarget>(
    `
    select conversation_id as "conversationId", wamid, said_at as "saidAt", kind, revoked_at is not null as "isRevoked"
    from message
    where id = $1`,
    [messageId],
  );
  return row;
}

/** `sendState` null: it was made on the phone. */
export type OwnReaction = { emoji: string | null; sendState: SendState | null };

export async function selectOwnReaction(
  tx: Db,
  numberId: number,
  targetWamid: string,
): Promise<OwnReaction | undefined> {
  const [row] = await tx.query<OwnReaction>(
    `
    select r.emoji, m.send_state as "sendState"
    from reaction r
    left join message m on m.id = r.message_id and r.wamid is null
    where r.number_id = $1 and r.target_wamid = $2 and r.contact_id = 0`,
    [numberId, targetWamid],
  );
  return row;
}

/** Shown at once; where it stands is told by the message that carries it out. */
export async function writeOwnReaction(
  tx: Db,
  reaction: {
    numberId: number;
    targetWamid: string;
    conversationId: number;
    emoji: string | null;
    messageId: number;
    now: Date;
  },
): Promise<void> {
  await tx.query(
    `
    insert into reaction (number_id, target_wamid, contact_id, emoji, at, message_id, with_contact_id)
    select $1, $2, 0, $4, $6, $5, v.contact_id from conversation v where v.id = $3
    on conflict (number_id, target_wamid, contact_id) do update set
      wamid = null, emoji = excluded.emoji, at = excluded.at, delivery_id = null, message_id = excluded.message_id,
      with_contact_id = excluded.with_contact_id, group_id = null`,
    [
      reaction.numberId,
      reaction.targetWamid,
      reaction.conversationId,
      reaction.emoji,
      reaction.messageId,
      reaction.now,
    ],
  );
}
