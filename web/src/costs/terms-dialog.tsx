import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../ui/dialog.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { FormFoot } from "../ui/form-foot.tsx";
import { useFormat } from "../ui/format.ts";
import { Select } from "../ui/select.tsx";
import { type MonthCosts, useTermsChange } from "./use-costs.ts";

const NUDGES = [15, 30, 60, 120, 180, 240, 360, 720];

/** Where a number's months begin, and how long before a window closes one is told. */
export function TermsDialog({
  number,
  onClose,
}: {
  number: MonthCosts["numbers"][number];
  onClose: () => void;
}) {
  const { t } = useTranslation("costs");
  const { duration } = useFormat();
  const failureWords = useFailureWords();
  const change = useTermsChange();
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [timeZone, setTimeZone] = useState(number.isZoneAssumed ? here : number.timeZone);
  const [nudge, setNudge] = useState(String(number.nudgeMinutes));
  const zones = [...new Set(["UTC", timeZone, number.timeZone, ...Intl.supportedValuesOf("timeZone")])];
  const nudges = [...new Set([...NUDGES, number.nudgeMinutes])].sort((a, b) => a - b);
  return (
    <Dialog title={t("terms.title", { name: number.name })} onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ id: number.id, timeZone, nudgeMinutes: Number(nudge) }, { onSuccess: onClose });
        }}
      >
        <Select
          label={t("terms.zone")}
          hint={t("terms.zoneHint")}
          error={failureWords(change.error)}
          value={timeZone}
          choices={zones.map((zone) => ({ value: zone, text: zone.replaceAll("_", " ") }))}
          onChange={setTimeZone}
        />
        <Select
          label={t("terms.nudge")}
          hint={t("terms.nudgeHint")}
          value={nudge}
          choices={nudges.map((minutes) => ({
            value: String(minutes),
            text: duration(minutes * 60_000),
          }))}
          onChange={setNudge}
        />
        <FormFoot action={t("terms.save")} isOff={change.isPending} onClose={onClose} />
      </form>
    </Dialog>
  );
}
