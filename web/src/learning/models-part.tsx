import { useTranslation } from "react-i18next";
import { useFormat } from "../ui/format.ts";
import { useNow } from "../ui/now.ts";
import type { Learning } from "./use-learning.ts";

/** Which version suggests now, and whose decisions are in it. */
export function ModelsPart({ learning: { models, learntFrom } }: { learning: Learning }) {
  const { t } = useTranslation("learning");
  const { number, when } = useFormat();
  const now = useNow();
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-head font-semibold">{t("models.title")}</h2>
      <dl className="flex flex-col gap-3">
        {models.map(({ kind, version, madeAt, trainedOn, since }) => (
          <div key={kind} className="flex flex-col gap-0.5">
            <dt className="font-medium">{t(`kind.${kind === "ranker" ? "which" : kind}`)}</dt>
            <dd className="text-line text-ink2">
              {madeAt === null
                ? t(kind === "owner" ? "models.notYet" : "models.shipped")
                : t("models.version", {
                    version: number(version),
                    when: when(madeAt, now),
                    count: trainedOn,
                    n: number(trainedOn),
                  })}
            </dd>
            {since > 0 && (
              <dd className="text-line text-ink2">{t("models.since", { count: since, n: number(since) })}</dd>
            )}
          </div>
        ))}
      </dl>
      {learntFrom.length > 0 && (
        <>
          <h3 className="text-label font-medium text-ink3">{t("models.from")}</h3>
          <ul className="flex flex-col">
            {learntFrom.map(({ categoryId, name, count }) => (
              <li
                key={categoryId ?? "none"}
                className="flex items-baseline justify-between gap-4 border-t border-line py-1.5 last:border-b"
              >
                <bdi className="min-w-0 break-words">{name ?? t("models.noRequest")}</bdi>
                <span>{number(count)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="text-label text-ink3">{t("models.privacy")}</p>
    </section>
  );
}
