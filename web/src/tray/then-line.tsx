import { useTranslation } from "react-i18next";
import { requestRef } from "../../../shared/request.ts";
import { useMe } from "../api/queries.ts";
import { isolated } from "../request/event-words.tsx";
import { useFormat } from "../ui/format.ts";
import { useNow } from "../ui/now.ts";
import { StateMark } from "../ui/state-mark.tsx";
import type { Then, ThenNot } from "./then-rules.ts";

/** Said before the key is pressed: the state, the next step and its time, the owner, and what the client hears. */
export function ThenLine({ then, isReplying }: { then: Then | ThenNot | null; isReplying: boolean }) {
  const { t } = useTranslation("desk");
  return (
    <div className="mb-2 grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-3 border-t border-line2 pt-2 text-line">
      <span className="text-label font-medium text-ink2">{t("then.name")}</span>
      <p className="min-w-0 text-ink">
        {then ? <ThenWords then={then} /> : t("then.choose")}{" "}
        {then?.what !== "refused" && (
          <span className="text-ink2">{t(isReplying ? "then.reply" : "then.silent")}</span>
        )}
      </p>
    </div>
  );
}

function ThenWords({ then }: { then: Then | ThenNot }) {
  const { t } = useTranslation("desk");
  const { t: word } = useTranslation();
  const { column, columnRest } = useFormat();
  const me = useMe();
  const now = useNow();
  const ref = then.request ? isolated(requestRef(then.request.id)) : "";
  if (then.what === "refused")
    return <span className="text-late">{t(`then.refused.${then.why}`, { ref })}</span>;
  if (then.what === "leaves") return t("then.leaves");
  const { state, step, owner } = then;
  return (
    <>
      {t(`then.${then.what}`, { ref })}{" "}
      {state && (
        <strong className="inline-flex items-baseline gap-1.5 font-semibold whitespace-nowrap">
          <StateMark state={state} className="size-3.5 self-center" />
          {word(`state.${state}`)}
        </strong>
      )}
      {step && (
        <>
          {t("then.comma")}
          <strong className="font-semibold">
            {step.text ? <bdi>{step.text}</bdi> : word(`next.${step.code}`)}{" "}
            <time dateTime={step.at}>{`${column(step.at, now)} ${columnRest(step.at, now)}`.trim()}</time>
          </strong>
        </>
      )}
      {owner && (
        <>
          {t("then.comma")}
          {owner.kind === "account" && owner.id === me.id
            ? t("then.mine")
            : t("then.owner", { name: isolated(owner.name) })}
        </>
      )}
      .
    </>
  );
}
