import { Link, useMatch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { hasRole } from "../../../shared/request.ts";
import { useMe, useOverview } from "../api/queries.ts";
import { Button } from "../ui/button.tsx";
import { AlertGlyph, CrossGlyph } from "../ui/glyphs.tsx";

const STORED = "baton.intake.put-away";
const putAway = (): number => Number(localStorage.getItem(STORED)) || 0;

/** Something WhatsApp delivered is stuck. Whoever put it away sees it again when there are more. */
export function DeadHint() {
  const { t } = useTranslation(["shell", "intake"]);
  const me = useMe();
  const dead = useOverview()?.dead ?? 0;
  const [seen, setSeen] = useState(putAway);
  const isThere = useMatch({ from: "/shell/settings/intake", shouldThrow: false }) !== undefined;
  if (isThere || dead <= seen || !hasRole(me.role, "manager")) return null;
  return (
    <section
      aria-label={t("intake:hint.label")}
      className="on-strip flex min-h-10 items-center gap-x-3 border-b border-line border-s-3 border-s-late px-4.25 py-1 text-body max-sm:px-2.25"
    >
      <AlertGlyph className="size-3.5! text-late" />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3">
        <p className="font-medium">{t("dead", { count: dead })}</p>
        <Link
          to="/settings/intake"
          className="font-semibold whitespace-nowrap underline decoration-line2 underline-offset-3 hover:decoration-ink touch:inline-flex touch:min-h-11 touch:items-center"
        >
          {t("intake:hint.look")}
        </Link>
      </div>
      <Button
        kind="quiet"
        size="small"
        className="px-2 touch:min-w-11"
        aria-label={t("intake:hint.away")}
        onClick={() => {
          localStorage.setItem(STORED, String(dead));
          setSeen(dead);
        }}
      >
        <CrossGlyph />
      </Button>
    </section>
  );
}
