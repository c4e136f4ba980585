/** A phone says something: it lands in the thread, keeps the window open, and goes out as a webhook. */
import { readAsset } from "./assets.ts";
import { ControlError } from "./control-error.ts";
import { downloadUrl } from "./media-url.ts";
import type { SayInput } from "./say-input.ts";
import type { Sim } from "./sim.ts";
import { readThread } from "./statuses.ts";
import { mediaPart, messageUpdate, quoteContext } from "./webhooks.ts";
import {
  addMessage,
  type Content,
  EMPTY_CONTENT,
  type Media,
  type Message,
  newMessageId,
  type Phone,
  type Said,
  storeMedia,
} from "./world.ts";

type Spoken = {
  content: Content;
  parts: { type: string } & Record<string, unknown>;
  quoteId: string | null;
};

export function say(sim: Sim, phone: Phone, input: SayInput): Message {
  const at = input.sentAt === undefined ? sim.clock.now().getTime() : Date.parse(input.sentAt);
  const id = newMessageId(sim.world);
  const spoken = speak(sim, phone, input);

  const context = spoken.quoteId === null ? null : quoteContext(sim.world, phone, spoken.quoteId);
  const isReaction = input.type === "reaction";
  const message: Said = {
    ...spoken.content,
    id,
    phoneId: phone.id,
    from: "phone",
    at,
    quoteId: spoken.quoteId,
    chosen: null,
    reactions: [],
    state: "sending",
  };
  if (!isReaction) addMessage(sim.world, message);
  phone.lastSaidAt = Math.max(phone.lastSaidAt ?? 0, at);
  if (sim.settings().autoRead) readThread(sim, phone.id, null);
  sim.deliverer.send(messageUpdate(sim.business, phone, { id, at, context }, spoken.parts));
  sim.bus.tell("thread", { phoneId: phone.id });
  return isReaction ? findMessage(sim, phone, input.messageId) : message;
}

function speak(sim: Sim, phone: Phone, input: SayInput): Spoken {
  const quoteId = "quote" in input && input.quote !== undefined ? input.quote : null;
  if (quoteId !== null) findMessage(sim, phone, quoteId);
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
      return { ...sendFile(sim, input), quoteId };
    case "location":
      return { ...pin(input), quoteId };
    case "contact":
      return { ...shareContact(input.name, input.phone), quoteId };
    case "reaction":
      return react(sim, phone, input.messageId, input.emoji);
    case "button":
      return tap(sim, phone, input.messageId, input.buttonId);
    case "unsupported":
      return { ...sendUnsupported(input.of), quoteId: null };
    default:
      return input satisfies never;
  }
}

function sendFile(
  sim: Sim,
  input: Extract<SayInput, { type: "image" | "video" | "document" | "audio" }>,
): Omit<Spoken, "quoteId"> {
  const media = takeFile(sim, input);
  const voice = input.type === "audio" && input.voice;
  const text = input.type === "audio" ? null : (input.caption ?? null);
  return {
    content: {
      ...EMPTY_CONTENT,
      type: input.type,
      text,
      media: { id: media.id, link: null, filename: media.filename, voice },
    },
    parts: {
      type: input.type,
      [input.type]: mediaPart(media, { type: input.type, text, voice }, downloadUrl(sim, media.id)),
    },
  };
}

function takeFile(sim: Sim, input: { asset?: string; mediaId?: string; filename?: string }): Media {
  if (input.mediaId !== undefined) {
    const media = sim.world.media.get(input.mediaId);
    if (!media) throw new ControlError("not_found", "There is no such media. Upload it first.");
    media.filename = input.filename ?? media.filename;
    return media;
  }
  if (input.asset === undefined) throw new ControlError("invalid", "Say which asset or mediaId to send.");
  const asset = readAsset(input.asset);
  if (!asset) throw new ControlError("not_found", "There is no such asset.");
  const storedAt = sim.clock.now().getTime();
  const filename = input.filename ?? asset.name;
  return storeMedia(sim.world, { mime: asset.mime, bytes: asset.bytes, filename, storedAt, from: "phone" });
}

function pin(input: Extract<SayInput, { type: "location" }>): Omit<Spoken, "quoteId"> {
  const { latitude, longitude, name, address } = input;
  const location = { latitude, longitude, name: name ?? null, address: address ?? null };
  return {
    content: { ...EMPTY_CONTENT, type: "location", location },
    parts: {
      type: "location",
      location: { latitude, longitude, ...(name ? { name } : {}), ...(address ? { address } : {}) },
    },
  };
}

function shareContact(name: string, number: string): Omit<Spoken, "quoteId"> {
  const phones = [{ phone: number, wa_id: number.replace(/\D/g, ""), type: "CELL" }];
  return {
    content: { ...EMPTY_CONTENT, type: "contacts", contacts: [{ name, phones: [number] }] },
    parts: {
      type: "contacts",
      contacts: [{ name: { formatted_name: name, first_name: name }, phones, origin: "other" }],
    },
  };
}

/** Removing one arrives without `emoji`, as often in life. */
function react(sim: Sim, phone: Phone, messageId: string, emoji: string): Spoken {
  const target = findMessage(sim, phone, messageId);
  target.reactions = target.reactions.filter(({ from }) => from !== "phone");
  if (emoji !== "") target.reactions.push({ from: "phone", emoji });
  return {
    content: { ...EMPTY_CONTENT, type: "text" },
    parts: { type: "reaction", reaction: { message_id: messageId, ...(emoji === "" ? {} : { emoji }) } },
    quoteId: null,
  };
}

function tap(sim: Sim, phone: Phone, messageId: string, buttonId: string): Spoken {
  const target = findMessage(sim, phone, messageId);
  const button = target.buttons.find(({ id }) => id === buttonId);
  const canTap = target.type === "buttons" || target.type === "list" || target.type === "template";
  if (!button || !canTap) throw new ControlError("not_found", "That message has no such button.");
  target.chosen = buttonId;
  const content: Content = { ...EMPTY_CONTENT, type: "button", text: button.title };
  const { id, title, description } = button;
  if (target.type === "template") {
    return { content, parts: { type: "button", button: { payload: id, text: title } }, quoteId: messageId };
  }
  const reply =
    target.type === "list"
      ? { type: "list_reply", list_reply: { id, title, ...(description ? { description } : {}) } }
      : { type: "button_reply", button_reply: { id, title } };
  return { content, parts: { type: "interactive", interactive: reply }, quoteId: messageId };
}

function sendUnsupported(of: string): Omit<Spoken, "quoteId"> {
  const error = {
    code: 131051,
    title: "Message type unknown",
    message: "Message type unknown",
    error_data: { details: "Message type is currently not supported." },
    href: "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/",
  };
  return {
    content: { ...EMPTY_CONTENT, type: "unsupported", text: null },
    parts: { type: "unsupported", errors: [error], unsupported: { type: of } },
  };
}

function findMessage(sim: Sim, phone: Phone, id: string): Message {
  const message = sim.world.messages.get(id);
  if (!message || message.phoneId !== phone.id) {
    throw new ControlError("not_found", "That message is not on this phone.");
  }
  return message;
}
