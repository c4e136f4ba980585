import { useTranslation } from "react-i18next";
import { cx } from "../ui/class-names.ts";
import { useFormat } from "../ui/format.ts";
import { WaitsOnMark } from "../ui/waits-on-mark.tsx";
import type { Phone } from "./simulator.ts";

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
  const { number } = useFormat();
  return (
    <section className="flex min-w-0 flex-col gap-2 max-md:order-1">
      <h2 className="text-message font-semibold">{t("list")}</h2>
      <ul className="flex flex-col gap-1.5 max-md:-mx-1 max-md:flex-row max-md:overflow-x-auto max-md:p-1">
        {phones.map((phone) => {
          const isShown = shown.includes(phone.id);
          return (
            <li key={phone.id} className="max-md:shrink-0">
              <button
                type="button"
                aria-pressed={isShown}
                onClick={() => onShow(phone.id)}
                className={cx(
                  "w-full rounded-strip px-3 py-2 text-start transition-colors",
                  isShown ? "on-strip shadow-1" : "on-panel hover:bg-strip",
                )}
              >
                <span className="flex items-baseline justify-between gap-2">
                  <bdi className="truncate font-semibold">{phone.name}</bdi>
                  <span className="text-label whitespace-nowrap text-ink3">
                    {isShown ? t("shown") : phone.unread > 0 && number(phone.unread)}
                  </span>
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
                  {t(phone.window.open ? "windowOpen" : "windowShut")}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
