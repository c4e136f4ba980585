/** From what a person wants to send to what is kept as a message. Pure. */
import type { MessageContent, MessageKind } from "../../shared/message.ts";
import type { Outgoing } from "../../shared/outgoing.ts";
import type { SentTemplate } from "./outgoing-template.ts";

export type Stored = { kind: MessageKind; body: string | null; content: MessageContent };

/** What a message of some kinds needs beside itself; looked up and found fit before. */
export type Given = { file: { fileName: string | null } | null; template: SentTemplate | null };

export function storedOf(message: Outgoing, { file, template }: Given): Stored {
  switch (message.kind) {
    case "text":
      return stored("text", message.text, message.showsPreview ? {} : { hidesPreview: true });
    case "image":
    case "video":
      return stored(message.kind, message.caption);
    case "document":
      return stored("document", message.caption, file?.fileName ? { fileName: file.fileName } : {});
    case "audio":
      return stored("audio", null, message.isVoice ? { isVoice: true } : {});
    case "sticker":
      return stored("sticker", null);
    case "location": {
      const { latitude, longitude, name, address } = message;
      const location = { latitude, longitude, ...(name && { name }), ...(address && { address }) };
      return stored("location", null, { location });
    }
    case "contacts":
      return stored("contacts", null, { contacts: message.contacts });
    case "buttons":
      return stored("interactive", message.text, {
        ...around(message),
        buttons: message.buttons.map(({ id, title }) => ({ kind: "reply", id, title })),
      });
    case "list":
      return stored("interactive", message.text, {
        ...around(message),
        list: { button: message.button, sections: message.sections },
      });
    case "ask_location":
      return stored("interactive", message.text, { asks: "location" });
    case "ask_contact":
      return stored("interactive", message.text, { asks: "contact" });
    case "template":
      if (!template) throw new Error("a template message without its template");
      return stored("template", template.text, {
        ...template.content,
        ...(template.content.template?.header === "document" &&
          file?.fileName && { fileName: file.fileName }),
      });
    default:
      return message satisfies never;
  }
}

const stored = (
  kind: MessageKind,
  body: string | null | undefined,
  content: MessageContent = {},
): Stored => ({ kind, body: body || null, content });

const around = ({ header, footer }: { header?: string | undefined; footer?: string | undefined }) => ({
  ...(header && { header }),
  ...(footer && { footer }),
});
