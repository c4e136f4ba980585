import { useTranslation } from "react-i18next";
import type { RuleBook } from "../../../shared/api/rules.ts";
import { Button } from "../ui/button.tsx";
import { useFormat } from "../ui/format.ts";
import { useNow } from "../ui/now.ts";

/** Rules taken away in the last month; each comes back as it was. */
export function RemovedPart({
  removed,
  onRestore,
}: {
  removed: RuleBook["removed"];
  onRestore: ((rule: { id: number; name: string }) => void) | null;
}) {
  const { t } = useTranslation("houseRules");
  const { when } = useFormat();
  const now = useNow();
  if (removed.length === 0) return null;
  return (
    <details>
      <summary className="min-h-8 text-line font-medium text-ink2 touch:min-h-11">
        {t("page.away", { count: removed.length })}
      </summary>
      <ul className="flex flex-col">
        {removed.map(({ id, name, at, by }) => (
          <li
            key={id}
            className="flex flex-wrap items-center gap-x-3 border-t border-line py-1.5 first:border-t-0"
          >
            <bdi className="font-medium">{name}</bdi>
            <span className="flex-1 text-label text-ink3">
              {by
                ? t("page.awayBy", { name: by, when: when(at, now) })
                : t("page.awayAt", { when: when(at, now) })}
            </span>
            {onRestore && (
              <Button size="small" kind="quiet" onClick={() => onRestore({ id, name })}>
                {t("page.bringBack")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
