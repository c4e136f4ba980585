import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Decided } from "../../../shared/api/tray.ts";
import { requestRef } from "../../../shared/request.ts";
import { isolated } from "../request/event-words.tsx";
import { useList } from "../request/use-list.ts";
import { useFormat } from "../ui/format.ts";

const SHOWN = 5;

/** The last decisions, of people and of rules: where things went. */
export function LatelyList({ lately, className }: { lately: readonly Decided[]; className?: string }) {
  const { t } = useTranslation("tray");
  const { t: word } = useTranslation();
  const { clockTime } = useFormat();
  const list = useList();
  if (lately.length === 0) return null;
  return (
    <section className={className}>
      <h2 className="mt-6 mb-2 text-label font-medium text-ink2">{t("lately.title")}</h2>
      <ol className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-2.5 gap-y-2 text-label text-ink2">
        {lately.slice(0, SHOWN).map((decided) => (
          <li key={decided.id} className="col-span-3 grid grid-cols-subgrid items-baseline">
            <time dateTime={decided.at} className="text-ink3">
              {clockTime(decided.at)}
            </time>
            <span className="truncate">
              {list([
                isolated(decided.contactName),
                word(`decided.${decided.kind}`),
                ...(decided.by === null ? [word("through.rule")] : []),
              ])}
            </span>
            {decided.request && (
              <Link
                to="/requests/$id"
                params={{ id: String(decided.request.id) }}
                title={decided.request.title}
                className="hover:text-ink hover:underline"
              >
                <bdi dir="ltr">{requestRef(decided.request.id)}</bdi>
              </Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
