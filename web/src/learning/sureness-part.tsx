import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../ui/format.ts";
import { Select } from "../ui/select.tsx";
import { usePercent } from "./kind-words.ts";
import type { LearningKind } from "./use-learning.ts";

/** Fewer in a band are a matter of luck. */
const ENOUGH_IN_BAND = 10;

/** Whether its word can be trusted: of what it was so sure of, how much was right. */
export function SurenessPart({ kinds }: { kinds: readonly LearningKind[] }) {
  const { t } = useTranslation("learning");
  const told = kinds.filter(({ bands }) => bands.length > 0);
  const [chosen, setChosen] = useState(told[0]?.kind ?? "what");
  const shown = told.find(({ kind }) => kind === chosen) ?? told[0];
  if (!shown) return null;
  return (
    <section className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div>
          <h2 className="text-head font-semibold">{t("sure.title")}</h2>
          <p className="max-w-[56ch] text-line text-ink2">{t("sure.lead")}</p>
        </div>
        <Select
          label={t("sure.of")}
          className="min-w-44"
          value={shown.kind}
          choices={told.map(({ kind }) => ({ value: kind, text: t(`kind.${kind}`) }))}
          onChange={setChosen}
        />
      </div>
      <ul className="flex flex-col">
        {shown.bands.toReversed().map((band) => (
          <Band key={band.from} band={band} />
        ))}
      </ul>
    </section>
  );
}

function Band({ band: { from, to, count, right, confidence } }: { band: LearningKind["bands"][number] }) {
  const { t } = useTranslation("learning");
  const { number } = useFormat();
  const percent = usePercent();
  const share = right / count;
  const isEnough = count >= ENOUGH_IN_BAND;
  const span =
    from === 0
      ? t("sure.under", { to: percent(to) })
      : t("sure.span", { from: percent(from), to: percent(to) });
  return (
    <li className="grid grid-cols-[8.5rem_minmax(0,1fr)_9.5rem] items-center gap-x-4 gap-y-1 border-t border-line py-2.5 last:border-b max-sm:grid-cols-2">
      <span className="font-medium">{span}</span>
      <span className="text-end text-line text-ink2 sm:order-last">
        {isEnough
          ? t("sure.right", { share: percent(share), count, n: number(count) })
          : t("sure.few", { count, n: number(count) })}
      </span>
      <span aria-hidden="true" className="relative block h-3 rounded-strip bg-sunk max-sm:col-span-2">
        {isEnough && (
          <span
            className="absolute inset-y-0 start-0 rounded-strip bg-ink"
            style={{ width: `${Math.round(share * 100)}%` }}
          />
        )}
        <span
          className="absolute -inset-y-1 w-0.5 bg-line2 outline-2 outline-panel"
          style={{ insetInlineStart: `${Math.round(confidence * 100)}%` }}
        />
      </span>
    </li>
  );
}
