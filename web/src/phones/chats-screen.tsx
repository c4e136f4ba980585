import { useTranslation } from "react-i18next";
import { Avatar } from "../ui/avatar.tsx";
import { useFormat } from "../ui/format.ts";
import { ticksOf } from "./chat-rows.ts";
import { Ticks } from "./phone-glyphs.tsx";
import { nearDay, type PhoneTimes } from "./phone-times.ts";
import type { Conversation, Phone } from "./shapes.ts";
import { useTypeWords } from "./type-words.ts";

/** All chats of a phone: one with each of our numbers. Nothing is read by looking at the list. */
export function ChatsScreen({
  phone,
  times,
  now,
  onOpen,
}: {
  phone: Phone;
  times: PhoneTimes;
  now: number;
  onOpen: (numberId: string) => void;
}) {
  const { t } = useTranslation("phones");
  const byNewest = [...phone.conversations].sort((a, b) =>
    (b.last?.at ?? "").localeCompare(a.last?.at ?? ""),
  );
  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <h3 className="px-4 pt-4 pb-2 text-peek font-semibold">{t("chats.title")}</h3>
      <ul>
        {byNewest.map((conversation) => (
          <ChatRow
            key={conversation.number.id}
            conversation={conversation}
            when={(at) => {
              const near = nearDay(at, now, times);
              return near === "today" ? times.clock(at) : near ? t("days.yesterday") : times.shortDay(at);
            }}
            onOpen={() => onOpen(conversation.number.id)}
          />
        ))}
      </ul>
    </div>
  );
}

function ChatRow({
  conversation,
  when,
  onOpen,
}: {
  conversation: Conversation;
  when: (at: string) => string;
  onOpen: () => void;
}) {
  const { t } = useTranslation("phones");
  const { number: figure } = useFormat();
  const preview = useTypeWords();
  const { number, last, typing, unread } = conversation;
  return (
    <li>
      <button
        type="button"
        onClick={onOpen}
        className="flex w-full items-center gap-3 px-4 py-2.5 text-start -outline-offset-2 hover:bg-sunk"
      >
        <Avatar name={number.name} className="size-11 text-body" />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <bdi className="min-w-0 flex-1 truncate font-semibold">{number.name}</bdi>
            {last && <span className="text-label text-ink2">{when(last.at)}</span>}
          </span>
          <span className="flex items-center gap-1 text-line text-ink2">
            {last?.from === "phone" && !last.isRevoked && !typing && <Ticks ticks={ticksOf(last.state)} />}
            <span className="min-w-0 flex-1 truncate" dir="auto">
              {typing ? t("typing") : last ? preview(last) : t("empty")}
            </span>
            {unread > 0 && (
              <span className="inline-flex h-5 min-w-5 items-center justify-center rounded-full bg-go px-1.5 text-label font-semibold text-on-go">
                {figure(unread)}
                <span className="sr-only">{t("unread")}</span>
              </span>
            )}
          </span>
        </span>
      </button>
    </li>
  );
}
