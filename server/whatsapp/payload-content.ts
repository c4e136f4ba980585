/** The words, parts and media of one message, by its type. A type nobody told us of is `unknown` and says its name. */
import type { MessageContent, MessageKind } from "../../shared/message.ts";
import type { MessageMedia } from "./payload-events.ts";
import {
  Anything,
  asFields,
  asList,
  Code,
  type Fields,
  Flag,
  Inner,
  List,
  Numeric,
  Word,
} from "./payload-read.ts";

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
});
const Location = Inner({ latitude: Numeric, longitude: Numeric, name: Word, address: Word, url: Word });
const Card = Inner({
  name: Inner({ formatted_name: Word, first_name: Word, last_name: Word }),
  phones: List,
  emails: List,
});
const Choice = Inner({ id: Word, title: Word, description: Word });
const Interactive = Inner({
  type: Word,
  button_reply: Choice,
  list_reply: Choice,
  nfm_reply: Inner({ body: Word, response_json: Anything }),
  call_permission_reply: Inner({ response: Word }),
});
const Order = Inner({ text: Word, product_items: List });
const Item = Inner({ product_retailer_id: Word, quantity: Numeric, item_price: Word, currency: Word });
const Modifiers = Inner({
  context: Inner({ forwarded: Flag, frequently_forwarded: Flag }),
  referral: Inner({ headline: Word, source_url: Word }),
  errors: List,
});
const ErrorCode = Inner({ code: Code });
const Button = Inner({ payload: Word, text: Word });
const Change = Inner({ body: Word, type: Word });
const Phone = Inner({ phone: Word });
const Mail = Inner({ email: Word });

type Part = { text?: string | undefined; content?: MessageContent; media?: MessageMedia | null };

function readMedia(raw: Fields): Part {
  const media = Media.parse(raw);
  return {
    text: media.caption,
    content: { ...(media.filename && { fileName: media.filename }), ...(media.voice && { isVoice: true }) },
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

function readCards(raw: unknown): Part {
  const contacts = asList(raw).map((entry) => {
    const { name, phones, emails } = Card.parse(asFields(entry) ?? {});
    const mails = emails.flatMap((mail) => Mail.parse(mail).email ?? []);
    return {
      name: name.formatted_name ?? [name.first_name, name.last_name].filter(Boolean).join(" "),
      phones: phones.flatMap((phone) => Phone.parse(phone).phone ?? []),
      ...(mails.length > 0 && { emails: mails }),
    };
  });
  return { content: { contacts } };
}

function readInteractive(raw: Fields): Part {
  const answer = Interactive.parse(raw);
  const chosen = answer.type === "list_reply" ? answer.list_reply : answer.button_reply;
  if (chosen.id ?? chosen.title) {
    const { id, title, description } = chosen;
    return {
      text: title,
      content: { choice: { id: id ?? "", title: title ?? "", ...(description && { description }) } },
    };
  }
  if (answer.type === "nfm_reply") {
    const form = answer.nfm_reply.response_json;
    return {
      text: answer.nfm_reply.body,
      content: { form: Word.parse(form) ?? JSON.stringify(form ?? null) },
    };
  }
  const permission = answer.call_permission_reply.response;
  const why = { type: answer.type ?? "interactive" };
  return permission
    ? { content: { choice: { id: "call_permission", title: permission }, why } }
    : { content: { why } };
}

function readOrder(raw: Fields): Part {
  const { text, product_items: items } = Order.parse(raw);
  const order = items.map((entry) => {
    const item = Item.parse(entry);
    return {
      product: item.product_retailer_id ?? "",
      quantity: item.quantity ?? 1,
      price: [item.item_price, item.currency].filter(Boolean).join(" "),
    };
  });
  return { text, content: { order } };
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
      return { kind: "contacts", ...readCards(raw.contacts) };
    case "interactive":
      return { kind: "interactive", ...readInteractive(inner) };
    case "button": {
      const { payload, text } = Button.parse(inner);
      return { kind: "button", text, content: { choice: { id: payload ?? "", title: text ?? "" } } };
    }
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
  const { context, referral, errors } = Modifiers.parse(raw);
  const code = errors.map((error) => ErrorCode.parse(error).code).find((found) => found !== undefined);
  const { headline, source_url: url } = referral;
  return {
    messageKind: kind,
    text: text ?? null,
    content: {
      ...content,
      ...((context.forwarded || context.frequently_forwarded) && { isForwarded: true }),
      ...((headline ?? url) && { referral: { ...(headline && { headline }), ...(url && { url }) } }),
      ...(code !== undefined && { why: { ...content.why, code } }),
    },
    media,
  };
}
