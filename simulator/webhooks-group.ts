/** Webhooks about groups. */
import type { Business } from "./accounts.ts";
import { toUnixSeconds } from "./clock.ts";
import { header, type Update, via } from "./webhooks.ts";
import type { Phone, Sent } from "./world.ts";

export function groupStatusUpdate(
  business: Business,
  sent: Sent,
  fact: { status: string; at: number; pricing: object | null; participant: Phone | undefined },
): Update {
  const { status, at, pricing, participant } = fact;
  const value = {
    ...header(business),
    statuses: [
      {
        id: sent.id,
        status,
        timestamp: toUnixSeconds(at),
        recipient_id: sent.groupId,
        recipient_type: "group",
        ...(participant?.waId ? { recipient_participant_id: participant.waId } : {}),
        ...(participant ? { recipient_participant_user_id: participant.userId } : {}),
        ...(sent.callbackData === null ? {} : { biz_opaque_callback_data: sent.callbackData }),
        ...(pricing ? { pricing } : {}),
      },
    ],
  };
  return { kind: `group status, ${status}`, ids: [sent.id], ...via(business), value };
}

/** `field` is group_lifecycle_update, group_participants_update and so on. */
export function groupUpdate(business: Business, field: string, at: number, group: object): Update {
  const value = { ...header(business), groups: [{ timestamp: toUnixSeconds(at), ...group }] };
  return { kind: field, ids: [], ...via(business, field), value };
}

/** A message of a participant: as any other, with the group's id. */
export function groupMessageUpdate(
  business: Business,
  phone: Phone,
  message: { id: string; at: number; groupId: string },
  parts: { type: string } & Record<string, unknown>,
): Update {
  const value = {
    ...header(business),
    contacts: [
      {
        profile: { name: phone.name, ...(phone.username ? { username: phone.username } : {}) },
        ...(phone.waId ? { wa_id: phone.waId } : {}),
        user_id: phone.userId,
      },
    ],
    messages: [
      {
        ...(phone.waId ? { from: phone.waId } : {}),
        from_user_id: phone.userId,
        id: message.id,
        timestamp: toUnixSeconds(message.at),
        group_id: message.groupId,
        ...parts,
      },
    ],
  };
  return { kind: `group message, ${parts.type}`, ids: [message.id], ...via(business), value };
}
