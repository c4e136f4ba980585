/** Things that happen on the platform's side, each told by webhook: advertisements, echoes, history, groups, accounts. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { type BusinessNumber, businessOf } from "./accounts.ts";
import { tellContact, tellEcho, tellHistory } from "./coexistence.ts";
import { ControlError } from "./control-error.ts";
import { readBody } from "./control-input.ts";
import { joinGroup, leaveGroup } from "./graph-groups.ts";
import type { Group } from "./group-messages.ts";
import { numberOf, type Sim } from "./sim.ts";
import { header, messageUpdate, via } from "./webhooks.ts";
import { groupMessageUpdate } from "./webhooks-group.ts";
import { addMessage, EMPTY_CONTENT, newMessageId, type Phone } from "./world.ts";

const Common = { number: z.string().optional() };
const WithPhone = { ...Common, phoneId: z.string() };
const Text = z.string().min(1).max(65_536);

const Happening = z.discriminatedUnion("type", [
  /** Writes by way of an advertisement: an answer within a day makes three days free. */
  z.object({ type: z.literal("ad"), ...WithPhone, text: Text, headline: z.string().default("Chat with us") }),
  z.object({ type: z.literal("echo"), ...WithPhone, text: Text }),
  z.object({ type: z.literal("echo_edit"), ...WithPhone, messageId: z.string(), text: Text }),
  z.object({ type: z.literal("echo_revoke"), ...WithPhone, messageId: z.string() }),
  /** Another BSUID for the same person, as when somebody without a shown number changes it. */
  z.object({
    type: z.literal("user_id"),
    ...WithPhone,
    userId: z.string().regex(/^[A-Z]{2}\.[A-Za-z0-9]{1,128}$/),
  }),
  z.object({ type: z.literal("history"), ...Common, declined: z.boolean().default(false) }),
  z.object({ type: z.literal("contact"), ...WithPhone, action: z.enum(["add", "remove"]).default("add") }),
  z.object({ type: z.literal("marketing"), ...WithPhone, value: z.enum(["stop", "resume"]) }),
  z.object({ type: z.literal("group_join"), groupId: z.string(), phoneId: z.string() }),
  z.object({ type: z.literal("group_leave"), groupId: z.string(), phoneId: z.string() }),
  z.object({ type: z.literal("group_text"), groupId: z.string(), phoneId: z.string(), text: Text }),
  /** Any field with any value, for what has no word of its own here. */
  z.object({
    type: z.literal("field"),
    ...Common,
    field: z.string().min(1),
    value: z.record(z.string(), z.unknown()),
    /** With metadata, as what is about a number has it. */
    aboutNumber: z.boolean().default(false),
  }),
]);
type Happening = z.infer<typeof Happening>;

export function routeHappen(app: FastifyInstance, sim: Sim): void {
  app.post("/happen", (request, reply) => reply.code(202).send(happen(sim, readBody(request, Happening))));
}

function happen(sim: Sim, it: Happening): object {
  if (it.type === "group_join" || it.type === "group_leave" || it.type === "group_text")
    return inGroup(sim, it);
  const number = numberOf(sim, it.number);
  if (!number) throw new ControlError("not_found", "There is no such number.");
  switch (it.type) {
    case "ad":
      return { messageId: comeByAd(sim, number, phoneOf(sim, it.phoneId), it) };
    case "echo":
      return { messageId: echo(sim, number, phoneOf(sim, it.phoneId), it.text) };
    case "echo_edit": {
      const edit = { original_message_id: it.messageId, message: { type: "text", text: { body: it.text } } };
      return { messageId: tellEcho(sim, number, phoneOf(sim, it.phoneId), { type: "edit", edit }) };
    }
    case "echo_revoke": {
      const revoke = { original_message_id: it.messageId };
      return { messageId: tellEcho(sim, number, phoneOf(sim, it.phoneId), { type: "revoke", revoke }) };
    }
    case "history":
      tellHistory(sim, number, it.declined ? "declined" : null);
      return { ok: true };
    case "contact":
      tellContact(sim, number, phoneOf(sim, it.phoneId), it.action);
      return { ok: true };
    case "user_id":
      return { messageId: changeUserId(sim, number, phoneOf(sim, it.phoneId), it.userId) };
    case "marketing":
      return tellPreference(sim, number, phoneOf(sim, it.phoneId), it.value);
    case "field": {
      const value = it.aboutNumber ? { ...header(businessOf(number)), ...it.value } : it.value;
      const business = businessOf(number);
      const about = it.aboutNumber ? via(business, it.field) : { ...via(business, it.field), number: null };
      const time = Math.floor(sim.clock.now().getTime() / 1000);
      sim.deliverer.send({ kind: it.field, ids: [], ...about, value, ...(it.aboutNumber ? {} : { time }) });
      return { ok: true };
    }
    default:
      return it satisfies never;
  }
}

