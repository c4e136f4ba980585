/** `POST /{number}/messages`: checks in the platform's order, then the message is on its way. */
import { DISPLAY_NUMBER } from "./cast.ts";
import { GraphError, titleOf } from "./graph-error.ts";
import { showOutgoing } from "./outgoing.ts";
import type { SendContent } from "./send-body.ts";
import type { Sim } from "./sim.ts";
import { failLater, startStatuses } from "./statuses.ts";
import { type Outgoing, readOutgoing } from "./validate.ts";
import {
  addMessage,
  EMPTY_CONTENT,
  findByAddress,
  isWindowOpen,
  listThread,
  newMessageId,
  type Phone,
  type Sent,
} from "./world.ts";

const TYPING_MS = 25_000;

export function receiveMessage(sim: Sim, body: unknown): object {
  const outgoing = readOutgoing(body);
  switch (outgoing.kind) {
    case "refuse":
      throw new GraphError(outgoing.refusal);
    case "read":
      return markRead(sim, outgoing.messageId, outgoing.isTyping);
    case "send":
      return send(sim, outgoing);
    default:
      return outgoing satisfies never;
  }
}

function markRead(sim: Sim, messageId: string, isTyping: boolean): object {
  const message = sim.world.messages.get(messageId);
  if (message?.from !== "phone") throw new GraphError({ code: 131009, details: "message_id is not valid" });
  for (const earlier of listThread(sim.world, message.phoneId)) {
    if (earlier.from === "phone" && earlier.at <= message.at) earlier.state = "read";
  }
  const phone = sim.world.phones.get(message.phoneId);
  if (phone && isTyping) {
    const now = sim.clock.now().getTime();
    phone.typingUntil = now + TYPING_MS;
    sim.timers.after(TYPING_MS, () => sim.bus.tell("thread", { phoneId: phone.id }));
  }
  sim.bus.tell("thread", { phoneId: message.phoneId });
  return { success: true };
}

function send(sim: Sim, outgoing: Extract<Outgoing, { kind: "send" }>): object {
  const { to, content, quoteId, callbackData } = outgoing;
  const phone = findByAddress(sim.world, to.address);
  if (to.address.replace(/\D/g, "") === DISPLAY_NUMBER) throw new GraphError({ code: 131021 });
  const shown = showOutgoing(sim.world, content);
  const limit = sim.limits.count(phone?.id ?? to.address, sim.clock.now().getTime(), sim.settings());
  if (limit !== null) throw new GraphError({ code: limit });

  const isOpen = phone !== undefined && isWindowOpen(phone, sim.clock.now());
  const isShut = content.type !== "template" && !isOpen;
  if (isShut && !sim.settings().lateRefusals) throw new GraphError({ code: 131047 });

  if (content.type === "reaction") hangReaction(sim, phone, content.reaction);
  const sent: Sent = {
    ...(shown ?? { ...EMPTY_CONTENT, type: "text" }),
    id: newMessageId(sim.world),
    phoneId: isShut ? null : (phone?.id ?? null),
    from: "business",
    at: sim.clock.now().getTime(),
    quoteId: quoteId !== null && sim.world.messages.has(quoteId) ? quoteId : null,
    chosen: null,
    reactions: [],
    to: to.address,
    toUserId: to.isUserId,
    state: "accepted",
    failure: null,
    callbackData,
    category: content.type === "template" ? "utility" : "service",
    isReaction: content.type === "reaction",
  };
  addMessage(sim.world, sent);
  if (isShut) failLater(sim, sent, { code: 131047, title: titleOf(131047).title });
  else if (!phone) failLater(sim, sent, { code: 131026, title: titleOf(131026).title });
  else {
    phone.typingUntil = 0;
    startStatuses(sim, sent);
    sim.bus.tell("thread", { phoneId: phone.id });
  }
  return answerSent(sent, phone);
}

/** A send to a BSUID does not give the number away, and the other way round. */
function answerSent(sent: Sent, phone: Phone | undefined): object {
  const waId = phone?.waId ?? sent.to.replace(/\D/g, "");
  return {
    messaging_product: "whatsapp",
    contacts: [{ input: sent.to, ...(sent.toUserId ? { user_id: sent.to } : { wa_id: waId }) }],
    messages: [{ id: sent.id, ...(sent.type === "template" ? { message_status: "accepted" } : {}) }],
  };
}

function hangReaction(
  sim: Sim,
  phone: Phone | undefined,
  reaction: Extract<SendContent, { type: "reaction" }>["reaction"],
): void {
  const target = sim.world.messages.get(reaction.message_id);
  if (!target || target.phoneId !== phone?.id) {
    throw new GraphError({ code: 131009, details: "reaction.message_id is not a message of this chat" });
  }
  target.reactions = target.reactions.filter(({ from }) => from !== "business");
  if (reaction.emoji !== "") target.reactions.push({ from: "business", emoji: reaction.emoji });
}
