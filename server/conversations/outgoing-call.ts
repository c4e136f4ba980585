/** From the message that waits in the outbox to the body of the call. */

import type { Numbers } from "../numbers/directory.ts";
import type { System } from "../system.ts";
import type { MediaFiles } from "./media-files.ts";
import type { Head } from "./outbox-store.ts";

export type PrepareParts = { system: System; numbers: Numbers; files: MediaFiles };

export type Prepared =
  | { kind: "ready"; body: Readonly<Record<string, unknown>> }
  /** Nothing leaves: what is wrong with the message itself, in words for whoever looks into it. */
  | { kind: "refused"; code: number | null; detail: string }
  /** A file could not be handed over (yet); nothing has left. */
  | { kind: "repeat"; code: number | null; detail: string };

/** Without the recipient, the quote and the callback data: those are the same for every kind. */
export async function prepareCall(
  _parts: PrepareParts,
  head: Pick<Head, "messageId" | "numberId" | "kind" | "text" | "content">,
): Promise<Prepared> {
  if (head.text === null) return { kind: "refused", code: null, detail: "the words were erased" };
  return { kind: "ready", body: { type: "text", text: { body: head.text, preview_url: true } } };
}
