import { useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { ChatHead } from "./chat-head.tsx";
import { ChatMessages } from "./chat-messages.tsx";
import { ChatSheets, type OpenSheet } from "./chat-sheets.tsx";
import { PhoneComposer, type Writing } from "./phone-composer.tsx";
import type { PhoneTimes } from "./phone-times.ts";
import type { Conversation, Phone, PhoneButton, PhoneMessage } from "./shapes.ts";
import { simulator } from "./simulator.ts";
import { useChat } from "./use-chat.ts";
import { useThread } from "./use-simulator.ts";

const PAGE = 60;
const MOST = 500;

/** A chat open on a phone: it is read by being open. */
export function ChatScreen({
  phone,
  others,
  conversation,
  times,
  now,
  onBack,
}: {
  phone: Phone;
  others: readonly Phone[];
  conversation: Conversation;
  times: PhoneTimes;
  now: number;
  onBack: () => void;
}) {
  const { t } = useTranslation("phones");
  const [limit, setLimit] = useState(PAGE);
  const [sheet, setSheet] = useState<OpenSheet | null>(null);
  const [writing, setWriting] = useState<Writing>({ kind: "new" });
  const { number } = conversation;
  const chat = { phoneId: phone.id, numberId: number.id };
  const thread = useThread(chat, limit).data;
  const acts = useChat(chat);
  const failure = useFailureWords()(acts.error);
  useReading(chat, conversation.unread, thread?.messages.at(-1)?.id);

  const quote = writing.kind === "quoting" ? { quote: writing.message.id } : {};
  const rest = () => setWriting({ kind: "new" });
  const sayWords = (text: string) => {
    acts.say.mutate(
      writing.kind === "editing"
        ? { type: "edit", messageId: writing.message.id, text }
        : { type: "text", text, ...quote },
    );
    rest();
  };
  const press = (message: PhoneMessage, { id, kind, value }: PhoneButton) => {
    if (kind === "copy") void navigator.clipboard.writeText(value ?? "");
    if (kind === "reply") acts.say.mutate({ type: "button", messageId: message.id, buttonId: id });
  };
  const answer = (message: PhoneMessage, asks: "location" | "contact") => {
    if (asks === "contact") acts.say.mutate({ type: "own_contact", messageId: message.id });
    else setSheet({ kind: "place", quote: message.id });
  };
  const first = phone.name.split(" ")[0] ?? phone.name;
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div inert={sheet !== null} className="flex min-h-0 flex-1 flex-col">
        <ChatHead
          conversation={conversation}
          unreadElsewhere={phone.conversations.reduce(
            (sum, each) => sum + (each.number.id === number.id ? 0 : each.unread),
            0,
          )}
          onBack={onBack}
        />
        <ChatMessages
          messages={thread?.messages ?? []}
          hasEarlier={limit < MOST && (thread?.hasEarlier ?? false)}
          onEarlier={() => setLimit((before) => Math.min(MOST, before * 2))}
          business={number.name}
          label={t("messagesOf", { name: phone.name })}
          times={times}
          now={now}
          isTyping={conversation.typing && !conversation.isBlocking}
          onPress={press}
          onList={(message) => setSheet({ kind: "list", message })}
          onAnswer={answer}
          onMenu={(message) => setSheet({ kind: "message", message })}
          onQuote={(message) => setWriting({ kind: "quoting", message })}
          onPlayed={(message) => {
            if (message.from === "business" && message.media?.voice) acts.played.mutate(message.id);
          }}
        />
        {failure && (
          <p role="alert" className="px-3 py-1.5 text-line font-medium text-late">
            {failure}
          </p>
        )}
        {conversation.isBlocking ? (
          <div className="on-strip flex flex-wrap items-center justify-between gap-2 border-t border-line p-3">
            <p className="text-line text-ink2">{t("blocked", { name: number.name })}</p>
            <Button size="small" onClick={() => acts.handle.mutate({ isBlocking: false })}>
              {t("act.unblock")}
            </Button>
          </div>
        ) : (
          <PhoneComposer
            name={first}
            business={number.name}
            writing={writing}
            onCancel={rest}
            onAttach={() => setSheet({ kind: "attach" })}
            onWords={sayWords}
            onVoice={(file, voice) => {
              acts.attach.mutate([{ file, kind: "audio", voice, ...quote }]);
              rest();
            }}
            onBuiltInVoice={() => {
              acts.say.mutate({ type: "audio", asset: "valve-drips.ogg", ...quote });
              rest();
            }}
          />
        )}
      </div>
      {sheet && (
        <ChatSheets
          sheet={sheet}
          phone={phone}
          others={others}
          now={now}
          acts={acts}
          quote={quote}
          onOpen={setSheet}
          onWrite={setWriting}
          onPress={press}
        />
      )}
    </div>
  );
}

/** What comes while the chat is before somebody's eyes is read. */
function useReading(chat: { phoneId: string; numberId: string }, unread: number, lastId: string | undefined) {
  const read = useEffectEvent(() => {
    if (document.visibilityState === "visible") void simulator.read(chat).catch(() => {});
  });
  // Another last message is another thing to read.
  useEffect(() => {
    if (unread === 0) return;
    read();
    document.addEventListener("visibilitychange", read);
    return () => document.removeEventListener("visibilitychange", read);
  }, [unread, lastId]);
}
