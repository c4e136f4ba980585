import { useTranslation } from "react-i18next";
import type { TradeTeam } from "../../../shared/api/trade.ts";
import { useLanguageName } from "../templates/language-names.ts";
import { Chip } from "../ui/clock-chip.tsx";
import { RowMenu } from "./row-menu.tsx";

/** Who, when, for what, and how much it holds. */
export function TeamRow({
  team,
  memberNames,
  mayChange,
  ...acts
}: {
  team: TradeTeam;
  memberNames: readonly string[];
  mayChange: boolean;
} & Pick<Parameters<typeof RowMenu>[0], "canMerge" | "onChange" | "onMerge" | "onPutAway">) {
  const { t } = useTranslation("trade");
  const languageName = useLanguageName();
  const { name, isIntake, hours, timeZone, languages, isOnShift, open } = team;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-1 border-t border-line px-4 py-2.5 first:border-t-0 max-sm:px-3 md:grid-cols-[minmax(0,0.9fr)_minmax(0,1.4fr)_minmax(0,1fr)_auto]">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <bdi className="text-title font-semibold">{name}</bdi>
        {isIntake && <Chip>{t("team.intake")}</Chip>}
      </p>
      <p className="min-w-0 text-line text-ink2 max-md:col-start-1">
        {memberNames.length === 0 ? (
          <span className="text-ink3">{t("team.nobody")}</span>
        ) : (
          <bdi className="aligned line-clamp-2">{memberNames.join(" · ")}</bdi>
        )}
        {languages.length > 0 && (
          <span className="block text-ink3">{languages.map(languageName).join(" · ")}</span>
        )}
      </p>
      <p className="text-line text-ink2 max-md:col-start-1">
        {hours.length === 0 ? (
          <span className="text-ink3">{t("team.anyHour")}</span>
        ) : (
          <>
            <span className={isOnShift ? "font-semibold text-ink" : undefined}>
              {t(isOnShift ? "team.onShift" : "team.offShift")}
            </span>
            <span className="text-ink3"> · {t("team.zoneOf", { zone: timeZone.replaceAll("_", " ") })}</span>
          </>
        )}
        {open > 0 && <span className="block">{t("team.holds", { count: open })}</span>}
      </p>
      {mayChange && (
        <div className="max-md:col-start-2 max-md:row-start-1">
          <RowMenu name={name} canGo={!team.isFirst} {...acts} />
        </div>
      )}
    </li>
  );
}
