import { useState } from "react";
import { useTranslation } from "react-i18next";
import { freeTierLevel } from "../../../shared/cost.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/class-names.ts";
import { useFormat } from "../ui/format.ts";
import { AlertGlyph } from "../ui/glyphs.tsx";
import { useMoney } from "./money-words.ts";
import { TermsDialog } from "./terms-dialog.tsx";
import type { MonthCosts } from "./use-costs.ts";

type CostNumber = MonthCosts["numbers"][number];

/** How much of its free deliveries each number has used, what it cost, and how it is counted. */
export function NumbersPart({ costs }: { costs: MonthCosts }) {
  const { t } = useTranslation("costs");
  const [changing, setChanging] = useState<CostNumber | null>(null);
  const first = costs.numbers[0];
  if (!first) return null;
  return (
    <section className="flex flex-col gap-2">
      <div>
        <h2 className="text-head font-semibold">{t("numbers.title")}</h2>
        <p className="text-ink2">{t("numbers.text", { n: first.freeOf })}</p>
      </div>
      <ul className="on-strip rounded-panel shadow-1">
        {costs.numbers.map((number) => (
          <NumberRow key={number.id} number={number} onChange={() => setChanging(number)} />
        ))}
      </ul>
      {changing && <TermsDialog number={changing} onClose={() => setChanging(null)} />}
    </section>
  );
}

function NumberRow({ number, onChange }: { number: CostNumber; onChange: () => void }) {
  const { t } = useTranslation("costs");
  const { duration } = useFormat();
  const money = useMoney();
  return (
    <li className="flex flex-col gap-2 border-b border-line px-4 py-3.5 last:border-b-0">
      <div className="flex items-baseline justify-between gap-4">
        <h3 className="min-w-0 text-title font-semibold">
          <bdi>{number.name}</bdi>
          {number.kind === "sample" && (
            <span className="ms-2 font-normal text-ink3">{t("numbers.sample")}</span>
          )}
        </h3>
        <p className="text-end font-semibold">
          <span className="sr-only">{t("numbers.cost")} </span>
          <bdi>{money.sum(number)}</bdi>
        </p>
      </div>
      <Meter number={number} />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="text-label text-ink3">
          {t("numbers.zone", { zone: number.timeZone.replaceAll("_", " ") })}
          {number.isZoneAssumed && ` (${t("numbers.zoneAssumed")})`}
          <br />
          {t("numbers.nudge", { time: duration(number.nudgeMinutes * 60_000) })}
        </p>
        <Button
          kind="quiet"
          size="small"
          className="-me-2.5"
          aria-label={t("numbers.changeOf", { name: number.name })}
          onClick={onChange}
        >
          {t("numbers.change")}
        </Button>
      </div>
    </li>
  );
}

function Meter({ number: { freeUsed, freeOf } }: { number: CostNumber }) {
  const { t } = useTranslation("costs");
  if (freeUsed === null) return <p className="text-label text-ink3">{t("numbers.before")}</p>;
  const level = freeTierLevel(freeUsed);
  return (
    <div className="flex flex-col gap-1">
      <div aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-sunk">
        <div
          className={cx("h-full rounded-full", level === "fine" ? "bg-ink2" : "bg-hand-fill")}
          style={{ width: `${Math.min(100, (freeUsed / freeOf) * 100)}%` }}
        />
      </div>
      <p className="flex items-center justify-between gap-4 text-label text-ink2">
        <span>{t("numbers.used", { used: freeUsed, of: freeOf })}</span>
        <span className={cx("flex items-center gap-1.5", level !== "fine" && "font-semibold text-hand")}>
          {level !== "fine" && <AlertGlyph />}
          {level === "used"
            ? t("numbers.out")
            : level === "nearly_used"
              ? t("numbers.low")
              : t("numbers.left", { count: freeOf - freeUsed })}
        </span>
      </p>
    </div>
  );
}
