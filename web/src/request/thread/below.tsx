import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import { useFormat } from "../../ui/format.ts";
import { useNow } from "../../ui/now.ts";
import { isolated } from "../event-words.tsx";
import { Said } from "../message/said.tsx";
import { useList } from "../use-list.ts";

/** Who reacted with what; one sign of several people stands once. */
export function Reactions({ reactions }: { reactions: Message["reactions"] }) {
  const { t } = useTranslation("thread");
  const list = useList();
  if (reactions.length === 0) return null;
  const bySign = [...Map.groupBy(reactions, ({ emoji }) => emoji)];
  return (
    <ul aria-label={t("reaction.label")} className="flex flex-wrap gap-1.5">
      {bySign.map(([emoji, said]) => (
        <li
          key={emoji}
          className="on-panel inline-flex min-h-6 items-center gap-1.5 rounded-full border border-line px-2 text-label text-ink2"
        >
          <span className="text-body">{emoji}</span>
          {list(said.map(({ by, isOurs }) => isolated((isOurs ? t("reaction.us") : by) ?? "")))}
        </li>
      ))}
    </ul>
  );
}

/** That it was edited, with what it said before behind a press. */
export function Versions({ versions }: { versions: Message["versions"] }) {
  const { t } = useTranslation("thread");
  const { column, columnRest } = useFormat();
  const now = useNow();
  return (
    <details className="group/versions text-label text-ink2">
      <summary className="w-fit list-none hover:text-ink touch:min-h-11 touch:py-3.5 [&::-webkit-details-marker]:hidden">
        {t("edited")}
        {" · "}
        <span className="underline underline-offset-2">{t("versions.show")}</span>
      </summary>
      <ol className="mt-1.5 flex flex-col gap-1.5 border-s-2 border-dashed border-line2 ps-2.5">
        {versions.map(({ at, text }, place) => (
          <li key={place}>
            <time dateTime={at}>{[column(at, now), columnRest(at, now)].filter(Boolean).join(" ")}</time>
            {text === null ? (
              <p>{t("versions.wordless")}</p>
            ) : (
              <Said text={text} className="text-body text-ink2 whitespace-pre-wrap" />
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
