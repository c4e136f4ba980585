import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { hasRole } from "../../../shared/request.ts";
import { STARTING_SETS } from "../../../shared/trade.ts";
import { useMe } from "../api/queries.ts";
import { buttonClass } from "../ui/button.tsx";

/** The trade one is in: its categories are one look and one press away. */
export function TradeChoice() {
  const { t } = useTranslation(["firstRun", "trade"]);
  if (!hasRole(useMe().role, "manager")) return null;
  return (
    <nav aria-label={t("trade")} className="mt-5 flex flex-wrap items-center gap-x-1 gap-y-1">
      <span className="me-2 text-ink2" aria-hidden="true">
        {t("trade")}
      </span>
      {STARTING_SETS.map((key) => (
        <Link
          key={key}
          to="/settings/trade"
          search={{ start: key }}
          className={buttonClass("quiet", "small", "underline underline-offset-2")}
        >
          {t(`trade:sets.${key}`)}
        </Link>
      ))}
    </nav>
  );
}
