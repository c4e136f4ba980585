import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Strip } from "../../../../shared/api/requests.ts";
import type { PromiseOf } from "../../../../shared/merging.ts";
import { requestRef } from "../../../../shared/request.ts";
import { ChasedChip } from "../../ui/clock-chip.tsx";
import { useFormat } from "../../ui/format.ts";
import { useNow } from "../../ui/now.ts";
import { PromiseWords } from "../../ui/strip-times.tsx";
import type { MergePlan } from "./merge-plan.ts";
import { OneOf } from "./one-of.tsx";

type Props = {
  stays: Strip;
  ends: Strip;
  plan: MergePlan;
  /** Each has promised another time: a person says which stands. */
  isAsked: boolean;
  promise: PromiseOf | null;
  onPromise: (promise: PromiseOf) => void;
};

/** What the one that stays will say, and what becomes of the other. */
export function MergePreview({ stays, ends, plan, isAsked, promise, onPromise }: Props) {
  const { t } = useTranslation("mend");
  const { t: page } = useTranslation("request");
  const { t: word } = useTranslation();
  const { column, columnRest } = useFormat();
  const now = useNow();
  const time = (at: string) => [column(at, now), columnRest(at, now)].filter(Boolean).join(" ");
  return (
    <>
      <section aria-label={t("merge.after")} className="on-panel rounded-strip px-3.5 py-3">
        <h3 className="mb-2 text-label font-medium text-ink2">{t("merge.after")}</h3>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-body">
          <Line name={page("fact.owner")}>
            <bdi>{stays.owner?.name ?? page("fact.nobody")}</bdi>
          </Line>
          <Line name={page("fact.priority")}>{word(`priority.${plan.priority}`)}</Line>
          <Line name={t("merge.since")}>
            <time dateTime={plan.openedAt}>{time(plan.openedAt)}</time>
          </Line>
          {plan.promise && plan.promise !== "ask" && (
            <Line name={page("fact.promise")}>
              <span className="inline-flex flex-wrap items-baseline gap-x-2">
                {time(plan.promise.at)} <PromiseWords state={plan.promise.state} />
              </span>
            </Line>
          )}
          {plan.chases > 0 && (
            <Line name={t("merge.chased")}>
              <ChasedChip times={plan.chases} />
            </Line>
          )}
        </dl>
      </section>
      {isAsked && stays.promise && ends.promise && (
        <OneOf
          label={t("merge.whichPromise")}
          value={promise}
          onChange={(chosen) => onPromise(chosen === "other" ? "other" : "stays")}
          choices={[
            { value: "stays", text: time(stays.promise.at), more: requestRef(stays.id) },
            { value: "other", text: time(ends.promise.at), more: requestRef(ends.id) },
          ]}
        />
      )}
      <p className="text-body text-ink2">
        {t("merge.ends", { ref: requestRef(ends.id), other: requestRef(stays.id) })}
      </p>
    </>
  );
}

const Line = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt className="text-line leading-5 text-ink2">{name}</dt>
    <dd className="min-w-0">{children}</dd>
  </>
);
