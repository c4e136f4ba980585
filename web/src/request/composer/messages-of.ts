/** What was written and attached, as the messages that go out, in their order. Pure. */
import { LIMITS, type OutgoingInput } from "../../../../shared/outgoing.ts";
import { type AttachmentKind, takesCaption } from "./attachment-rules.ts";

export type Ready = {
  /** Unique for this message: asked for twice, it goes out once. */
  key: string;
  kind: AttachmentKind;
  uploadId: number;
  caption: string;
  isVoice?: boolean;
};

export type Going = { key: string; message: OutgoingInput };

type Written = { text: string; key: string; files: readonly Ready[] };

/** WhatsApp has no album: several files are several messages, one after the other. */
export function messagesOf({ text, key, files }: Written): Going[] {
  const words = text.trim();
  const isCaption = goesWithFirst(words, files);
  return [
    ...(words && !isCaption ? [{ key, message: { kind: "text" as const, text: words } }] : []),
    ...files.map((file, place) => ({
      key: file.key,
      message: messageOf(file, place === 0 && isCaption ? words : file.caption.trim()),
    })),
  ];
}

/** One message less to pay and to read; unless it is too long for a caption, or the file takes none. */
export function goesWithFirst(text: string, files: readonly Pick<Ready, "kind">[]): boolean {
  const [first] = files;
  return first !== undefined && takesCaption(first.kind) && text.trim().length <= LIMITS.caption;
}

function messageOf({ kind, uploadId, isVoice }: Ready, caption: string): OutgoingInput {
  if (kind === "audio") return { kind, uploadId, isVoice: isVoice ?? false };
  return { kind, uploadId, ...(caption && { caption }) };
}
