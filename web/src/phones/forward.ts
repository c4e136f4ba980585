/** A message as it is passed on. Pure. */
import type { PhoneMessage, Said } from "./shapes.ts";

/** Null: there is nothing in it to pass on. What came with buttons goes on as its words. */
export function forwardOf(message: PhoneMessage, forwarded: "once" | "often"): Said | null {
  const { media, location, contacts, text, type } = message;
  const [card] = contacts;
  if (media && (type === "image" || type === "video" || type === "audio" || type === "document")) {
    return {
      type,
      mediaId: media.id,
      forwarded,
      ...(text && type !== "audio" && { caption: text }),
      ...(media.filename && { filename: media.filename }),
      ...(type === "audio" && { voice: media.voice }),
    };
  }
  if (location) {
    const { latitude, longitude, name, address } = location;
    return {
      type: "location",
      latitude,
      longitude,
      forwarded,
      ...(name && { name }),
      ...(address && { address }),
    };
  }
  if (card) return { type: "contact", name: card.name, phone: card.phones[0] ?? "", forwarded };
  return text ? { type: "text", text, forwarded } : null;
}
