import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Button, buttonClass } from "../ui/button.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { useFormat } from "../ui/format.ts";
import { useNow } from "../ui/now.ts";
import type { Start } from "./use-start.ts";

/** As long as an import can be taken back. */
const UNDO_MS = 10 * 60_000;

/** What was made of the chat, the way to it, and for ten minutes the way back. */
export function StartedLine({ start: { made, undo } }: { start: Start }) {
  const { t } = useTranslation("diagnosis");
  const { duration } = useFormat();
  const failureWords = useFailureWords();
  const now = useNow();
  const kept = undo.data?.kept.length ?? 0;
  const error = failureWords(undo.error);
  if (!made && !undo.data) return null;
  const left = made ? made.at + UNDO_MS - now : 0;
  return (
    <div
      role="status"
      className="not-on-paper mx-auto mt-4 flex max-w-328 flex-wrap items-center gap-x-4 gap-y-1 rounded-strip px-4 py-2 shadow-1 on-strip max-xl:mx-8 max-sm:mx-3.5"
    >
      <span className="font-medium">
        {made && t("started.done", { count: made.requestIds.length })}
        {!made && t(kept > 0 ? "started.kept" : "started.undone", { count: kept })}
      </span>
      {made && (
        <Link to="/board" className={buttonClass("primary", "small")}>
          {t("started.open")}
        </Link>
      )}
      {made && left > 0 && (
        <Button size="small" disabled={undo.isPending} onClick={() => undo.mutate(made)}>
          {t("started.undo")}
        </Button>
      )}
      {made && left > 60_000 && (
        <span className="text-line text-ink3">{t("started.until", { time: duration(left) })}</span>
      )}
      {made && error && (
        <span role="alert" className="font-medium text-late">
          {t("started.undoFailed")}. {error}
        </span>
      )}
    </div>
  );
}
