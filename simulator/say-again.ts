/** Second thoughts: a person edits what they said, or deletes it for everyone. */
import { ControlError } from "./control-error.ts";
import { type Spoken, speakUnsupported } from "./say-parts.ts";
import type { Message } from "./world.ts";

export const EDIT_MS = 15 * 60_000;
export const REVOKE_MS = 2 * 86_400_000;

type Change = { type: "edit"; text: string } | { type: "revoke" };

/**
 * Changes the message and says what the business hears of it: all of it on a coexistence number; on a plain one only
 * that there was an edit, and of a deletion nothing.
 */
export function changeSaid(
  about: Message,
  change: Change,
  { now, isCoexistence }: { now: number; isCoexistence: boolean },
): Spoken["parts"] | null {
  if (about.from !== "phone") throw new ControlError("invalid", "Only what one said oneself can be changed.");
  if (about.isRevoked) throw new ControlError("conflict", "It was deleted already.");
  if (change.type === "edit") {
    if (now - about.at > EDIT_MS) throw new ControlError("conflict", "It is over 15 minutes old.");
    if (about.text === null) throw new ControlError("invalid", "It has no words to edit.");
    about.text = change.text;
    about.editedAt = now;
    if (!isCoexistence) return speakUnsupported("edit").parts;
    return {
      type: "edit",
      edit: { original_message_id: about.id, message: editedPart(about.type, change.text) },
    };
  }
  if (now - about.at > REVOKE_MS) throw new ControlError("conflict", "It is over two days old.");
  about.isRevoked = true;
  about.reactions = [];
  return isCoexistence ? { type: "revoke", revoke: { original_message_id: about.id } } : null;
}

function editedPart(type: Message["type"], text: string): object {
  return type === "text" ? { type, text: { body: text } } : { type, [type]: { caption: text } };
}
