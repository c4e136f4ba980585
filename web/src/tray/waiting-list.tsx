import { useTranslation } from "react-i18next";
import { useFormat } from "../ui/format.ts";
import type { Decision, DecisionLine } from "./decision-line.ts";
import { decisionLine } from "./use-decisions.ts";

/** Decisions made without a connection: seen, in order, and each can be taken back. */
export function WaitingList({ line }: { line: DecisionLine }) {
  const { t } = useTranslation("tray");
  const waiting = line.waiting.filter((decision) => decision.state !== "taken_back");
  if (!line.isStalled || waiting.length === 0) return null;
  return (
    <section aria-labelledby="waiting-decisions" className="my-4">
      <h2 id="waiting-decisions" className="mb-2 text-label font-medium text-ink2">
        {t("waiting.title", { count: waiting.length })}
      </h2>
      <ol className="flex flex-col gap-1.5">
        {waiting.map((decision) => (
          <WaitingDecision key={decision.key} decision={decision} />
        ))}
      </ol>
      <p className="mt-2 text-label text-ink2">{t("waiting.note")}</p>
    </section>
  );
}

function WaitingDecision({ decision }: { decision: Decision }) {
  const { t } = useTranslation("tray");
  const { t: word } = useTranslation();
  const { clockTime } = useFormat();
  return (
    <li className="flex items-center gap-2.5 rounded-strip border border-line2 py-1 ps-3 pe-1 text-line">
      <time className="text-ink3">{clockTime(decision.at)}</time>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-semibold">{word(`decided.${decision.ask.kind}`)}</span>
        <bdi className="block truncate text-label text-ink2">{decision.item.contact?.name}</bdi>
      </span>
      <button
        type="button"
        onClick={() => decisionLine.takeBack(decision.key)}
        className="min-h-8 rounded-control px-2 font-semibold text-ink2 hover:bg-sunk hover:text-ink touch:min-h-11"
      >
        {t("undo")}
      </button>
    </li>
  );
}
