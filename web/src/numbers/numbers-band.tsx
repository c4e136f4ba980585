import { Link, useMatchRoute } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { AlertGlyph } from "../ui/glyphs.tsx";
import { useFindingTitle, useMoment } from "./finding-item.tsx";
import { useNumbersAttention } from "./use-numbers.ts";

/** Under the bar, for managers, while a number needs somebody: the most pressing thing and where to see the rest. */
export function NumbersBand() {
  const { t } = useTranslation("numbers");
  const titleOf = useFindingTitle();
  const moment = useMoment();
  // The guided page under it says what is missing itself.
  const isThere = useMatchRoute()({ to: "/settings/numbers", fuzzy: true }) !== false;
  const pressing = useNumbersAttention().data?.findings ?? [];
  // Deliveries that could not be read have a line of their own.
  const findings = pressing.filter(({ code }) => code !== "dead_deliveries");
  const [first] = findings;
  if (!first || isThere) return null;
  return (
    <section
      aria-label={t("page.title")}
      className="on-strip flex min-h-10 items-center gap-x-3 border-b border-line border-s-3 border-s-hand-fill px-4.25 py-1 text-body max-sm:px-2.25"
    >
      <AlertGlyph className="size-3.5! text-hand" />
      <p className="min-w-0 flex-1" role="status">
        {first.numberName && <bdi className="font-semibold">{first.numberName}: </bdi>}
        <span className="font-medium">{titleOf(first)}</span>
        {first.since && <span className="text-ink3"> {t("since", { time: moment(first.since) })}</span>}
        {findings.length > 1 && (
          <span className="text-ink3"> {t("band.more", { n: findings.length - 1 })}</span>
        )}{" "}
        <Link
          to="/settings/numbers"
          className="font-semibold whitespace-nowrap underline decoration-line2 underline-offset-3 hover:decoration-ink touch:inline-flex touch:min-h-11 touch:items-center"
        >
          {t("band.see")}
        </Link>
      </p>
    </section>
  );
}
