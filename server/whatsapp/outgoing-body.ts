/** From a message of ours as it is kept to the body of the call, one shape a kind (whatsapp-cloud-api.md, 7). Pure. */
import type { MessageContent } from "../../shared/message.ts";
import { withHeaderMedia } from "../../shared/template.ts";

export type Body = Readonly<Record<string, unknown>>;

export type Sendable = {
  kind: string;
  text: string | null;
  content: MessageContent;
  /** WhatsApp's id of the file, for kinds that have one. */
  mediaId: string | null;
};

/** `type` and what belongs to it. Null when it is not of a kind that can be sent, or what it needs is not there (any more). */
export function bodyOf(message: Sendable): Body | null {
  const { kind, text, content, mediaId } = message;
  switch (kind) {
    case "text":
      return text ? { type: kind, text: { body: text, preview_url: !content.hidesPreview } } : null;
    case "image":
    case "video":
    case "document":
    case "audio":
    case "sticker":
      return mediaId === null ? null : { type: kind, [kind]: fileOf(kind, mediaId, text, content) };
    case "location":
      return locationOf(content);
    case "contacts":
      return content.contacts ? { type: kind, contacts: content.contacts.map(cardOf) } : null;
    case "interactive":
      return text ? interactiveOf(text, content) : null;
    case "template":
      return templateOf(message);
    default:
      return null;
  }
}

/** An emoji for a message of theirs or ours; taken back when there is none. */
export function reactionBody({ emoji, wamid }: { emoji: string | null; wamid: string }): Body {
  return { type: "reaction", reaction: { message_id: wamid, emoji: emoji ?? "" } };
}

const fileOf = (kind: string, id: string, text: string | null, { fileName, isVoice }: MessageContent) => ({
  id,
  ...(text && { caption: text }),
  ...(kind === "document" && fileName && { filename: fileName }),
  ...(isVoice && { voice: true }),
});

function locationOf({ location }: MessageContent): Body | null {
  if (!location) return null;
  const { latitude, longitude, name, address } = location;
  return {
    type: "location",
    location: { latitude, longitude, ...(name && { name }), ...(address && { address }) },
  };
}

/** WhatsApp wants a part of the name beside the whole. A number with its country's code can be written to from the card. */
function cardOf({ name, phones }: NonNullable<MessageContent["contacts"]>[number]) {
  const [first = name, ...rest] = name.split(/\s+/);
  return {
    name: {
      formatted_name: name,
      first_name: first,
      ...(rest.length > 0 && { last_name: rest.join(" ") }),
    },
    phones: phones.map((phone) => {
      const digits = phone.replace(/\D/g, "");
      return { phone, type: "CELL", ...(phone.trim().startsWith("+") && digits && { wa_id: digits }) };
    }),
  };
}

function interactiveOf(text: string, content: MessageContent): Body | null {
  const { header, footer, buttons, list, asks } = content;
  const body = { text };
  const words = {
    ...(header && { header: { type: "text", text: header } }),
    body,
    ...(footer && { footer: { text: footer } }),
  };
  const interactive = (value: Record<string, unknown>) => ({ type: "interactive", interactive: value });
  if (asks === "location")
    return interactive({ type: "location_request_message", body, action: { name: "send_location" } });
  if (asks === "contact")
    return interactive({ type: "request_contact_info", body, action: { name: "request_contact_info" } });
  if (list)
    return interactive({
      type: "list",
      ...words,
      action: { button: list.button, sections: list.sections.map(sectionOf) },
    });
  if (buttons)
    return interactive({
      type: "button",
      ...words,
      action: { buttons: buttons.map(({ id, title }) => ({ type: "reply", reply: { id, title } })) },
    });
  return null;
}

const sectionOf = ({ title, rows }: NonNullable<MessageContent["list"]>["sections"][number]) => ({
  ...(title && { title }),
  rows: rows.map(({ id, title, description }) => ({ id, title, ...(description && { description }) })),
});

function templateOf({ content, mediaId }: Sendable): Body | null {
  const { template } = content;
  if (!template) return null;
  const { name, language, components, header } = template;
  if (header && !mediaId) return null;
  const file = mediaId && { id: mediaId, ...(content.fileName && { fileName: content.fileName }) };
  const all = header && file ? withHeaderMedia(components, header, file) : components;
  return {
    type: "template",
    template: { name, language: { code: language }, ...(all.length > 0 && { components: all }) },
  };
}
