import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import type { Kind, Standing } from "./use-standing.ts";

type Away = {
  id: number;
  version: number;
  name: string;
  isArchived: boolean;
  isUsed: boolean;
  mergedInto: { id: number; name: string } | null;
};

/** What is not in use: where it went, and the way back. Folded, so that it disturbs nobody. */
export function AwayPart({
  kind,
  rows,
  standing,
  mayChange,
}: {
  kind: Kind;
  rows: readonly Away[];
  standing: Standing;
  mayChange: boolean;
}) {
  const { t } = useTranslation("trade");
  const away = rows.filter((row) => row.isArchived);
  if (away.length === 0) return null;
  return (
    <details className="group">
      <summary className="flex min-h-9 items-center gap-2 text-line font-medium text-ink2 hover:text-ink touch:min-h-11">
        {t("page.away", { count: away.length })}
      </summary>
      <ul className="border-t border-line">
        {away.map((row) => (
          <li
            key={row.id}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1.5 ps-1"
          >
            <bdi className="font-medium">{row.name}</bdi>
            <span className="flex-1 text-line text-ink3">
              {row.mergedInto ? t("page.wentInto", { name: row.mergedInto.name }) : t("page.wasPutAway")}
            </span>
            {mayChange && (
              <Button
                kind="quiet"
                size="small"
                aria-label={`${t("page.takeBack")}: ${row.name}`}
                onClick={() => void standing.takeBack(kind, row, row.mergedInto?.id ?? null)}
              >
                {t("page.takeBack")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
