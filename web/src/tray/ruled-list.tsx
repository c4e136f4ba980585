import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Decided } from "../../../shared/api/tray.ts";
import { requestRef } from "../../../shared/request.ts";
import { isolated } from "../request/event-words.tsx";
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
  className,
}: {
  ruled: readonly Decided[];
  onWrong: (decided: Decided) => void;
  className?: string;
}) {
  const { t } = useTranslation("desk");
  const { clockTime } = useFormat();
  const keys = useKeys();
  const shown = ruled.slice(0, SHOWN);
  const [newest] = shown;
  const oldest = shown.at(-1);
  useActKey(keys.wrong, () => newest && onWrong(newest), !newest);
  if (!newest || !oldest) return null;
  return (
    <section className={className} aria-labelledby="ruled">
      <h2 id="ruled" className="mt-5 mb-1.5 text-label font-medium text-ink2">
        {t("ruled.title", { time: clockTime(oldest.at) })}
      </h2>
      <ol className="flex flex-col text-label text-ink2">
        {shown.map((decided) => (
          <RuledRow
            key={decided.id}
            decided={decided}
            keys={decided === newest ? keys.wrong : null}
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
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-2.5">
      <time dateTime={decided.at} className="text-ink3">
        {clockTime(decided.at)}
      </time>
      <span className="min-w-0 truncate">
        <span title={isolated(contactName)}>{rule ? t(`rule.${rule}`) : <bdi>{decided.rule}</bdi>}</span>{" "}
        {request ? (
          <Link
            to="/requests/$id"
            params={{ id: String(request.id) }}
            title={request.title}
            className="hover:text-ink hover:underline"
          >
            <bdi dir="ltr">{requestRef(request.id)}</bdi>
          </Link>
        ) : (
          <bdi>{contactName}</bdi>
        )}
      </span>
      <button
        type="button"
        onClick={onWrong}
        aria-label={t("ruled.wrongNamed", { name: contactName })}
        className="inline-flex min-h-7 items-center gap-1.5 rounded-control px-1.5 font-semibold text-ink2 hover:bg-sunk hover:text-ink touch:min-h-11"
      >
        {keys && <KeyHint keys={keys} />}
        {t("ruled.wrong")}
      </button>
    </li>
  );
}
