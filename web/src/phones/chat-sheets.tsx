import { AttachSheet } from "./attach-sheet.tsx";
import { CardSheet } from "./card-sheet.tsx";
import { FilesSheet } from "./files-sheet.tsx";
import { forwardOf } from "./forward.ts";
import { ForwardSheet } from "./forward-sheet.tsx";
import { ListSheet } from "./list-sheet.tsx";
import { MessageSheet } from "./message-sheet.tsx";
import type { Writing } from "./phone-composer.tsx";
import { PlaceSheet } from "./place-sheet.tsx";
import type { Phone, PhoneButton, PhoneMessage } from "./shapes.ts";
import { kindOf, type useChat } from "./use-chat.ts";

export type OpenSheet =
  | { kind: "attach" | "card" }
  /** `quote`: in answer to a question for it. */
  | { kind: "place"; quote?: string }
  | { kind: "files"; files: File[]; asDocuments: boolean }
  | { kind: "list" | "message" | "forward"; message: PhoneMessage };

/** Whichever sheet is open over a chat, and what comes of it. */
export function ChatSheets({
  sheet,
  phone,
  others,
  now,
  acts,
  quote,
  onOpen,
  onWrite,
  onPress,
}: {
  sheet: OpenSheet;
  phone: Phone;
  others: readonly Phone[];
  now: number;
  acts: ReturnType<typeof useChat>;
  quote: { quote?: string };
  onOpen: (sheet: OpenSheet | null) => void;
  onWrite: (writing: Writing) => void;
  onPress: (message: PhoneMessage, button: PhoneButton) => void;
}) {
  const { say, attach, passOn } = acts;
  const close = () => onOpen(null);
  /** Done with, and with it the quote that may have stood over the field. */
  const sent = () => {
    close();
    onWrite({ kind: "new" });
  };
  switch (sheet.kind) {
    case "attach":
      return (
        <AttachSheet
          onClose={close}
          onFiles={(files, asDocuments) => onOpen({ kind: "files", files, asDocuments })}
          onAsset={({ kind, name }) => {
            say.mutate({ type: kind, asset: name, ...quote });
            sent();
          }}
          onPlace={() => onOpen({ kind: "place" })}
          onCard={() => onOpen({ kind: "card" })}
        />
      );
    case "files":
      return (
        <FilesSheet
          files={sheet.files}
          onClose={close}
          onSend={(caption) => {
            attach.mutate(
              sheet.files.map((file, place) => ({
                file,
                kind: sheet.asDocuments ? ("document" as const) : kindOf(file.type),
                filename: file.name,
                ...(place === 0 && { caption, ...quote }),
              })),
            );
            sent();
          }}
        />
      );
    case "place":
      return (
        <PlaceSheet
          onClose={close}
          onSend={(place) => {
            say.mutate({ type: "location", ...place, ...(sheet.quote ? { quote: sheet.quote } : quote) });
            sent();
          }}
        />
      );
    case "card":
      return (
        <CardSheet
          others={others}
          onClose={close}
          onSend={(card) => {
            say.mutate({ type: "contact", ...card, ...quote });
            sent();
          }}
        />
      );
    case "list":
      return (
        <ListSheet
          message={sheet.message}
          onClose={close}
          onChoose={(button) => {
            onPress(sheet.message, button);
            close();
          }}
        />
      );
    case "forward":
      return (
        <ForwardSheet
          conversations={phone.conversations}
          onClose={close}
          onForward={(numberId, how) => {
            const said = forwardOf(sheet.message, how);
            if (said) passOn.mutate({ numberId, said });
            close();
          }}
        />
      );
    case "message": {
      const { message } = sheet;
      return (
        <MessageSheet
          message={message}
          now={now}
          onClose={close}
          onReact={(emoji) => {
            say.mutate({ type: "reaction", messageId: message.id, emoji });
            close();
          }}
          onQuote={() => {
            close();
            onWrite({ kind: "quoting", message });
          }}
          onForward={() => onOpen({ kind: "forward", message })}
          onEdit={() => {
            close();
            onWrite({ kind: "editing", message });
          }}
          onRevoke={() => {
            say.mutate({ type: "revoke", messageId: message.id });
            close();
          }}
        />
      );
    }
    default:
      return sheet satisfies never;
  }
}
