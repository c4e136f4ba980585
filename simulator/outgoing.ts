/** What the business sends, as the person's phone will show it. */
import { GraphError } from "./graph-error.ts";
import { showInteractive, withMedia } from "./outgoing-interactive.ts";
import type { SendContent } from "./send-body.ts";
import { checkTemplate, type Filled, type SentTemplate } from "./template-check.ts";
import type { Template } from "./template-rules.ts";
import { type Content, EMPTY_CONTENT, type World } from "./world.ts";

export type Shown = { content: Content; category: "service" | Lowercase<Template["category"]> };

/** Null for what hangs on another message: a reaction, a pin. */
export function showOutgoing(
  world: World,
  templates: readonly Template[],
  content: SendContent,
): Shown | null {
  if (content.type === "template") return showTemplate(world, templates, content.template);
  const shown = showService(world, content);
  return shown && { content: shown, category: "service" };
}

function showService(world: World, content: Exclude<SendContent, { type: "template" }>): Content | null {
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
    case "reaction":
    case "pin":
      return null;
    default:
      return content satisfies never;
  }
}

function showTemplate(world: World, templates: readonly Template[], sent: SentTemplate): Shown {
  const checked = checkTemplate(templates, sent);
  if (checked.kind === "refuse") throw new GraphError(checked.refusal);
  const { filled, template } = checked;
  const category = (
    { UTILITY: "utility", MARKETING: "marketing", AUTHENTICATION: "authentication" } as const
  )[template.category];
  return { content: { ...headerOf(world, filled), type: "template", ...wordsOf(filled) }, category };
}

function wordsOf({
  text,
  footer,
  buttons,
  header,
}: Filled): Pick<Content, "text" | "footer" | "buttons" | "header"> {
  return { text, footer, header, buttons: buttons.map((button) => ({ ...button, description: null })) };
}

function headerOf(world: World, { headerMedia }: Filled): Content {
  if (headerMedia === null) return { ...EMPTY_CONTENT, type: "template" };
  return withMedia(world, headerMedia.type, headerMedia.ref);
}
