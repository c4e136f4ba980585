/** `POST /{number}/messages`: checks in the platform's order, then the message is on its way. */
import { type BusinessNumber, isOurDisplay } from "./accounts.ts";
import { findByAddress } from "./addresses.ts";
import { GraphError, titleOf } from "./graph-error.ts";
import { groupFor, sendToGroup } from "./group-messages.ts";
import { identityHashOf } from "./identity.ts";
import { showOutgoing } from "./outgoing.ts";
import type { SendContent } from "./send-body.ts";
import { accountOf, type Sim } from "./sim.ts";
import { failLater, startStatuses } from "./statuses.ts";
import { type Outgoing, readOutgoing } from "./validate.ts";
import {
  addMessage,
  DAY_MS,
  EMPTY_CONTENT,
  isWindowOpen,
  listThread,
  newMessageId,
  type Phone,
  type Sent,
} from "./world.ts";

const TYPING_MS = 25_000;
const READ_WITHIN_MS = 30 * DAY_MS;
const FREE_ENTRY_MS = 3 * DAY_MS;
const COEXISTENCE_PER_SECOND = 20;

type Send = Extract<Outgoing, { kind: "send" }>;

export function receiveMessage(sim: Sim, number: BusinessNumber, body: unknown): object {
  const outgoing = readOutgoing(body);
  switch (outgoing.kind) {
    case "refuse":
      throw new GraphError(outgoing.refusal);
    case "read":
      return markRead(sim, number, outgoing.messageId, outgoing.isTyping);
    case "send":
      return send(sim, number, outgoing);
    default:
      return outgoing satisfies never;
  }
}

function markRead(sim: Sim, number: BusinessNumber, messageId: string, isTyping: boolean): object {
  const message = sim.world.messages.get(messageId);
  const isOurs = message?.from === "phone" && (message.number ?? sim.business.number) === number.id;
  const now = sim.clock.now().getTime();
  if (!isOurs || now - message.at > READ_WITHIN_MS) {
    throw new GraphError({ code: 131009, details: "message_id is not valid" });
  }
  for (const earlier of listThread(sim.world, message.phoneId)) {
    if (earlier.from === "phone" && earlier.number === message.number && earlier.at <= message.at) {
      earlier.state = "read";
    }
  }
  const phone = sim.world.phones.get(message.phoneId);
  if (phone && isTyping) {
    phone.typingUntil = now + TYPING_MS;
    phone.typingFrom = number.id;
    sim.timers.after(TYPING_MS, () => sim.bus.tell("thread", { phoneId: phone.id }));
  }
  sim.bus.tell("thread", { phoneId: message.phoneId });
  return { success: true };
}

function send(sim: Sim, number: BusinessNumber, outgoing: Send): object {
  const { to, content } = outgoing;
  if (!number.isRegistered) throw new GraphError({ code: 133010 });
  const group = to.isGroup ? groupFor(sim, number, to.address, content) : null;
  const phone = group ? undefined : findByAddress(sim.world, to.address);
  if (!group && isOurDisplay(sim.platform, to.address.replace(/\D/g, "")))
    throw new GraphError({ code: 131021 });
  const templates = accountOf(sim, number.accountId)?.templates ?? [];
  const shown = showOutgoing(sim.world, templates, content);
  if (phone) checkPerson(number, phone, outgoing, shown?.category === "authentication");
  countLimits(sim, number, group?.id ?? phone?.id ?? to.address);

  const now = sim.clock.now().getTime();
  const sent: Sent = {
    ...(shown?.content ?? { ...EMPTY_CONTENT, type: "text" }),
    id: newMessageId(sim.world),
    ...(number.id === sim.business.number ? {} : { number: number.id }),
    phoneId: phone?.id ?? null,
    from: "business",
    at: now,
    quoteId: quoted(sim, outgoing.quoteId),
    chosen: null,
    reactions: [],
    to: to.address,
    toUserId: to.isUserId,
    state: "accepted",
    failure: null,
    callbackData: outgoing.callbackData,
    category: shown?.category ?? "service",
    isReaction: content.type === "reaction" || content.type === "pin",
  };
  if (group) sendToGroup(sim, group, sent);
  else sendToPerson(sim, number, phone, sent, content);
  sim.received.accept(number.id, preciseNow(), sent.id, sent.callbackData);
  return answerSent(sent, phone);
}

