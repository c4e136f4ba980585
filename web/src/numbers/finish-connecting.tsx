import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMe } from "../api/queries.ts";
import { buttonClass } from "../ui/button.tsx";

/** To the guided page, beside what says that connecting was not finished. */
export function FinishConnecting({ id }: { id: number }) {
  const { t } = useTranslation("connecting");
  if (useMe().role !== "admin") return null;
  return (
    <Link
      to="/settings/numbers/connect"
      search={{ number: id }}
      className={buttonClass("plain", "regular", "mt-1.5 self-start")}
    >
      {t("settings.connect")}
    </Link>
  );
}
