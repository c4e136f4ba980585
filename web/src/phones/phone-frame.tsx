import { useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "../ui/class-names.ts";
import { useFormat } from "../ui/format.ts";
import { useNow } from "../ui/now.ts";
import { WaitsOnMark } from "../ui/waits-on-mark.tsx";
import { PhoneBubble } from "./phone-bubble.tsx";
import { PhoneComposer } from "./phone-composer.tsx";
import { useSimulatorActs, useThread } from "./use-simulator.ts";

/** One phone: its owner's side of the thread, and a field to write as them. */
export function PhoneFrame({
  phoneId,
  business,
  className,
}: {
  phoneId: string;
  business: string;
  className?: string;
}) {
  const { t } = useTranslation("phones");
  const { column, columnRest } = useFormat();
  const now = useNow();
  const thread = useThread(phoneId).data;
  const { say } = useSimulatorActs();
  const end = useRef<HTMLDivElement>(null);
  const count = thread?.messages.length ?? 0;
  useLayoutEffect(() => {
    const list = end.current;
    if (list) list.scrollTop = list.scrollHeight;
  }, [count]);
  if (!thread) return null;
  const { phone, messages } = thread;
  const first = phone.name.split(" ")[0] ?? phone.name;
  return (
    <section
      aria-label={phone.name}
      className={cx(
        "on-panel flex h-[min(46rem,calc(100dvh-8rem))] flex-col rounded-[20px] border border-line2 p-2.5 shadow-2",
        className,
      )}
    >
      <header className="on-strip flex items-center justify-between gap-3 rounded-t-[12px] border-b border-line px-4 py-2.5">
        <div className="min-w-0">
          <h2 className="truncate font-semibold">
            <bdi>{phone.name}</bdi>
          </h2>
          <p className="truncate text-label text-ink3">{t("writesTo", { name: business })}</p>
        </div>
        <span
          className={cx(
            "flex items-center gap-1.5 text-label font-semibold",
            phone.kind === "client" ? "text-out" : "text-ink",
          )}
        >
          <WaitsOnMark holder={phone.kind} />
          {t(phone.kind)}
        </span>
      </header>
      <div
        ref={end}
        role="log"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
        tabIndex={0}
        aria-label={phone.name}
        className="flex min-h-0 flex-1 flex-col gap-2 overflow-auto px-3 py-3 -outline-offset-2"
      >
        {messages.length === 0 && <p className="m-auto text-line text-ink3">{t("empty")}</p>}
        {messages.map((message) => (
          <PhoneBubble
            key={message.id}
            message={message}
            onPress={(buttonId) =>
              say.mutate({ id: phoneId, said: { type: "button", messageId: message.id, buttonId } })
            }
          />
        ))}
      </div>
      <p className="px-3 py-2 text-center text-label text-ink3">
        {phone.window.open && phone.window.closesAt
          ? t("closes", {
              time: `${column(phone.window.closesAt, now)} ${columnRest(phone.window.closesAt, now)}`.trim(),
            })
          : t("shut")}
      </p>
      <PhoneComposer phoneId={phoneId} name={first} />
    </section>
  );
}
