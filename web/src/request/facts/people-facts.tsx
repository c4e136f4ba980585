import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Strip } from "../../../../shared/api/requests.ts";
import { useMe } from "../../api/queries.ts";
import { cx } from "../../ui/class-names.ts";
import { useFormat } from "../../ui/format.ts";
import { useNow } from "../../ui/now.ts";
import { PromiseWords } from "../../ui/strip-times.tsx";

/** Who, for whom, by when, of what kind: the facts beside their names. */
export function PeopleFacts({ strip, className }: { strip: Strip; className?: string }) {
  const { t } = useTranslation("request");
  const { t: word } = useTranslation();
  const me = useMe();
  const { column, columnRest } = useFormat();
  const now = useNow();
  const isYou = strip.owner?.kind === "account" && strip.owner.id === me.id;
  const { promise } = strip;
  return (
    <dl className={cx("grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 gap-y-1 text-body", className)}>
      {strip.owner && (
        <Fact name={t("fact.owner")}>
          <bdi>{strip.owner.name}</bdi> {isYou && t("fact.you")}
        </Fact>
      )}
      {strip.worker && (
        <Fact name={t("fact.worker")}>
          <bdi>{strip.worker.name}</bdi>
        </Fact>
      )}
      {promise && (
        <Fact name={t("fact.promise")}>
          <span className="inline-flex flex-wrap items-baseline gap-x-2">
            <strong className="font-semibold">
              {[column(promise.at, now), columnRest(promise.at, now)].filter(Boolean).join(" ")}
            </strong>
            <PromiseWords state={promise.state} />
          </span>
        </Fact>
      )}
      {strip.category && (
        <Fact name={t("fact.category")}>
          <bdi>{strip.category.name}</bdi>
        </Fact>
      )}
      {strip.area && (
        <Fact name={t("fact.area")}>
          <bdi>{strip.area.name}</bdi>
        </Fact>
      )}
      {strip.priority !== "normal" && (
        <Fact name={t("fact.priority")}>
          <strong className="font-semibold">{word(`priority.${strip.priority}`)}</strong>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-line leading-5 text-ink2">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
