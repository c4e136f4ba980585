import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Decided } from "../../../shared/api/tray.ts";
import { requestRef } from "../../../shared/request.ts";
import { useFormat } from "../ui/format.ts";
import { KeyHint } from "../ui/key-hint.tsx";
import { useKeys } from "./keys.ts";
import { useActKey } from "./use-act-key.ts";

const SHOWN = 5;
/** Rules that have words; another one's own name says what it is. */
const KNOWN = ["button", "quote", "acknowledgement", "photo_after", "answer", "chase", "continues"] as const;

/** What rules decided alone, the newest first; one key or press takes the decision back into the tray. */
export function RuledList({
  ruled,
  onWrong,
  hasKey = true,
  className,
}: {
  ruled: readonly Decided[];
  onWrong: (decided: Decided) => void;
  /** Off where the list stands a second time, for another width. */
  hasKey?: boolean;
  className?: string;
}) {
  const { t } = useTranslation("desk");
  const { clockTime } = useFormat();
  const keys = useKeys();
  const id = useId();
  const shown = ruled.slice(0, SHOWN);
  const [newest] = shown;
  const oldest = shown.at(-1);
  useActKey(keys.wrong, () => newest && onWrong(newest), !newest || !hasKey);
  if (!newest || !oldest) return null;
  return (
    <section className={className} aria-labelledby={id}>
      <h2 id={id} className="mt-5 mb-1.5 text-label font-medium text-ink2">
        {t("ruled.title", { time: clockTime(oldest.at) })}
      </h2>
      <ol className="flex flex-col text-label text-ink2">
        {shown.map((decided) => (
          <RuledRow
            key={decided.id}
            decided={decided}
            keys={decided === newest && hasKey ? keys.wrong : null}
            onWrong={() => onWrong(decided)}
          />
        ))}
      </ol>
    </section>
  );
}

function RuledRow({
  decided,
  keys,
  onWrong,
}: {
  decided: Decided;
  keys: string | null;
  onWrong: () => void;
}) {
  const { t } = useTranslation("desk");
  const { clockTime } = useFormat();
  const rule = KNOWN.find((known) => known === decided.rule);
  const { request, contactName } = decided;
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-2.5 border-t border-line py-1 first:border-t-0">
      <time dateTime={decided.at} className="text-ink3">
        {clockTime(decided.at)}
      </time>
      <span className="truncate font-medium">{rule ? t(`rule.${rule}`) : <bdi>{decided.rule}</bdi>}</span>
      {request ? (
        <Link
          to="/requests/$id"
          params={{ id: String(request.id) }}
          title={request.title}
          className="px-1.5 hover:text-ink hover:underline"
        >
          <bdi dir="ltr">{requestRef(request.id)}</bdi>
        </Link>
      ) : (
        <span />
      )}
      <bdi className="col-start-2 truncate text-ink3">{contactName}</bdi>
      <button
        type="button"
        onClick={onWrong}
        className="inline-flex min-h-6 items-center justify-end gap-1.5 rounded-control px-1.5 font-semibold text-ink2 hover:bg-sunk hover:text-ink touch:min-h-11"
      >
        {keys && <KeyHint keys={keys} />}
        {t("ruled.wrong")}
        <span className="sr-only">{t("ruled.wrongOf", { name: contactName })}</span>
      </button>
    </li>
  );
}
