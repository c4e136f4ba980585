import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TradeArea } from "../../../shared/api/trade.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useFormat } from "../ui/format.ts";
import { AreaDialog } from "./area-dialog.tsx";
import { AwayPart } from "./away-part.tsx";
import { MergeDialog } from "./merge-dialog.tsx";
import { RowMenu } from "./row-menu.tsx";
import type { Standing } from "./use-standing.ts";

type Open = { kind: "write"; area: TradeArea | null } | { kind: "merge"; area: TradeArea } | null;

export function AreasTab({
  areas,
  standing,
  mayChange,
}: {
  areas: readonly TradeArea[];
  standing: Standing;
  mayChange: boolean;
}) {
  const { t } = useTranslation("trade");
  const { number } = useFormat();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const inUse = areas.filter(({ isArchived }) => !isArchived);
  const add = (
    <Button kind="primary" shortcut="KeyN" onClick={() => setOpen({ kind: "write", area: null })}>
      {t("area.add")}
    </Button>
  );
  return (
    <div className="flex flex-col gap-4 pt-4">
      {inUse.length > 0 && mayChange && <div>{add}</div>}
      {inUse.length === 0 && (
        <EmptyState title={t("area.none")} action={mayChange && add} className="pt-3">
          {t("area.noneText")}
        </EmptyState>
      )}
      {inUse.length > 0 && (
        <ul className="on-strip rounded-panel shadow-1">
          {inUse.map((area) => (
            <li
              key={area.id}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-1 border-t border-line px-4 py-2.5 first:border-t-0 max-sm:px-3 md:grid-cols-[minmax(0,0.7fr)_minmax(0,2fr)_4.5rem_auto]"
            >
              <bdi className="text-title font-semibold">{area.name}</bdi>
              <p className="line-clamp-2 text-line text-ink2 max-md:col-start-1">
                {area.places.length > 0 ? (
                  <bdi className="aligned block">{area.places.join(" · ")}</bdi>
                ) : (
                  <span className="text-ink3">{t("area.noPlaces")}</span>
                )}
              </p>
              <p className="text-line text-ink2 tabular-nums max-md:col-start-1 md:text-end">
                {area.open > 0 && t("page.open", { n: number(area.open) })}
              </p>
              {mayChange && (
                <div className="max-md:col-start-2 max-md:row-start-1">
                  <RowMenu
                    name={area.name}
                    canGo
                    canMerge={inUse.length > 1}
                    onChange={() => setOpen({ kind: "write", area })}
                    onMerge={() => setOpen({ kind: "merge", area })}
                    onPutAway={() => void standing.putAway("area", area)}
                  />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      <AwayPart kind="area" rows={areas} standing={standing} mayChange={mayChange} />
      {open?.kind === "write" && <AreaDialog area={open.area} onClose={close} />}
      {open?.kind === "merge" && (
        <MergeDialog
          kind="area"
          row={open.area}
          others={inUse.filter(({ id }) => id !== open.area.id)}
          onMerge={(into) => standing.mergeInto("area", open.area, into)}
          onClose={close}
        />
      )}
    </div>
  );
}
