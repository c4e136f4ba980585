/** What stands after "Name: " in an exported chat: words, or WhatsApp's sign for something that is no words. Pure. */
import type { Chat, MessageKind } from "../chat.ts";

export type Body = {
  kind: MessageKind;
  /** What was said: a caption, a place, a question with its answers; without marks of direction. */
  text: string;
  /** As named in the export. */
  file: string | null;
  isEdited: boolean;
};

/** Reads what stands after "Name: ", lines parted by "\n". Without a platform a leading U+200E is taken for iOS's. */
export function bodyOf(raw: string, platform: Chat["platform"] = null): Body {
  const text = raw.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");
  if (text === "<Media omitted>") return { kind: "media", text: "", file: null, isEdited: false };
  if (raw.startsWith("\u200e") && platform !== "android")
    return { kind: "system", text, file: null, isEdited: false };
  return { kind: "text", text, file: null, isEdited: false };
}
