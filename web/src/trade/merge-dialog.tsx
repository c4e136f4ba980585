import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../ui/dialog.tsx";
import { FormFoot } from "../ui/form-foot.tsx";
import { Select } from "../ui/select.tsx";
import type { Kind, Row } from "./use-standing.ts";
import { useRefusal } from "./use-trade.ts";

/** One goes into another; says before what will become of its requests. */
export function MergeDialog({
  kind,
  row,
  others,
  onMerge,
  onClose,
}: {
  kind: Kind;
  row: Row;
  others: readonly Row[];
  /** Rejects when it is refused. */
  onMerge: (into: Row) => Promise<void>;
  onClose: () => void;
}) {
  const { t } = useTranslation("trade");
  const refusal = useRefusal();
  const [into, setInto] = useState(String(others[0]?.id ?? ""));
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const chosen = others.find(({ id }) => String(id) === into);
  const merge = async () => {
    if (!chosen || isBusy) return;
    setBusy(true);
    try {
      await onMerge(chosen);
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <Dialog title={t("merge.title", { name: row.name })} onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void merge();
        }}
      >
        <Select
          label={t("merge.into")}
          value={into}
          onChange={setInto}
          choices={others.map(({ id, name }) => ({ value: String(id), text: name }))}
        />
        <p className="text-ink2">{t(`merge.${kind}`)}</p>
        {Boolean(error) && (
          <p role="alert" className="font-medium text-late">
            {refusal(error)}
          </p>
        )}
        <FormFoot action={t("merge.do")} isOff={!chosen || isBusy} onClose={onClose} />
      </form>
    </Dialog>
  );
}
