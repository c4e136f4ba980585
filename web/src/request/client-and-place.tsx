import { useTranslation } from "react-i18next";
import type { Strip } from "../../../shared/api/requests.ts";

/** For whom and where: each in its own direction, between them the language's own comma. */
export function ClientAndPlace({ strip, className }: { strip: Strip; className?: string }) {
  const { t } = useTranslation("kit");
  return (
    <p className={className}>
      <bdi>{strip.client?.name ?? t("strip.noClient")}</bdi>
      {strip.place && (
        <>
          {t("comma")}
          <bdi>{strip.place}</bdi>
        </>
      )}
    </p>
  );
}
