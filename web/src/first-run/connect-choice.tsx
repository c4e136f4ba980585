import { useTranslation } from "react-i18next";
import { useOverview } from "../api/queries.ts";
import { StateMark } from "../ui/state-mark.tsx";

/** Read by the server at its start; what is set there describes one number. */
const SETTINGS = [
  "WHATSAPP_PHONE_NUMBER_ID",
  "WHATSAPP_BUSINESS_ACCOUNT_ID",
  "WHATSAPP_ACCESS_TOKEN",
  "WHATSAPP_APP_SECRET",
  "WHATSAPP_VERIFY_TOKEN",
  "BATON_URL",
] as const;

/** Which settings connect a real number. The guided way is not built, so it is not offered. */
export function ConnectChoice() {
  const { t } = useTranslation("firstRun");
  const hasNumber = useOverview()?.firstRun.hasNumber ?? false;
  return (
    <section className="on-panel flex flex-col rounded-panel border-s border-line px-7 py-7 max-sm:px-4">
      <h2 className="text-head font-semibold">{t("connect.title")}</h2>
      {hasNumber ? (
        <p className="mt-2 flex items-center gap-2">
          <StateMark state="closed" />
          {t("connect.connected")}
        </p>
      ) : (
        <p className="mt-2 text-ink2">{t("connect.lead")}</p>
      )}
      <ul className="mt-4 flex flex-col gap-1.5">
        {SETTINGS.map((name) => (
          <li key={name} className="flex items-center gap-3 text-line">
            <StateMark state={hasNumber ? "working" : "ready"} />
            <code dir="ltr" className="font-sans">
              {name}
            </code>
          </li>
        ))}
      </ul>
      <p className="mt-auto pt-6 text-line text-ink3">
        {t("connect.hook")}{" "}
        <code dir="ltr" className="font-sans font-medium text-ink2">
          /webhooks/whatsapp
        </code>
      </p>
    </section>
  );
}
