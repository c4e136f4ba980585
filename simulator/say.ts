/** A phone says something: it lands in the thread, keeps the window open, and goes out as a webhook. */
import { type BusinessNumber, businessOf } from "./accounts.ts";
import { ControlError } from "./control-error.ts";
import { changeSaid } from "./say-again.ts";
import type { SayInput } from "./say-input.ts";
import { type Spoken, shareContact, speakFile, speakPin, speakUnsupported } from "./say-parts.ts";
import { numberOf, type Sim } from "./sim.ts";
import { readThread } from "./statuses.ts";
import { messageUpdate } from "./webhooks.ts";
import {
  addMessage,
  type Content,
  EMPTY_CONTENT,
  type Message,
  newMessageId,
  type Phone,
  type Said,
} from "./world.ts";

/** A reaction, an edit or a deletion hangs on the message it is about; that one is then what comes back. */
type Hung = { parts: Spoken["parts"] | null; about: Message };
type Speech = (Spoken & { quoteId: string | null }) | Hung;

/** To one of our numbers, the first unless another is named. */
export function say(sim: Sim, phone: Phone, input: SayInput, to?: string): Message {
  const number = numberOf(sim, to);
  if (!number) throw new ControlError("not_found", "There is no such number.");
  const now = sim.clock.now().getTime();
  const at = input.sentAt === undefined ? now : Date.parse(input.sentAt);
  refuseIfSilent(phone, number);
  const id = newMessageId(sim.world);
  const speech = speak(sim, phone, number, input, now);
  const isChange = input.type === "edit" || input.type === "revoke";
  if (!isChange) openWindow(sim, phone, number.id, at);
  /** Who writes has the chat before them. */
  if (phone.inHand || sim.settings().autoRead) readThread(sim, phone.id, { number: number.id });
  if ("about" in speech) {
    if (speech.parts) post(sim, phone, number, { id, at, context: null }, speech.parts);
    sim.bus.tell("thread", { phoneId: phone.id });
    return speech.about;
  }
  const forwarded = "forwarded" in input ? (input.forwarded ?? null) : null;
  const message: Said = {
    ...speech.content,
    id,
    ...(number.id === sim.business.number ? {} : { number: number.id }),
    phoneId: phone.id,
    from: "phone",
    at,
    quoteId: speech.quoteId,
    chosen: null,
    reactions: [],
    state: "sending",
    forwarded,
    editedAt: null,
    isRevoked: false,
  };
  addMessage(sim.world, message);
  post(sim, phone, number, { id, at, context: contextOf(sim, phone, number, message) }, speech.parts);
  sim.bus.tell("thread", { phoneId: phone.id });
  return message;
}

function openWindow(sim: Sim, phone: Phone, number: string, at: number): void {
  if (number === sim.business.number) phone.lastSaidAt = Math.max(phone.lastSaidAt ?? 0, at);
  else phone.saidTo = { ...phone.saidTo, [number]: Math.max(phone.saidTo?.[number] ?? 0, at) };
}

function refuseIfSilent(phone: Phone, number: BusinessNumber): void {
  if (phone.isOff) throw new ControlError("conflict", "The phone is off. Turn it on first.");
  if (phone.blocks.includes(number.id)) {
    throw new ControlError("conflict", "This person has blocked the business. Unblock it first.");
  }
}

/** Whom the business has blocked, it does not hear: on the phone it stays at one tick. */
function post(
  sim: Sim,
  phone: Phone,
  number: BusinessNumber,
  message: { id: string; at: number; context: object | null },
  parts: Spoken["parts"],
): void {
  if (number.blocked.includes(phone.id)) return;
  sim.deliverer.send(messageUpdate(businessOf(number), phone, message, parts));
}

