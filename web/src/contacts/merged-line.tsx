import { useTranslation } from "react-i18next";
import { useReason } from "../request/use-reason.ts";
import { Button } from "../ui/button.tsx";
import { type Merged, usePartContact } from "./use-contacts.ts";

/** Two are one now; until one goes on, a press makes them two again. */
export function MergedLine({ merged, onDone }: { merged: Merged; onDone: () => void }) {
  const { t } = useTranslation("contacts");
  const reasonOf = useReason();
  const undoing = usePartContact(merged.contact.id);
  return (
    <div className="on-strip mb-3 flex flex-wrap items-center justify-between gap-3 rounded-strip px-4 py-2.5">
      <p role="status" className="text-body">
        {undoing.error ? reasonOf(undoing.error) : t("merge.done", { name: merged.contact.name })}
      </p>
      <div className="flex gap-2">
        <Button
          size="small"
          disabled={undoing.isPending}
          onClick={() => undoing.mutate(merged.partId, { onSuccess: onDone })}
        >
          {t("merge.undo")}
        </Button>
        <Button kind="quiet" size="small" onClick={onDone}>
          {t("merge.fine")}
        </Button>
      </div>
    </div>
  );
}
