import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/class-names.ts";
import { useFormat } from "../ui/format.ts";
import { WaitsOnMark } from "../ui/waits-on-mark.tsx";
import { AddPersonDialog } from "./add-person-dialog.tsx";
import type { Phone } from "./shapes.ts";

/** Who there is; pressing one puts its phone in front. */
export function PhoneList({
  phones,
  shown,
  onShow,
}: {
  phones: readonly Phone[];
  shown: readonly string[];
  onShow: (id: string) => void;
}) {
  const { t } = useTranslation("phones");
  const [isAdding, setAdding] = useState(false);
  return (
    <section className="flex min-w-0 flex-col gap-2 max-md:order-1">
      <div className="flex items-center justify-between gap-2">
        <h2 className="text-message font-semibold">{t("list.title")}</h2>
        <Button size="small" kind="quiet" onClick={() => setAdding(true)}>
          {t("person.add")}
        </Button>
      </div>
      <ul className="flex flex-col gap-1.5 max-md:-mx-1 max-md:flex-row max-md:overflow-x-auto max-md:p-1">
        {phones.map((phone) => (
          <li key={phone.id} className="max-md:shrink-0">
            <PhoneTab phone={phone} isShown={shown.includes(phone.id)} onShow={() => onShow(phone.id)} />
          </li>
        ))}
      </ul>
      {isAdding && <AddPersonDialog onClose={() => setAdding(false)} onAdded={onShow} />}
    </section>
  );
}

function PhoneTab({ phone, isShown, onShow }: { phone: Phone; isShown: boolean; onShow: () => void }) {
  const { t } = useTranslation("phones");
  const { number } = useFormat();
  const unread = phone.conversations.reduce((sum, each) => sum + each.unread, 0);
  const isOpen = phone.conversations.some(({ window }) => window.open);
  return (
    <button
      type="button"
      aria-pressed={isShown}
      onClick={onShow}
      className={cx(
        "w-full rounded-strip px-3 py-2 text-start transition-colors",
        isShown ? "on-strip shadow-1" : "on-panel hover:bg-strip",
      )}
    >
      <span className="flex items-baseline justify-between gap-2">
        <bdi className="truncate font-semibold">{phone.name}</bdi>
        {unread > 0 ? (
          <span className="inline-flex h-4.5 min-w-4.5 items-center justify-center self-center rounded-full bg-go px-1 text-label font-semibold text-on-go">
            {number(unread)}
            <span className="sr-only">{t("unread")}</span>
          </span>
        ) : (
          <span className="text-label whitespace-nowrap text-ink3">{isShown && t("shown")}</span>
        )}
      </span>
      <span
        className={cx(
          "mt-0.5 flex items-center gap-1.5 text-label whitespace-nowrap",
          phone.kind === "client" ? "text-out" : "text-ink2",
        )}
      >
        <WaitsOnMark holder={phone.kind} />
        {t(phone.kind)}
        <span aria-hidden="true">·</span>
        {phone.isOff ? t("off.word") : t(isOpen ? "windowOpen" : "windowShut")}
      </span>
    </button>
  );
}
