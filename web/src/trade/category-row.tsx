import { useTranslation } from "react-i18next";
import type { TradeCategory } from "../../../shared/api/trade.ts";
import { AIMS } from "../../../shared/trade.ts";
import { Chip } from "../ui/clock-chip.tsx";
import { useFormat } from "../ui/format.ts";
import { RowMenu } from "./row-menu.tsx";
import { useAim } from "./use-aim.ts";

/** Kind, what is asked for, what is aimed at in its usual priority, how much is open. */
export function CategoryRow({
  category,
  teamName,
  mayChange,
  ...acts
}: {
  category: TradeCategory;
  teamName: string | null;
  mayChange: boolean;
} & Pick<Parameters<typeof RowMenu>[0], "canMerge" | "onChange" | "onMerge" | "onPutAway">) {
  const { t } = useTranslation("trade");
  const { number } = useFormat();
  const { name, label, open } = category;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-1 border-t border-line px-4 py-2.5 first:border-t-0 max-sm:px-3 md:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)_minmax(0,1.1fr)_4.5rem_auto]">
      <div className="min-w-0">
        {mayChange ? (
          <button
            type="button"
            onClick={acts.onChange}
            className="aligned max-w-full text-title font-semibold underline-offset-2 hover:underline touch:min-h-11"
          >
            <bdi>{name}</bdi>
          </button>
        ) : (
          <bdi className="text-title font-semibold">{name}</bdi>
        )}
        <p className="text-line text-ink3">{t(`label.${label}`)}</p>
      </div>
      <Asks category={category} teamName={teamName} />
      <Aims category={category} />
      <p className="text-line text-ink2 tabular-nums max-md:col-start-1 md:text-end">
        {open > 0 && t("page.open", { n: number(open) })}
      </p>
      {mayChange && (
        <div className="max-md:col-start-2 max-md:row-start-1">
          <RowMenu name={name} canGo {...acts} />
        </div>
      )}
    </li>
  );
}

function Asks({ category, teamName }: { category: TradeCategory; teamName: string | null }) {
  const { t } = useTranslation("trade");
  const { t: word } = useTranslation();
  const { needsWork, evidence, priority } = category;
  return (
    <p className="flex min-w-0 flex-wrap gap-x-2 gap-y-1 text-line text-ink2 max-md:col-start-1">
      {!needsWork && <span className="text-ink3">{t("category.noWork")}</span>}
      {evidence.map((each) => (
        <Chip key={each}>{t(`evidence.${each}`)}</Chip>
      ))}
      {priority !== "normal" && (
        <span className={priority === "urgent" ? "font-semibold" : undefined}>
          {t("category.usual", { priority: word(`priority.${priority}`) })}
        </span>
      )}
      {teamName && <bdi>→ {teamName}</bdi>}
    </p>
  );
}

function Aims({ category: { targets, priority } }: { category: TradeCategory }) {
  const { t } = useTranslation("trade");
  const time = useAim();
  const said = AIMS.flatMap((aim) => {
    const minutes = targets[priority][aim];
    return minutes === null ? [] : [t(`aimShort.${aim}`, { time: time(minutes) })];
  });
  if (said.length === 0) return <span className="max-md:hidden" />;
  return <p className="text-line text-ink2 max-md:col-start-1">{said.join(" · ")}</p>;
}
