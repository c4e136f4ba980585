/** Groups as far as they are documented: made, read, changed and left by the API; people join by the link. */
import { z } from "zod";
import { type BusinessNumber, businessOf } from "./accounts.ts";
import { findByAddress } from "./addresses.ts";
import { type Call, page, readParameters, readWith, unknownObject } from "./graph-call.ts";
import { GraphError } from "./graph-error.ts";
import type { Group } from "./group-messages.ts";
import { numberOf, type Sim } from "./sim.ts";
import { groupUpdate } from "./webhooks-group.ts";
import type { Phone } from "./world.ts";

const MOST_PARTICIPANTS = 8;

const NewGroup = z.looseObject({
  messaging_product: z.literal("whatsapp"),
  subject: z.string().trim().min(1).max(128),
  description: z.string().max(2048).optional(),
  join_approval_mode: z.enum(["auto_approve", "approval_required"]).default("auto_approve"),
});

/** The answer is only a request's id; the group and its link come by webhook. */
export function createGroup(sim: Sim, number: BusinessNumber, call: Call): object {
  if (number.isOnBizApp)
    throw new GraphError({ code: 131041, details: "Not for numbers of the Business app" });
  const given = readWith(NewGroup, readParameters(call));
  sim.world.counter += 1;
  const id = Buffer.from(`GROUP ${sim.world.run} ${sim.world.counter}`).toString("base64url");
  const group: Group = {
    id,
    number: number.id,
    subject: given.subject,
    description: given.description ?? "",
    inviteLink: `https://chat.whatsapp.com/${id.slice(-12)}`,
    joinApproval: given.join_approval_mode,
    createdAt: sim.clock.now().getTime(),
    participants: [],
    isSuspended: false,
  };
  sim.groups.set(id, group);
  const requestId = requestIdOf(sim);
  tell(sim, group, "group_lifecycle_update", {
    type: "group_create",
    request_id: requestId,
    subject: group.subject,
    ...(group.description ? { description: group.description } : {}),
    invite_link: group.inviteLink,
    join_approval_mode: group.joinApproval,
  });
  return { messaging_product: "whatsapp", request_id: requestId };
}

export function listGroups(sim: Sim, number: BusinessNumber, call: Call): object {
  const groups = [...sim.groups.values()].filter((group) => group.number === number.id);
  const shown = groups.map(({ id, subject, createdAt }) => ({ id, subject, created_at: seconds(createdAt) }));
  const { data, paging } = page(shown, call, `${sim.url}/v26.0/${number.id}/groups`);
  return { data: { groups: data }, ...(paging ? { paging } : {}) };
}

export function answerGroup(sim: Sim, call: Call, group: Group): object {
  switch (`${call.method} ${call.edge}`) {
    case "GET ":
      return describe(sim, group);
    case "POST ":
      return changeGroup(sim, call, group);
    case "DELETE ": {
      sim.groups.delete(group.id);
      const requestId = requestIdOf(sim);
      tell(sim, group, "group_lifecycle_update", { type: "group_delete", request_id: requestId });
      return { messaging_product: "whatsapp", request_id: requestId };
    }
    case "GET invite_link":
      return { messaging_product: "whatsapp", invite_link: group.inviteLink };
    case "POST invite_link":
      sim.world.counter += 1;
      group.inviteLink = `https://chat.whatsapp.com/new${sim.world.counter}`;
      return { messaging_product: "whatsapp", invite_link: group.inviteLink };
    case "DELETE participants":
      return removeParticipants(sim, call, group);
    case "GET join_requests":
      return { data: [] };
    default:
      throw unknownObject(group.id, call.method);
  }
}

/** Somebody pressed the link. Null when the group is full. */
export function joinGroup(sim: Sim, group: Group, phone: Phone): boolean {
  if (group.participants.includes(phone.id)) return true;
  if (group.participants.length >= MOST_PARTICIPANTS) return false;
  group.participants.push(phone.id);
  tell(sim, group, "group_participants_update", {
    type: "group_participants_add",
    reason: "invite_link",
    added_participants: [identify(phone)],
  });
  return true;
}

export function leaveGroup(
  sim: Sim,
  group: Group,
  phone: Phone,
  initiatedBy: "participant" | "business",
): void {
  group.participants = group.participants.filter((id) => id !== phone.id);
  tell(sim, group, "group_participants_update", {
    type: "group_participants_remove",
    initiated_by: initiatedBy,
    removed_participants: [identify(phone)],
  });
}

function describe(sim: Sim, group: Group): object {
  const participants = group.participants.flatMap((id) => sim.world.phones.get(id) ?? []);
  return {
    messaging_product: "whatsapp",
    id: group.id,
    subject: group.subject,
    description: group.description,
    creation_timestamp: seconds(group.createdAt),
    suspended: group.isSuspended,
    join_approval_mode: group.joinApproval,
    total_participant_count: participants.length,
    participants: participants.map(identify),
  };
}

const Change = z.looseObject({
  subject: z.string().trim().min(1).max(128).optional(),
  description: z.string().max(2048).optional(),
});

function changeGroup(sim: Sim, call: Call, group: Group): object {
  const { subject, description } = readWith(Change, readParameters(call));
  const requestId = requestIdOf(sim);
  if (subject !== undefined) group.subject = subject;
  if (description !== undefined) group.description = description;
  const done = (text: string) => ({ text, update_successful: true });
  tell(sim, group, "group_settings_update", {
    type: "group_settings_update",
    request_id: requestId,
    ...(subject === undefined ? {} : { group_subject: done(subject) }),
    ...(description === undefined ? {} : { group_description: done(description) }),
  });
  return { messaging_product: "whatsapp", request_id: requestId };
}

const Removal = z.looseObject({
  participants: z
    .array(z.object({ user: z.string() }))
    .min(1)
    .max(8),
});

function removeParticipants(sim: Sim, call: Call, group: Group): object {
  const { participants } = readWith(Removal, readParameters(call));
  for (const { user } of participants) {
    const phone = findByAddress(sim.world, user);
    if (phone && group.participants.includes(phone.id)) leaveGroup(sim, group, phone, "business");
  }
  return { messaging_product: "whatsapp", request_id: requestIdOf(sim) };
}

function tell(sim: Sim, group: Group, field: string, fact: object): void {
  const number = numberOf(sim, group.number);
  if (!number) return;
  const at = sim.clock.now().getTime();
  sim.deliverer.send(groupUpdate(businessOf(number), field, at, { group_id: group.id, ...fact }));
}

function identify(phone: Phone): object {
  return { ...(phone.waId ? { wa_id: phone.waId } : {}), user_id: phone.userId };
}

function requestIdOf(sim: Sim): string {
  sim.world.counter += 1;
  return `REQUEST${sim.world.counter}`;
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}
