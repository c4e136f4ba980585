import { useTranslation } from "react-i18next";
import { LIMITS } from "../../../../../shared/outgoing.ts";
import { LimitedField } from "./limited-field.tsx";

/** What may stand above and below the words; folded away, as few messages have it. */
export function HeaderAndFooter({
  header,
  footer,
  onHeader,
  onFooter,
}: {
  header: string;
  footer: string;
  onHeader: (header: string) => void;
  onFooter: (footer: string) => void;
}) {
  const { t } = useTranslation("composer");
  return (
    <details>
      <summary className="w-fit text-line text-ink2 hover:text-ink touch:py-3">{t("buttons.more")}</summary>
      <div className="mt-2 grid gap-3 sm:grid-cols-2">
        <LimitedField label={t("buttons.header")} value={header} limit={LIMITS.header} onWrite={onHeader} />
        <LimitedField label={t("buttons.footer")} value={footer} limit={LIMITS.footer} onWrite={onFooter} />
      </div>
    </details>
  );
}
