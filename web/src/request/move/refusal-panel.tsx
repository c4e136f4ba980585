import { useTranslation } from "react-i18next";
import { requestRef } from "../../../../shared/request.ts";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { useReason } from "../use-reason.ts";
import type { Moving } from "./use-move.ts";

/** The strip is back where it was, and here is why. */
export function RefusalPanel({ moving, className }: { moving: Moving; className?: string }) {
  const { t } = useTranslation("request");
  const { t: word } = useTranslation();
  const { t: kit } = useTranslation("kit");
  const reasonOf = useReason();
  const { refusal } = moving;
  if (!refusal) return null;
  const ref = requestRef(refusal.strip.id);
  return (
    <ErrorPanel
      className={className}
      title={
        refusal.to
          ? t("move.refused", { ref, state: word(`state.${refusal.to}`) })
          : t("move.undoRefused", { ref })
      }
      onDismiss={moving.forgetRefusal}
      actions={[{ text: t("move.other"), onPress: () => moving.ask(refusal.strip, null) }]}
    >
      {reasonOf(refusal.error)} {kit("notChanged")}
    </ErrorPanel>
  );
}
