import { useTranslation } from "react-i18next";
import type { TradeCategory } from "../../../shared/api/trade.ts";
import { PRIORITIES, type Priority } from "../../../shared/request.ts";
import { AIMS, type Aim } from "../../../shared/trade.ts";
import { fieldClass } from "../ui/text-field.tsx";
import { minutesTyped } from "./aim-words.ts";
import { useAim } from "./use-aim.ts";

/** As they are typed; one of them may make no sense yet. */
export type TypedTargets = Record<Priority, Record<Aim, string>>;

export function useTypedTargets(): (targets: TradeCategory["targets"]) => TypedTargets {
  const shown = useAim();
  const typed = (minutes: number | null) => (minutes === null ? "" : shown(minutes));
  return (targets) => {
    const of = (priority: Priority) => ({
      firstReply: typed(targets[priority].firstReply),
      takeUp: typed(targets[priority].takeUp),
      resolution: typed(targets[priority].resolution),
    });
    return { low: of("low"), normal: of("normal"), high: of("high"), urgent: of("urgent") };
  };
}

/** Null when one of them makes no sense. */
export function targetsTyped(typed: TypedTargets): TradeCategory["targets"] | null {
  const all = PRIORITIES.flatMap((priority) => AIMS.map((aim) => minutesTyped(typed[priority][aim])));
  if (all.includes(undefined)) return null;
  const of = (priority: Priority) => ({
    firstReply: minutesTyped(typed[priority].firstReply) ?? null,
    takeUp: minutesTyped(typed[priority].takeUp) ?? null,
    resolution: minutesTyped(typed[priority].resolution) ?? null,
  });
  return { low: of("low"), normal: of("normal"), high: of("high"), urgent: of("urgent") };
}

/** A small table: priorities down, what is aimed at across; most urgent first. */
export function TargetsField({
  typed,
  onChange,
}: {
  typed: TypedTargets;
  onChange: (typed: TypedTargets) => void;
}) {
  const { t } = useTranslation("trade");
  const { t: word } = useTranslation();
  const shown = useAim();
  const set = (priority: Priority, aim: Aim, value: string) =>
    onChange({ ...typed, [priority]: { ...typed[priority], [aim]: value } });
  const isWrong = (text: string) => minutesTyped(text) === undefined;
  const someWrong = PRIORITIES.some((priority) => AIMS.some((aim) => isWrong(typed[priority][aim])));
  return (
    <fieldset>
      <legend className="mb-1 text-label font-medium text-ink2">{t("category.targets")}</legend>
      <div className="grid grid-cols-[minmax(4rem,auto)_repeat(3,minmax(0,1fr))] items-center gap-x-2 gap-y-1">
        <span />
        {AIMS.map((aim) => (
          <span key={aim} className="text-label text-ink3" aria-hidden="true">
            {t(`aim.${aim}`)}
          </span>
        ))}
        {PRIORITIES.toReversed().flatMap((priority) => [
          <span key={priority} className="text-line" aria-hidden="true">
            {word(`priority.${priority}`)}
          </span>,
          ...AIMS.map((aim) => (
            <input
              key={`${priority} ${aim}`}
              aria-label={t("category.targetOf", {
                aim: t(`aim.${aim}`),
                priority: word(`priority.${priority}`),
              })}
              aria-invalid={isWrong(typed[priority][aim]) || undefined}
              className={fieldClass(isWrong(typed[priority][aim]), "h-8 touch:h-11 touch:text-[1rem]")}
              value={typed[priority][aim]}
              maxLength={20}
              autoComplete="off"
              onChange={({ target }) => set(priority, aim, target.value)}
              onBlur={({ target }) => {
                const minutes = minutesTyped(target.value);
                if (minutes) set(priority, aim, shown(minutes));
              }}
            />
          )),
        ])}
      </div>
      <p className={someWrong ? "mt-1 text-label font-medium text-late" : "mt-1 text-label text-ink3"}>
        {t(someWrong ? "category.wrongTime" : "category.targetsHint")}
      </p>
    </fieldset>
  );
}
