/** Groups of the Groups API: who is in one, what may be sent to it, and the statuses, one for each participant. */
import { type BusinessNumber, businessOf } from "./accounts.ts";
import { GraphError } from "./graph-error.ts";
import type { SendContent } from "./send-body.ts";
import { numberOf, type Sim } from "./sim.ts";
import { price } from "./statuses.ts";
import { groupStatusUpdate } from "./webhooks-group.ts";
import { addMessage, type Sent } from "./world.ts";

export type Group = {
  id: string;
  number: string;
  subject: string;
  description: string;
  inviteLink: string;
  joinApproval: "auto_approve" | "approval_required";
  createdAt: number;
  /** Phone ids. */
  participants: string[];
  isSuspended: boolean;
};

/** No interactive ones, no reactions of ours. */
const MAY_BE_SENT = new Set<SendContent["type"]>([
  "text",
  "image",
  "video",
  "document",
  "audio",
  "template",
  "pin",
]);

/** The group a message is for, or why it cannot go there. */
export function groupFor(sim: Sim, number: BusinessNumber, id: string, content: SendContent): Group {
  const group = sim.groups.get(id);
  if (!group || group.number !== number.id) throw new GraphError({ code: 131020 });
  if (group.isSuspended) throw new GraphError({ code: 131041, details: "The group is suspended" });
  if (!MAY_BE_SENT.has(content.type)) {
    throw new GraphError({ code: 131041, details: `A message of type ${content.type} cannot go to a group` });
  }
  return group;
}

/** One `sent` for the group, then what becomes of it with each participant. */
export function sendToGroup(sim: Sim, group: Group, sent: Sent): void {
  sent.groupId = group.id;
  addMessage(sim.world, sent);
  const { sentMs, deliveredMs, readMs, autoRead } = sim.settings();
  const tell = (status: "sent" | "delivered" | "read", phoneId: string | null) => {
    const number = numberOf(sim, sent.number);
    if (!number) return;
    const at = sim.clock.now().getTime();
    const participant = phoneId === null ? undefined : sim.world.phones.get(phoneId);
    const isArrival = status === "delivered";
    const pricing = status === "read" ? null : price(sim, sent, undefined, at, isArrival);
    sent.state = status;
    sim.deliverer.send(groupStatusUpdate(businessOf(number), sent, { status, at, pricing, participant }));
  };
  sim.timers.after(sentMs, () => tell("sent", null));
  if (sent.isReaction) return;
  for (const phoneId of group.participants) {
    sim.timers.after(deliveredMs, () => tell("delivered", phoneId));
    if (autoRead) sim.timers.after(readMs, () => tell("read", phoneId));
  }
}
