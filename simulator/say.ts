/** A phone says something: it lands in the thread, keeps the window open, and goes out as a webhook. */
import { ControlError } from "./control-error.ts";
import { changeSaid } from "./say-again.ts";
import type { SayInput } from "./say-input.ts";
import { type Spoken, shareContact, speakFile, speakPin, speakUnsupported } from "./say-parts.ts";
import type { Sim } from "./sim.ts";
import { readThread } from "./statuses.ts";
import { messageUpdate, quoteContext } from "./webhooks.ts";
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

export function say(sim: Sim, phone: Phone, input: SayInput): Message {
  const now = sim.clock.now().getTime();
  const at = input.sentAt === undefined ? now : Date.parse(input.sentAt);
  refuseIfSilent(sim, phone);
  const id = newMessageId(sim.world);
  const speech = speak(sim, phone, input, now);
  const isChange = input.type === "edit" || input.type === "revoke";
  if (!isChange) phone.lastSaidAt = Math.max(phone.lastSaidAt ?? 0, at);
  /** Who writes has the chat before them. */
  if (phone.inHand || sim.settings().autoRead) readThread(sim, phone.id, null);
  if ("about" in speech) {
    if (speech.parts) post(sim, phone, { id, at, context: null }, speech.parts);
    sim.bus.tell("thread", { phoneId: phone.id });
    return speech.about;
  }
  const forwarded = "forwarded" in input ? (input.forwarded ?? null) : null;
  const message: Said = {
    ...speech.content,
    id,
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
  post(sim, phone, { id, at, context: contextOf(sim, phone, message) }, speech.parts);
  sim.bus.tell("thread", { phoneId: phone.id });
  return message;
}

function refuseIfSilent(sim: Sim, phone: Phone): void {
  if (phone.isOff) throw new ControlError("conflict", "The phone is off. Turn it on first.");
  if (phone.blocks.includes(sim.business.number)) {
    throw new ControlError("conflict", "This person has blocked the business. Unblock it first.");
  }
}

function post(
  sim: Sim,
  phone: Phone,
  message: { id: string; at: number; context: object | null },
  parts: Spoken["parts"],
): void {
  sim.deliverer.send(messageUpdate(sim.business, phone, message, parts));
}

function contextOf(sim: Sim, phone: Phone, message: Said): object | null {
  if (message.quoteId === null && message.forwarded === null) return null;
  return {
    ...(message.quoteId === null ? {} : quoteContext(sim.world, phone, message.quoteId)),
    ...(message.forwarded === "once" ? { forwarded: true } : {}),
    ...(message.forwarded === "often" ? { frequently_forwarded: true } : {}),
  };
}

function speak(sim: Sim, phone: Phone, input: SayInput, now: number): Speech {
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
      return { about, parts: changeSaid(about, input, { now, isCoexistence: false }) };
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
