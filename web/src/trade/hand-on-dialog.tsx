import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TradeTeam } from "../../../shared/api/trade.ts";
import { Dialog } from "../ui/dialog.tsx";
import { FormFoot } from "../ui/form-foot.tsx";
import { Select } from "../ui/select.tsx";
import { useRefusal } from "./use-trade.ts";

/** A team that holds open work goes only together with it: to whom, in one step. */
export function HandOnDialog({
  team,
  others,
  onHandOn,
  onClose,
}: {
  team: TradeTeam;
  others: readonly TradeTeam[];
  /** Rejects when it is refused. */
  onHandOn: (to: number) => Promise<void>;
  onClose: () => void;
}) {
  const { t } = useTranslation("trade");
  const refusal = useRefusal();
  const [to, setTo] = useState(String(others[0]?.id ?? ""));
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const handOn = async () => {
    setBusy(true);
    try {
      await onHandOn(Number(to));
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <Dialog title={t("away.title", { name: team.name })} onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (to && !isBusy) void handOn();
        }}
      >
        <p className="text-ink2">{t("away.text", { count: team.open })}</p>
        <Select
          label={t("away.to")}
          value={to}
          onChange={setTo}
          choices={others.map(({ id, name }) => ({ value: String(id), text: name }))}
        />
        <p className="text-line text-ink3">{t("away.plain")}</p>
        {Boolean(error) && (
          <p role="alert" className="font-medium text-late">
            {refusal(error)}
          </p>
        )}
        <FormFoot action={t("away.do")} isOff={!to || isBusy} onClose={onClose} />
      </form>
    </Dialog>
  );
}
