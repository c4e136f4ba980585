import { useTranslation } from "react-i18next";
import { useReason } from "../request/use-reason.ts";
import { ErrorPanel } from "../ui/error-panel.tsx";
import type { DecisionLine } from "./decision-line.ts";
import type { useUndo } from "./use-decisions.ts";
import { decisionLine } from "./use-decisions.ts";

/** A decision or an undo the server did not take: what was not done, and why. The item is back in the queue. */
export function RefusedPanel({
  line,
  undoing,
  snooze,
}: {
  line: DecisionLine;
  undoing: ReturnType<typeof useUndo>;
  snooze: { error: unknown; onDismiss: () => void };
}) {
  const { t } = useTranslation("tray");
  const { t: desk } = useTranslation("desk");
  const reasonOf = useReason();
  if (line.refused) {
    const { decision, error } = line.refused;
    return (
      <ErrorPanel
        className="mb-3"
        title={t("refused.title", { name: decision.item.contact?.name ?? t("queue.nobody") })}
        onDismiss={decisionLine.dismiss}
      >
        {reasonOf(error)} {t("refused.back")}
      </ErrorPanel>
    );
  }
  if (snooze.error)
    return (
      <ErrorPanel className="mb-3" title={desk("snooze.refused")} onDismiss={snooze.onDismiss}>
        {reasonOf(snooze.error)} {t("refused.back")}
      </ErrorPanel>
    );
  if (!undoing.failure) return null;
  return (
    <ErrorPanel className="mb-3" title={t("refused.undo")} onDismiss={undoing.forgetFailure}>
      {reasonOf(undoing.failure)}
    </ErrorPanel>
  );
}