function contextOf(sim: Sim, phone: Phone, number: BusinessNumber, message: Said): object | null {
  const { quoteId, forwarded } = message;
  if (quoteId === null && forwarded === null) return null;
  const isOwn = quoteId !== null && sim.world.messages.get(quoteId)?.from === "phone";
  /** Who said what is quoted: the person, or the business. */
  const from = isOwn ? phone.waId : number.display;
  return {
    ...(quoteId === null ? {} : { ...(from ? { from } : {}), id: quoteId }),
    ...(forwarded === "once" ? { forwarded: true } : {}),
    ...(forwarded === "often" ? { frequently_forwarded: true } : {}),
  };
}

function speak(sim: Sim, phone: Phone, number: BusinessNumber, input: SayInput, now: number): Speech {
  const quoteId = "quote" in input && input.quote !== undefined ? input.quote : null;
  const quoted = quoteId === null ? null : findMessage(sim, phone, quoteId);
  switch (input.type) {
    case "text":
      return {
        content: { ...EMPTY_CONTENT, type: "text", text: input.text },
        parts: { type: "text", text: { body: input.text } },
        quoteId,
      };
    case "image":
    case "video":
    case "document":
    case "audio":
      return { ...speakFile(sim, input), quoteId };
    case "location":
      if (quoted?.asks === "location") quoted.chosen = "location";
      return { ...speakPin(input), quoteId };
    case "contact":
      return { ...shareContact({ name: input.name, number: input.phone, origin: "other" }), quoteId };
    case "own_contact":
      return giveNumber(findMessage(sim, phone, input.messageId), phone);
    case "reaction":
      return react(findMessage(sim, phone, input.messageId), input.emoji);
    case "button":
      return tap(findMessage(sim, phone, input.messageId), input.buttonId);
    case "edit":
    case "revoke": {
      const about = findMessage(sim, phone, input.messageId);
      return { about, parts: changeSaid(about, input, { now, isCoexistence: number.isOnBizApp }) };
    }
    case "unsupported":
      return { ...speakUnsupported(input.of), quoteId: null };
    default:
      return input satisfies never;
  }
}

/** Removing one arrives without `emoji`, as often in life. */
function react(about: Message, emoji: string): Hung {
  about.reactions = about.reactions.filter(({ from }) => from !== "phone");
  if (emoji !== "") about.reactions.push({ from: "phone", emoji });
  return {
    about,
    parts: { type: "reaction", reaction: { message_id: about.id, ...(emoji === "" ? {} : { emoji }) } },
  };
}

function giveNumber(about: Message, phone: Phone): Speech {
  if (about.asks !== "contact") throw new ControlError("not_found", "That message asks for no number.");
  const number = phone.waId ?? phone.dial;
  if (number === null) throw new ControlError("conflict", "This phone has no number to give.");
  about.chosen = "contact";
  return {
    ...shareContact({ name: phone.name, number: `+${number}`, origin: "contact_request" }),
    quoteId: about.id,
  };
}

function tap(target: Message, buttonId: string): Speech {
  const button = target.buttons.find(({ id }) => id === buttonId);
  const canTap = target.type === "buttons" || target.type === "list" || target.type === "template";
  if (!button || !canTap || (button.kind ?? "reply") !== "reply") {
    throw new ControlError("not_found", "That message has no such button.");
  }
  target.chosen = buttonId;
  const content: Content = { ...EMPTY_CONTENT, type: "button", text: button.title };
  const { id, title, description } = button;
  if (target.type === "template") {
    return { content, parts: { type: "button", button: { payload: id, text: title } }, quoteId: target.id };
  }
  const reply =
    target.type === "list"
      ? { type: "list_reply", list_reply: { id, title, ...(description ? { description } : {}) } }
      : { type: "button_reply", button_reply: { id, title } };
  return { content, parts: { type: "interactive", interactive: reply }, quoteId: target.id };
}

function findMessage(sim: Sim, phone: Phone, id: string): Message {
  const message = sim.world.messages.get(id);
  if (!message || message.phoneId !== phone.id) {
    throw new ControlError("not_found", "That message is not on this phone.");
  }
  return message;
}
