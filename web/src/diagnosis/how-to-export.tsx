import { useTranslation } from "react-i18next";
import { useFormat } from "../ui/format.ts";

const WAYS = {
  android: ["how.android1", "how.android2", "how.android3"],
  ios: ["how.ios1", "how.ios2", "how.ios3"],
} as const;

/** Three steps on either phone. */
export function HowToExport() {
  const { t } = useTranslation("diagnosis");
  const { number } = useFormat();
  return (
    <section className="flex flex-col gap-5">
      <h2 className="text-title font-semibold">{t("how.title")}</h2>
      {(["android", "ios"] as const).map((phone) => (
        <div key={phone}>
          <h3 className="text-label font-medium text-ink3">{t(`how.${phone}`)}</h3>
          <ol className="mt-1.5 grid gap-1.5">
            {WAYS[phone].map((step, place) => (
              <li key={step} className="grid grid-cols-[1.25rem_minmax(0,1fr)]">
                <span className="font-semibold text-ink3" aria-hidden="true">
                  {number(place + 1)}
                </span>
                {t(step)}
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
