/** From what a person wants to send to what is kept as a message. */
import type { MessageContent, MessageKind } from "../../shared/message.ts";
import type { Outgoing } from "../../shared/outgoing.ts";
import { UserError } from "../errors.ts";

export type Stored = { kind: MessageKind; body: string | null; content: MessageContent };

export function storedOf(message: Outgoing): Stored {
  if (message.kind !== "text") throw new UserError("conflict", "Only text can be sent so far.");
  return { kind: "text", body: message.text, content: {} };
}
