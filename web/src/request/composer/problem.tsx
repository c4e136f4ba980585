import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { useReason } from "../use-reason.ts";
import type { Replying } from "./use-reply.ts";

/** Why it was not sent; in the form of the words a press sends it again. */
export function Problem({ reply, isOff, hasForm }: { reply: Replying; isOff: boolean; hasForm: boolean }) {
  const { t } = useTranslation("composer");
  const reasonOf = useReason();
  if (!reply.error) return null;
  return (
    <ErrorPanel title={t("notSent")} onDismiss={reply.forgetError}>
      <p>
        {reasonOf(reply.error)} {t("kept")}
      </p>
      {hasForm && (
        <Button size="small" type="submit" className="mt-2" disabled={isOff}>
          {t("again")}
        </Button>
      )}
    </ErrorPanel>
  );
}
