/** What a phone sends besides words, both as its thread shows it and as the webhook carries it. */
import { readAsset } from "./assets.ts";
import { ControlError } from "./control-error.ts";
import { downloadUrl } from "./media-url.ts";
import type { SayInput } from "./say-input.ts";
import type { Sim } from "./sim.ts";
import { mediaPart } from "./webhooks.ts";
import { type Content, EMPTY_CONTENT, type Media, storeMedia } from "./world.ts";

export type Spoken = { content: Content; parts: { type: string } & Record<string, unknown> };

export function speakFile(
  sim: Sim,
  input: Extract<SayInput, { type: "image" | "video" | "document" | "audio" }>,
): Spoken {
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

export function speakPin(input: Extract<SayInput, { type: "location" }>): Spoken {
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

/** An answer to our question for a number comes without a vcard; a card from the address book brings one. */
export function shareContact(card: {
  name: string;
  number: string;
  origin: "other" | "contact_request";
}): Spoken {
  const { name, number, origin } = card;
  const digits = number.replace(/\D/g, "");
  const vcard = `BEGIN:VCARD\nVERSION:3.0\nFN:${name.replace(/[\r\n]+/g, " ")}\nTEL;type=CELL;waid=${digits}:${number}\nEND:VCARD`;
  return {
    content: { ...EMPTY_CONTENT, type: "contacts", contacts: [{ name, phones: [number] }] },
    parts: {
      type: "contacts",
      contacts: [
        {
          name: { formatted_name: name, first_name: name },
          phones: [{ phone: number, wa_id: digits, type: "CELL" }],
          origin,
          ...(origin === "other" ? { vcard } : {}),
        },
      ],
    },
  };
}

export function speakUnsupported(of: string): Spoken {
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
