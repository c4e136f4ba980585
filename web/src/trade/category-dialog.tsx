import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type TradeCategory,
  type TradeTeam,
  tradeApi,
  type WrittenCategory,
} from "../../../shared/api/trade.ts";
import { PRIORITIES } from "../../../shared/request.ts";
import { EVIDENCE, LABELS } from "../../../shared/trade.ts";
import { Dialog } from "../ui/dialog.tsx";
import { FormFoot } from "../ui/form-foot.tsx";
import { Select } from "../ui/select.tsx";
import { Switch } from "../ui/switch.tsx";
import { TextField } from "../ui/text-field.tsx";
import { CheckList } from "./check-list.tsx";
import { FormError } from "./form-error.tsx";
import { TargetsField, targetsTyped, useTypedTargets } from "./targets-field.tsx";
import { isNameTaken, useTradeChange } from "./use-trade.ts";

const NONE = { firstReply: null, takeUp: null, resolution: null };
const NEW: WrittenCategory = {
  name: "",
  label: "breakdown_repair",
  needsWork: true,
  evidence: [],
  priority: "normal",
  teamId: null,
  targets: { low: NONE, normal: NONE, high: NONE, urgent: NONE },
};

/** What a category asks for and aims at. */
export function CategoryDialog({
  category,
  teams,
  onClose,
}: {
  category: TradeCategory | null;
  teams: readonly TradeTeam[];
  onClose: () => void;
}) {
  const { t } = useTranslation("trade");
  const { t: word } = useTranslation();
  const typedOf = useTypedTargets();
  const add = useTradeChange(tradeApi.addCategory);
  const change = useTradeChange(tradeApi.changeCategory);
  const [written, setWritten] = useState<WrittenCategory>(category ?? NEW);
  const [typed, setTyped] = useState(() => typedOf(written.targets));
  const set = (part: Partial<WrittenCategory>) => setWritten({ ...written, ...part });
  const error = add.error ?? change.error;
  const targets = targetsTyped(typed);
  const isOff = !written.name.trim() || !targets || add.isPending || change.isPending;
  const keep = () => {
    if (isOff || !targets) return;
    const { name, label, needsWork, evidence, priority, teamId } = written;
    const body = { name: name.trim(), label, needsWork, evidence, priority, teamId, targets };
    const done = { onSuccess: onClose };
    if (category)
      change.mutate({ params: { id: category.id }, body: { ...body, version: category.version } }, done);
    else add.mutate({ body }, done);
  };
  return (
    <Dialog
      title={category ? t("category.editTitle", { name: category.name }) : t("category.newTitle")}
      onClose={onClose}
      className="w-[min(38rem,calc(100vw-1.5rem))]"
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={t("category.name")}
            value={written.name}
            maxLength={60}
            autoComplete="off"
            error={isNameTaken(error, written.name) ? t("category.taken") : null}
            onChange={({ target }) => set({ name: target.value })}
          />
          <Select
            label={t("category.label")}
            hint={t("category.labelHint")}
            value={written.label}
            onChange={(label) => set({ label })}
            choices={LABELS.map((label) => ({ value: label, text: t(`label.${label}`) }))}
          />
          <Select
            label={t("category.priority")}
            value={written.priority}
            onChange={(priority) => set({ priority })}
            choices={PRIORITIES.map((each) => ({ value: each, text: word(`priority.${each}`) }))}
          />
          <Select
            label={t("category.team")}
            value={String(written.teamId ?? "")}
            onChange={(id) => set({ teamId: id ? Number(id) : null })}
            choices={[
              { value: "", text: t("category.noTeam") },
              ...teams.map(({ id, name }) => ({ value: String(id), text: name })),
            ]}
          />
        </div>
        <Switch
          label={t("category.needsWork")}
          isOn={written.needsWork}
          words={{ on: t("category.needsWorkOn"), off: t("category.needsWorkOff") }}
          onChange={(needsWork) => set({ needsWork, ...(needsWork ? {} : { evidence: [] }) })}
        />
        {written.needsWork && (
          <CheckList
            label={t("category.evidence")}
            hint={t("category.evidenceHint")}
            choices={EVIDENCE.map((each) => ({ value: each, text: t(`evidence.${each}`) }))}
            chosen={written.evidence}
            onChange={(evidence) => set({ evidence })}
          />
        )}
        <TargetsField typed={typed} onChange={setTyped} />
        <FormError error={error} />
        <FormFoot action={t(category ? "category.save" : "category.add_")} isOff={isOff} onClose={onClose} />
      </form>
    </Dialog>
  );
}
