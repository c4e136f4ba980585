import { useTranslation } from "react-i18next";
import type { DryRun } from "../../../shared/api/rules.ts";
import { PRIORITIES } from "../../../shared/request.ts";
import { intlTag } from "../texts/i18n.ts";
import { AlertGlyph } from "../ui/glyphs.tsx";

/** Before and after, as people had decided and as the rule would have. */
export function DryRunChanges({ changes }: { changes: DryRun["changes"] }) {
  const { t } = useTranslation(["houseRules", "domain"]);
  const shown = (field: string, value: string | null) => {
    if (value === null) return t("trial.nothingBefore");
    const priority = field === "priority" && PRIORITIES.find((each) => each === value);
    return priority ? t(`domain:priority.${priority}`) : value;
  };
  return (
    <div className="flex flex-col gap-1">
      <h3 className="text-title font-semibold">{t("trial.changes")}</h3>
      {changes.length === 0 && <p className="text-ink2">{t("trial.noChanges")}</p>}
      <ul className="flex flex-col">
        {changes.map(({ field, before, after, count }) => (
          <li
            key={`${field} ${before} ${after}`}
            className="flex flex-wrap items-baseline gap-x-3 border-t border-line py-1.5 first:border-t-0"
          >
            <span className="min-w-20 text-label text-ink3">{t(`trial.field.${field}`)}</span>
            <span className="flex-1">
              {t("trial.change", { before: shown(field, before), after: shown(field, after) })}
            </span>
            <span className="text-label text-ink2">{t("trial.times", { count })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Rules that come before it and hide it, or after it and are hidden by it. */
export function DryRunClashes({ clashes }: { clashes: DryRun["clashes"] }) {
  const { t, i18n } = useTranslation("houseRules");
  const list = new Intl.ListFormat(intlTag(i18n.language), { type: "conjunction" });
  if (clashes.length === 0) return null;
  return (
    <div className="flex flex-col gap-1">
      <h3 className="text-title font-semibold">{t("trial.clashes")}</h3>
      <ul className="flex flex-col">
        {clashes.map(({ ruleId, name, kind, fields, count }) => (
          <li
            key={`${ruleId} ${kind}`}
            className="flex items-baseline gap-2 border-t border-line py-1.5 first:border-t-0"
          >
            <AlertGlyph className="relative top-0.5 text-ink3" />
            <span className="flex-1">
              {t(`trial.clash.${kind}`, {
                name,
                fields: list.format(fields.map((field) => t(`trial.given.${field}`))),
              })}
            </span>
            <span className="text-label text-ink2">{t("trial.times", { count })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