function checkPerson(
  number: BusinessNumber,
  phone: Phone,
  { to, identityHash }: Send,
  isOneTime: boolean,
): void {
  if (number.blocked.includes(phone.id)) throw new GraphError({ code: 130403 });
  if (to.isUserId && isOneTime) throw new GraphError({ code: 131062 });
  if (identityHash !== null && identityHash !== identityHashOf(phone)) throw new GraphError({ code: 137000 });
}

function countLimits(sim: Sim, number: BusinessNumber, recipient: string): void {
  const { throughput, pairLimit } = sim.settings();
  const perSecond = number.throughput ?? (number.isOnBizApp ? COEXISTENCE_PER_SECOND : throughput);
  const now = preciseNow();
  const limit = sim.limits.count(
    { number: number.id, recipient },
    // A clock that stands is a story's: then one person's pace is the story's too.
    { now, pairNow: sim.clock.isStanding() ? sim.clock.now().getTime() : now },
    { throughput: perSecond, pairLimit },
  );
  if (limit !== null) throw new GraphError({ code: limit });
}

function sendToPerson(
  sim: Sim,
  number: BusinessNumber,
  phone: Phone | undefined,
  sent: Sent,
  content: SendContent,
): void {
  const isOpen = phone !== undefined && isWindowOpen(phone, sim.clock.now(), sent.number);
  const isShut = content.type !== "template" && !isOpen;
  if (isShut && !sim.settings().lateRefusals) throw new GraphError({ code: 131047 });
  const trouble = sim.troubles.get(phone?.id ?? sent.to.replace(/\D/g, ""));
  if (trouble && !trouble.late) throw new GraphError({ code: trouble.code });
  if (isShut) sent.phoneId = null;
  if (content.type === "reaction") hangReaction(sim, phone, content.reaction);
  addMessage(sim.world, sent);
  const failure = trouble?.code ?? (isShut ? 131047 : phone ? null : 131026);
  if (failure !== null || !phone) {
    failLater(sim, sent, { code: failure ?? 131026, title: titleOf(failure ?? 131026).title });
    return;
  }
  phone.typingUntil = 0;
  openFreeEntry(phone, number.id, sent.at);
  startStatuses(sim, sent);
  sim.bus.tell("thread", { phoneId: phone.id });
}

/** The first answer within a day to somebody who came by an advertisement makes three days free. */
function openFreeEntry(phone: Phone, number: string, now: number): void {
  const came = phone.cameByAd?.[number];
  if (came && came.freeUntil === null && now - came.at < DAY_MS) came.freeUntil = now + FREE_ENTRY_MS;
}

function quoted(sim: Sim, quoteId: string | null): string | null {
  return quoteId !== null && sim.world.messages.has(quoteId) ? quoteId : null;
}

/** A send to a BSUID does not give the number away, and the other way round. */
function answerSent(sent: Sent, phone: Phone | undefined): object {
  const waId = phone?.waId ?? (sent.groupId ? sent.to : sent.to.replace(/\D/g, ""));
  return {
    messaging_product: "whatsapp",
    contacts: [{ input: sent.to, ...(sent.toUserId ? { user_id: sent.to } : { wa_id: waId }) }],
    messages: [
      {
        id: sent.id,
        ...(sent.type === "template" ? { message_status: "accepted" } : {}),
        ...(sent.groupId ? { group_id: sent.groupId } : {}),
      },
    ],
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

/** Rates are measured by the machine's own time: a jump of the simulated clock must not bend them. */
function preciseNow(): number {
  return performance.timeOrigin + performance.now();
}
