/** Why an export could not be opened; a person can act on each. Names of files are no part of the message. */
export type ArchiveFault =
  | "not_an_export"
  | "damaged"
  | "encrypted"
  | "unsupported"
  | "no_chat"
  | "several_chats"
  | "too_large";

const SAYS: Record<ArchiveFault, string> = {
  not_an_export: "This is neither a text file nor a zip: choose what WhatsApp's “Export chat” gave you.",
  damaged: "The zip is damaged or not complete: export the chat again.",
  encrypted: "The zip is locked with a password: unlock it first.",
  unsupported: "The zip is packed in a way that cannot be read here: unpack it and choose the .txt inside.",
  no_chat: "There is no exported chat in it: it must hold a .txt file.",
  several_chats: "It holds several chats: choose one.",
  too_large: "The chat is too large to be read.",
};

export class ArchiveError extends Error {
  readonly fault: ArchiveFault;
  /** Names of the chats to choose from; they may name people, so they belong on a screen, never in a log. */
  readonly choices: readonly string[];

  constructor(fault: ArchiveFault, choices: readonly string[] = []) {
    super(SAYS[fault]);
    this.name = "ArchiveError";
    this.fault = fault;
    this.choices = choices;
  }
}