function comeByAd(
  sim: Sim,
  number: BusinessNumber,
  phone: Phone,
  { text, headline }: Extract<Happening, { type: "ad" }>,
): string {
  const at = sim.clock.now().getTime();
  const id = newMessageId(sim.world);
  const isFirst = number.id === sim.business.number;
  addMessage(sim.world, {
    ...EMPTY_CONTENT,
    type: "text",
    text,
    id,
    ...(isFirst ? {} : { number: number.id }),
    phoneId: phone.id,
    from: "phone",
    at,
    quoteId: null,
    chosen: null,
    reactions: [],
    state: "sending",
    forwarded: null,
    editedAt: null,
    isRevoked: false,
  });
  if (isFirst) phone.lastSaidAt = at;
  else phone.saidTo = { ...phone.saidTo, [number.id]: at };
  phone.cameByAd = { ...phone.cameByAd, [number.id]: { at, freeUntil: null } };
  const referral = {
    source_url: "https://fb.me/simulated",
    source_id: "600000000000001",
    source_type: "ad",
    headline,
    body: "An advertisement",
    media_type: "image",
    image_url: `${sim.url}/control/assets/valve.jpg`,
    ctwa_clid: `click-${id.slice(-8)}`,
  };
  const parts = { type: "text", text: { body: text }, referral };
  if (!number.blocked.includes(phone.id)) {
    sim.deliverer.send(messageUpdate(businessOf(number), phone, { id, at, context: null }, parts));
  }
  sim.bus.tell("thread", { phoneId: phone.id });
  return id;
}

/** Typed by the owner in the Business app: it stands on the phone like any message of the business. */
function echo(sim: Sim, number: BusinessNumber, phone: Phone, text: string): string {
  const id = tellEcho(sim, number, phone, { type: "text", text: { body: text } });
  addMessage(sim.world, {
    ...EMPTY_CONTENT,
    type: "text",
    text,
    id,
    ...(number.id === sim.business.number ? {} : { number: number.id }),
    phoneId: phone.id,
    from: "business",
    at: sim.clock.now().getTime(),
    quoteId: null,
    chosen: null,
    reactions: [],
    to: phone.waId ?? phone.userId,
    toUserId: phone.waId === null,
    state: "delivered",
    failure: null,
    callbackData: null,
    category: "service",
    isReaction: false,
  });
  sim.bus.tell("thread", { phoneId: phone.id });
  return id;
}

function changeUserId(sim: Sim, number: BusinessNumber, phone: Phone, userId: string): string {
  const previous = phone.userId;
  phone.userId = userId;
  const id = newMessageId(sim.world);
  const business = businessOf(number);
  const system = {
    type: "user_changed_user_id",
    body: `User ${phone.name} changed from ${previous} to ${userId}`,
    user_id: userId,
    previous_user_id: previous,
  };
  const timestamp = String(Math.floor(sim.clock.now().getTime() / 1000));
  const messages = [{ id, timestamp, type: "system", system }];
  const value = { ...header(business), messages };
  sim.deliverer.send({ kind: "message, system", ids: [id], ...via(business), value });
  return id;
}

function tellPreference(sim: Sim, number: BusinessNumber, phone: Phone, value: "stop" | "resume"): object {
  const detail = `User requested to ${value} marketing messages`;
  const preference = {
    ...(phone.waId ? { wa_id: phone.waId } : {}),
    user_id: phone.userId,
    detail,
    category: "marketing_messages",
    value,
    timestamp: Math.floor(sim.clock.now().getTime() / 1000),
  };
  const business = businessOf(number);
  const update = { ...header(business), user_preferences: [preference] };
  sim.deliverer.send({
    kind: "user_preferences",
    ids: [],
    ...via(business, "user_preferences"),
    value: update,
  });
  return { ok: true };
}

function inGroup(
  sim: Sim,
  it: Extract<Happening, { type: "group_join" | "group_leave" | "group_text" }>,
): object {
  const group: Group | undefined = sim.groups.get(it.groupId);
  const number = group && numberOf(sim, group.number);
  if (!group || !number) throw new ControlError("not_found", "There is no such group.");
  const phone = phoneOf(sim, it.phoneId);
  switch (it.type) {
    case "group_join":
      if (!joinGroup(sim, group, phone)) throw new ControlError("conflict", "The group is full.");
      return { ok: true };
    case "group_leave":
      leaveGroup(sim, group, phone, "participant");
      return { ok: true };
    case "group_text": {
      if (!group.participants.includes(phone.id))
        throw new ControlError("conflict", "It is not in the group.");
      const id = newMessageId(sim.world);
      const message = { id, at: sim.clock.now().getTime(), groupId: group.id };
      const parts = { type: "text", text: { body: it.text } };
      sim.deliverer.send(groupMessageUpdate(businessOf(number), phone, message, parts));
      return { messageId: id };
    }
    default:
      return it satisfies never;
  }
}

function phoneOf(sim: Sim, id: string): Phone {
  const phone = sim.world.phones.get(id);
  if (!phone) throw new ControlError("not_found", "There is no such phone.");
  return phone;
}
