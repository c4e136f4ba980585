/** Interactive messages as the person's phone will show them, and what may hang in a header. */
import { GraphError } from "./graph-error.ts";
import type { SendContent } from "./send-body.ts";
import { type Content, EMPTY_CONTENT, type World } from "./world.ts";

type Interactive = Extract<SendContent, { type: "interactive" }>["interactive"];
type Cards = Extract<Interactive, { type: "carousel" }>["action"]["cards"];
type MediaRef = { id?: string | undefined; link?: string | undefined };

export function showInteractive(world: World, interactive: Interactive): Content {
  const text = interactive.body?.text ?? null;
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
    case "call_permission_request":
    case "address_message":
      return { ...EMPTY_CONTENT, type: "ask", text };
    case "flow":
      return {
        ...withHeader(world, interactive.header),
        type: "link",
        text,
        footer: interactive.footer?.text ?? null,
        buttons: [press(interactive.action.parameters.flow_cta)],
      };
    case "product":
    case "product_list":
    case "catalog_message":
      return {
        ...EMPTY_CONTENT,
        type: "link",
        header: "header" in interactive ? interactive.header.text : null,
        text,
        footer: interactive.footer?.text ?? null,
        buttons: [press(interactive.type === "product" ? "View product" : "View items")],
      };
    case "carousel":
      return { ...EMPTY_CONTENT, ...showCards(interactive.action.cards), text };
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

/** What opens something that lives on the platform: shown, and nothing comes of the press. */
function press(title: string): Content["buttons"][number] {
  return { id: title, title, description: null, kind: "url", value: "" };
}

function showCards(cards: Cards): Pick<Content, "type" | "buttons"> {
  const replies = cards.flatMap(({ action }) =>
    (action.buttons ?? []).map(({ quick_reply: { id, title } }) => ({ id, title, description: null })),
  );
  if (replies.length > 0) return { type: "buttons", buttons: replies };
  const links = cards.flatMap(({ action: { parameters } }) =>
    parameters ? [{ ...press(parameters.display_text), id: parameters.url, value: parameters.url }] : [],
  );
  return { type: "link", buttons: links };
}

export function withMedia(
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
