/** From the message that waits in the outbox to the body of the call; its file is handed over first. */
import { MessageContent, OurReaction } from "../../shared/message.ts";
import type { Numbers } from "../numbers/directory.ts";
import type { System } from "../system.ts";
import { type Body, bodyOf, reactionBody } from "../whatsapp/outgoing-body.ts";
import { handFile } from "./hand-file.ts";
import type { MediaFiles } from "./media-files.ts";

export type PrepareParts = {
  system: System;
  numbers: Numbers;
  files: MediaFiles;
  /** How long a message waits for its file; tests wait less. */
  handMs?: number;
};

/** A message as it waits in the outbox. */
export type Waiting = {
  messageId: number;
  numberId: number;
  kind: string;
  text: string | null;
  /** As it lies in its row; null when its words were erased. */
  content: unknown;
};

export type Prepared =
  | { kind: "ready"; body: Body }
  /** Nothing leaves: what is wrong with the message itself, in words for whoever looks into it. */
  | { kind: "refused"; code: number | null; detail: string; stopsNumber: boolean }
  /** A file could not be handed over (yet); nothing has left. */
  | { kind: "repeat"; code: number | null; detail: string };

/** Without the recipient, the quote and the callback data: those are the same for every kind. */
export async function prepareCall(parts: PrepareParts, head: Waiting): Promise<Prepared> {
  if (head.kind === "reaction") {
    const reaction = OurReaction.safeParse(head.content);
    return reaction.success ? { kind: "ready", body: reactionBody(reaction.data.reaction) } : erased;
  }
  const content = MessageContent.safeParse(head.content ?? {});
  if (!content.success) return erased;
  const message = { kind: head.kind, text: head.text, content: content.data, mediaId: null };
  // Words alone are most of what is said: no look for a file is spent on them.
  if (!mayHaveFile(message)) return readyOf(bodyOf(message));
  const handed = await handFile(parts, head, content.data.fileName ?? null);
  if (handed.kind !== "handed") return handed;
  return readyOf(bodyOf({ ...message, mediaId: handed.mediaId }));
}

const WITH_FILE = new Set(["image", "video", "audio", "document", "sticker"]);
const mayHaveFile = ({ kind, content }: { kind: string; content: MessageContent }): boolean =>
  WITH_FILE.has(kind) || content.template?.header !== undefined;

const erased: Prepared = {
  kind: "refused",
  code: null,
  detail: "what it said was erased",
  stopsNumber: false,
};
const readyOf = (body: Body | null): Prepared => (body ? { kind: "ready", body } : erased);
