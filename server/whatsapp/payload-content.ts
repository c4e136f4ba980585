/** The words, parts and media of one message, by its type. A type nobody told us of is `unknown` and says its name. */
import type { MessageContent, MessageKind } from "../../shared/message.ts";
import { readButton, readInteractive, readOrder } from "./payload-answers.ts";
import { readCards } from "./payload-cards.ts";
import type { MessageMedia } from "./payload-events.ts";
import { readModifiers, readProblem } from "./payload-modifiers.ts";
import { asFields, type Fields, Flag, Inner, Numeric, Word } from "./payload-read.ts";

export type ReadContent = {
  messageKind: MessageKind;
  text: string | null;
  content: MessageContent;
  media: MessageMedia | null;
};

const Media = Inner({
  id: Word,
  mime_type: Word,
  sha256: Word,
  caption: Word,
  filename: Word,
  voice: Flag,
  animated: Flag,
});
const Location = Inner({ latitude: Numeric, longitude: Numeric, name: Word, address: Word, url: Word });
const Change = Inner({ body: Word, type: Word });

type Part = { text?: string | undefined; content?: MessageContent; media?: MessageMedia | null };

function readMedia(raw: Fields): Part {
  const media = Media.parse(raw);
  return {
    text: media.caption,
    content: {
      ...(media.filename && { fileName: media.filename }),
      ...(media.voice && { isVoice: true }),
      ...(media.animated && { isAnimated: true }),
    },
    media: media.id
      ? {
          mediaId: media.id,
          mimeType: media.mime_type ?? "application/octet-stream",
          sha256: media.sha256 ?? null,
        }
      : null,
  };
}

function readLocation(raw: Fields): Part {
  const { latitude, longitude, name, address, url } = Location.parse(raw);
  if (latitude === undefined || longitude === undefined) return { text: name ?? address };
  return {
    content: {
      location: {
        latitude,
        longitude,
        ...(name && { name }),
        ...(address && { address }),
        ...(url && { url }),
      },
    },
  };
}

/** What `type` holds under its own key, without modifiers. */
function readPart(type: string, inner: Fields, raw: Fields): Part & { kind: MessageKind } {
  switch (type) {
    case "text":
      return { kind: "text", text: Word.parse(inner.body) };
    case "image":
    case "video":
    case "audio":
    case "document":
    case "sticker":
      return { kind: type, ...readMedia(inner) };
    // Seen in the wild for a voice note.
    case "voice": {
      const part = readMedia(inner);
      return { kind: "audio", ...part, content: { ...part.content, isVoice: true } };
    }
    case "location":
      return { kind: "location", ...readLocation(inner) };
    case "contacts":
      return { kind: "contacts", content: { contacts: readCards(raw.contacts) } };
    case "interactive":
      return { kind: "interactive", ...readInteractive(inner) };
    case "button":
      return { kind: "button", ...readButton(inner) };
    case "order":
      return { kind: "order", ...readOrder(inner) };
    case "system": {
      const { body, type: change } = Change.parse(inner);
      return { kind: "system", text: body, content: { why: { ...(change && { type: change }) } } };
    }
    case "request_welcome":
    case "media_placeholder":
      return { kind: type };
    case "unsupported": {
      const what = Word.parse(inner.type);
      return { kind: "unsupported", content: { why: { ...(what && { type: what }) } } };
    }
    default:
      return { kind: "unknown", content: { why: { type } } };
  }
}

/** `raw` is the message object; its type names the key of its content. */
export function readContent(raw: Fields): ReadContent {
  const type = Word.parse(raw.type) ?? "untyped";
  const { kind, text, content = {}, media = null } = readPart(type, asFields(raw[type]) ?? {}, raw);
  const problem = raw.errors === undefined ? undefined : readProblem(raw.errors);
  return {
    messageKind: kind,
    text: text ?? null,
    content: { ...content, ...readModifiers(raw), ...(problem && { why: { ...content.why, ...problem } }) },
    media,
  };
}
