/** What the business sends, as the person's phone will show it. */
import { GraphError } from "./graph-error.ts";
import type { SendContent } from "./send-body.ts";
import { type Content, EMPTY_CONTENT, type World } from "./world.ts";

type Interactive = Extract<SendContent, { type: "interactive" }>["interactive"];
type Template = Extract<SendContent, { type: "template" }>["template"];
type MediaRef = { id?: string | undefined; link?: string | undefined };

/** Null for a reaction: it hangs on another message. */
export function showOutgoing(world: World, content: SendContent): Content | null {
  switch (content.type) {
    case "text":
      return { ...EMPTY_CONTENT, type: "text", text: content.text.body };
    case "image":
      return { ...withMedia(world, "image", content.image), text: content.image.caption ?? null };
    case "video":
      return { ...withMedia(world, "video", content.video), text: content.video.caption ?? null };
    case "document":
      return {
        ...withMedia(world, "document", content.document, content.document.filename),
        text: content.document.caption ?? null,
      };
    case "audio":
      return withMedia(world, "audio", content.audio, undefined, content.audio.voice ?? false);
    case "sticker":
      return withMedia(world, "sticker", content.sticker);
    case "location": {
      const { latitude, longitude, name, address } = content.location;
      const location = { latitude, longitude, name: name ?? null, address: address ?? null };
      return { ...EMPTY_CONTENT, type: "location", location };
    }
    case "contacts":
      return {
        ...EMPTY_CONTENT,
        type: "contacts",
        contacts: content.contacts.map(({ name, phones }) => ({
          name: name.formatted_name,
          phones: phones.flatMap(({ phone }) => (phone === undefined ? [] : [phone])),
        })),
      };
    case "interactive":
      return showInteractive(world, content.interactive);
    case "template":
      return showTemplate(content.template);
    case "reaction":
      return null;
    default:
      return content satisfies never;
  }
}

function showInteractive(world: World, interactive: Interactive): Content {
  const text = interactive.body.text;
  switch (interactive.type) {
    case "button":
      return {
        ...withHeader(world, interactive.header),
        type: "buttons",
        text,
        footer: interactive.footer?.text ?? null,
        buttons: interactive.action.buttons.map(({ reply }) => ({ ...reply, description: null })),
      };
    case "list":
      return {
        ...withHeader(world, interactive.header),
        type: "list",
        text,
        footer: interactive.footer?.text ?? null,
        listLabel: interactive.action.button,
        buttons: interactive.action.sections.flatMap(({ title: section, rows }) =>
          rows.map(({ id, title, description }) => ({
            id,
            title,
            description: description ?? null,
            ...(section ? { section } : {}),
          })),
        ),
      };
    case "cta_url": {
      const { display_text: title, url: id } = interactive.action.parameters;
      return {
        ...withHeader(world, interactive.header),
        type: "link",
        text,
        footer: interactive.footer?.text ?? null,
        buttons: [{ id, title, description: null, kind: "url", value: id }],
      };
    }
    case "location_request_message":
      return { ...EMPTY_CONTENT, type: "ask", text, asks: "location" };
    case "request_contact_info":
      return { ...EMPTY_CONTENT, type: "ask", text, asks: "contact" };
    default:
      return interactive satisfies never;
  }
}

function withHeader(
  world: World,
  header: Extract<Interactive, { type: "button" }>["header"],
): Omit<Content, "type"> {
  if (header === undefined) return EMPTY_CONTENT;
  switch (header.type) {
    case "text":
      return { ...EMPTY_CONTENT, header: header.text };
    case "image":
      return withMedia(world, "image", header.image);
    case "video":
      return withMedia(world, "video", header.video);
    case "document":
      return withMedia(world, "document", header.document);
    default:
      return header satisfies never;
  }
}

/** Without the template's own words, which live on the platform, the phone shows its name and what was filled in. */
function showTemplate(template: Template): Content {
  const words = template.components
    .filter(({ type }) => type === "header" || type === "body")
    .flatMap(({ parameters }) => parameters.flatMap(({ text }) => (text === undefined ? [] : [text])));
  const buttons = template.components
    .filter(({ type, sub_type: kind }) => type === "button" && kind?.toLowerCase() === "quick_reply")
    .flatMap(({ parameters }) =>
      parameters.flatMap(({ payload }) => (payload === undefined ? [] : [payload])),
    )
    .map((payload) => ({ id: payload, title: payload, description: null }));
  return { ...EMPTY_CONTENT, type: "template", header: template.name, text: words.join(" · "), buttons };
}

function withMedia(
  world: World,
  type: "image" | "video" | "audio" | "document" | "sticker",
  ref: MediaRef,
  filename?: string,
  voice = false,
): Content {
  const media = ref.id === undefined ? undefined : world.media.get(ref.id);
  if (ref.id !== undefined && !media) {
    throw new GraphError({ code: 131009, details: `${type}.id: there is no such media` });
  }
  if (media && !fits(type, media.mime)) {
    throw new GraphError({ code: 131053, details: `${media.mime} cannot be sent as ${type}` });
  }
  return {
    ...EMPTY_CONTENT,
    type,
    media: {
      id: media?.id ?? "",
      link: ref.link ?? null,
      filename: filename ?? media?.filename ?? null,
      voice,
    },
  };
}

function fits(type: "image" | "video" | "audio" | "document" | "sticker", mime: string): boolean {
  if (type === "document") return true;
  return type === "sticker" ? mime === "image/webp" : mime.startsWith(`${type}/`);
}
