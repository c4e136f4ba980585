import { useTranslation } from "react-i18next";
import type { TradeCategory } from "../../../shared/api/trade.ts";
import { AIMS } from "../../../shared/trade.ts";
import { cx } from "../ui/class-names.ts";
import { Chip } from "../ui/clock-chip.tsx";
import { useFormat } from "../ui/format.ts";
import { RowMenu } from "./row-menu.tsx";
import { useAim } from "./use-aim.ts";

const SHEET =
  "grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 px-4 max-sm:px-3 md:grid-cols-[minmax(0,1.45fr)_minmax(0,1fr)_minmax(0,1.5fr)_4rem_4rem_4rem_3.5rem_2rem] md:items-center";

/** What stands in which column; readers hear it in each row. */
export function CategoryHead() {
  const { t } = useTranslation("trade");
  return (
    <div className={cx(SHEET, "pb-1 text-label text-ink3 max-md:hidden")} aria-hidden="true">
      <span>{t("category.name")}</span>
      <span>{t("category.kind")}</span>
      <span>{t("category.asks")}</span>
      {AIMS.map((aim) => (
        <span key={aim} className="text-end">
          {t(`aimHead.${aim}`)}
        </span>
      ))}
      <span className="text-end">{t("category.open")}</span>
    </div>
  );
}

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
    <li className={cx(SHEET, "border-t border-line py-1 first:border-t-0 max-md:py-2.5")}>
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
      </div>
      <p className="text-line text-ink3 max-md:col-start-1">{t(`label.${label}`)}</p>
      <Asks category={category} teamName={teamName} />
      <Aims category={category} />
      <p className="text-line text-ink2 tabular-nums max-md:col-start-1 md:text-end">
        {open > 0 && (
          <>
            <span aria-hidden="true" className="max-md:hidden">
              {number(open)}
            </span>
            <span className="md:sr-only">{t("page.open", { n: number(open) })}</span>
          </>
        )}
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
    <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-line text-ink2 max-md:col-start-1">
      {!needsWork && <span className="text-ink3">{t("category.noWork")}</span>}
      {evidence.map((each) => (
        <Chip key={each}>{t(`evidence.${each}`)}</Chip>
      ))}
      {priority !== "normal" && (
        <span className={priority === "urgent" ? "font-semibold" : undefined}>
          {t("category.usual", { priority: word(`priority.${priority}`) })}
        </span>
      )}
      {teamName && <bdi className="text-ink3">{t("category.toTeam", { name: teamName })}</bdi>}
    </p>
  );
}

/** Three columns on a desk, one line on a phone. */
function Aims({ category: { targets, priority } }: { category: TradeCategory }) {
  const { t } = useTranslation("trade");
  const time = useAim();
  const said = AIMS.map((aim) => {
    const minutes = targets[priority][aim];
    return { aim, time: minutes === null ? null : time(minutes) };
  });
  return (
    <>
      {said.map(({ aim, time: shown }) => (
        <p key={aim} className="text-line text-ink2 tabular-nums max-md:hidden md:text-end">
          {shown && <span className="sr-only">{t(`aim.${aim}`)} </span>}
          {shown}
        </p>
      ))}
      <p className="text-line text-ink2 empty:hidden max-md:col-start-1 md:hidden">
        {said
          .flatMap(({ aim, time: shown }) => (shown ? [t(`aimShort.${aim}`, { time: shown })] : []))
          .join(" · ")}
      </p>
    </>
  );
}
