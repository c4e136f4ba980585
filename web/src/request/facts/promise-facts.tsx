import { useTranslation } from "react-i18next";
import type { RequestPage } from "../../../../shared/api/requests.ts";
import { cx } from "../../ui/class-names.ts";
import { useFormat } from "../../ui/format.ts";
import { useNow } from "../../ui/now.ts";
import { PromiseWords } from "../../ui/strip-times.tsx";
import { isolated } from "../event-words.tsx";
import { standing } from "../hands.ts";

/** The time given to the client, by whom, and how it went. */
export function PromiseFacts({ page }: { page: RequestPage }) {
  const { t } = useTranslation("request");
  const { column, columnRest, ago } = useFormat();
  const now = useNow();
  const { promise } = page.strip;
  if (!promise) return <p className="text-body text-ink2">{t("promise.none")}</p>;
  const given = standing(page.events).findLast((event) => event.kind === "promised");
  const isLate = promise.state === "broken" || (promise.state === "open" && Date.parse(promise.at) < now);
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 text-body">
      <time dateTime={promise.at} className={cx("font-semibold", isLate && "text-late")}>
        {[column(promise.at, now), columnRest(promise.at, now)].filter(Boolean).join(" ")}
      </time>
      <PromiseWords state={promise.state} />
      {given?.actor.name && (
        <span className="text-ink2">{t("event.by", { name: isolated(given.actor.name) })}</span>
      )}
      {promise.state === "open" && (
        <span className={cx("ms-auto text-line", isLate ? "text-late" : "text-ink2")}>
          {ago(promise.at, now)}
        </span>
      )}
    </p>
  );
}
