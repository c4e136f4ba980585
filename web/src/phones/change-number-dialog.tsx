import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogFoot } from "../ui/dialog.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { TextField } from "../ui/text-field.tsx";
import type { Phone } from "./shapes.ts";
import { useSimulatorActs } from "./use-simulator.ts";

/** WhatsApp tells the business who became whom. */
export function ChangeNumberDialog({ phone, onClose }: { phone: Phone; onClose: () => void }) {
  const { t } = useTranslation("phones");
  const { changeNumber } = useSimulatorActs();
  const failureWords = useFailureWords();
  const [number, setNumber] = useState("");
  const waId = number.replace(/\D/g, "");
  return (
    <Dialog title={t("act.number")} onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          changeNumber.mutate({ id: phone.id, waId }, { onSuccess: onClose });
        }}
      >
        <p className="text-ink2">{t("person.changeLead", { name: phone.name })}</p>
        <TextField
          label={t("person.number")}
          type="tel"
          dir="ltr"
          value={number}
          hint={t("person.numberHint")}
          error={failureWords(changeNumber.error)}
          onChange={(event) => setNumber(event.target.value)}
        />
        <DialogFoot>
          <Button type="submit" kind="primary" disabled={waId.length < 7 || changeNumber.isPending}>
            {t("person.change")}
          </Button>
          <Button onClick={onClose}>{t("cancel")}</Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
