import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { intlTag } from "../texts/i18n.ts";
import { Button } from "../ui/button.tsx";
import { ChatScreen } from "./chat-screen.tsx";
import { ChatsScreen } from "./chats-screen.tsx";
import { PhoneCaption } from "./phone-caption.tsx";
import { PhoneSigns, PowerSign } from "./phone-glyphs.tsx";
import { phoneTimes } from "./phone-times.ts";
import type { Conversation, Phone } from "./shapes.ts";
import { simulator } from "./simulator.ts";
import { useChat } from "./use-chat.ts";

/** One phone in somebody's hand: its own clock, its chats, the one that is open. */
export function PhoneFrame({ phone, others, now }: { phone: Phone; others: readonly Phone[]; now: number }) {
  const { t, i18n } = useTranslation("phones");
  const times = phoneTimes(intlTag(i18n.language), phone.timeZone);
  const [only] = phone.conversations;
  const [openId, setOpenId] = useState<string | null>(() => lastWith(phone)?.number.id ?? null);
  const open = phone.conversations.find(({ number }) => number.id === openId);
  useHolding(phone.id, only?.number.id);
  if (!only) return null;
  return (
    <section aria-label={phone.name} className="flex min-w-0 flex-col gap-2">
      <PhoneCaption phone={phone} conversation={open ?? lastWith(phone) ?? only} now={now} times={times} />
      <div className="on-panel flex h-[min(46rem,calc(100dvh-11rem))] min-h-120 flex-col rounded-[34px] border border-line2 p-2.5 shadow-2">
        <div className="on-panel flex min-h-0 flex-1 flex-col overflow-hidden rounded-[25px] border border-line">
          <div className="on-strip flex items-center justify-between px-5 pt-1.5 pb-0.5 text-label font-semibold">
            <bdi className="tabular-nums">{times.clock(now)}</bdi>
            <PhoneSigns isOff={phone.isOff} />
          </div>
          {phone.isOff ? (
            <OffScreen phone={phone} conversation={only} />
          ) : open ? (
            <ChatScreen
              key={open.number.id}
              phone={phone}
              others={others}
              conversation={open}
              times={times}
              now={now}
              onBack={() => setOpenId(null)}
            />
          ) : (
            <ChatsScreen phone={phone} times={times} now={now} onOpen={setOpenId} />
          )}
          <div className="on-strip flex justify-center pb-1">
            <button
              type="button"
              aria-label={t("chats.back")}
              onClick={() => setOpenId(null)}
              className="inline-flex h-4 w-28 items-center justify-center rounded-full touch:h-6"
            >
              <span className="h-1 w-24 rounded-full bg-line2" />
            </button>
          </div>
        </div>
      </div>
    </section>
  );
}

/** The chat in which something was said last. */
function lastWith({ conversations }: Phone): Conversation | undefined {
  return [...conversations].sort((a, b) => (b.last?.at ?? "").localeCompare(a.last?.at ?? ""))[0];
}

function OffScreen({ phone, conversation }: { phone: Phone; conversation: Conversation }) {
  const { t } = useTranslation("phones");
  const { handle } = useChat({ phoneId: phone.id, numberId: conversation.number.id });
  const held = phone.conversations.reduce((sum, each) => sum + each.held, 0);
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-3 bg-sunk p-6 text-center">
      <PowerSign className="size-8 text-ink2" />
      <p className="font-semibold">{t("off.title")}</p>
      <p className="text-line text-ink2" role="status">
        {held > 0 ? t("off.held", { count: held }) : t("off.lead")}
      </p>
      <Button onClick={() => handle.mutate({ isOff: false })}>{t("act.turnOn")}</Button>
    </div>
  );
}

/** While it is in front, only its holder reads on it; afterwards the person does again. */
function useHolding(phoneId: string, numberId: string | undefined): void {
  useEffect(() => {
    if (numberId === undefined) return;
    const hold = (inHand: boolean) =>
      void simulator.handle({ phoneId, numberId }, { inHand }).catch(() => {});
    const letGo = () => hold(false);
    hold(true);
    window.addEventListener("pagehide", letGo);
    return () => {
      window.removeEventListener("pagehide", letGo);
      letGo();
    };
  }, [phoneId, numberId]);
}
