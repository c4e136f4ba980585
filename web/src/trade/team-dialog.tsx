import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { numbersApi } from "../../../shared/api/numbers.ts";
import { type TradeTeam, tradeApi, type WrittenTeam } from "../../../shared/api/trade.ts";
import { call } from "../api/call.ts";
import { peopleQuery } from "../request/use-request.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FormFoot } from "../ui/form-foot.tsx";
import { Switch } from "../ui/switch.tsx";
import { TextField } from "../ui/text-field.tsx";
import { CheckList } from "./check-list.tsx";
import { FormError } from "./form-error.tsx";
import { HoursField } from "./hours-field.tsx";
import { LanguagesField } from "./languages-field.tsx";
import { isNameTaken, useTradeChange } from "./use-trade.ts";

const newTeam = (): WrittenTeam => ({
  name: "",
  isIntake: false,
  memberIds: [],
  languages: [],
  hours: [],
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  numberIds: [],
});

/** Who is in a team, when, and what it takes in. */
export function TeamDialog({ team, onClose }: { team: TradeTeam | null; onClose: () => void }) {
  const { t } = useTranslation("trade");
  const people = useQuery(peopleQuery).data?.people.filter(({ isActive }) => isActive) ?? [];
  const numbers = useQuery({
    queryKey: ["numbers", "list"],
    queryFn: ({ signal }) => call(numbersApi.numbers, { signal }),
  }).data?.numbers.filter(({ kind }) => kind !== "unclaimed");
  const add = useTradeChange(tradeApi.addTeam);
  const change = useTradeChange(tradeApi.changeTeam);
  const [written, setWritten] = useState<WrittenTeam>(() => team ?? newTeam());
  const set = (part: Partial<WrittenTeam>) => setWritten({ ...written, ...part });
  const error = add.error ?? change.error;
  const isOff = !written.name.trim() || add.isPending || change.isPending;
  const keep = () => {
    if (isOff) return;
    const { isIntake, memberIds, languages, hours, timeZone, numberIds } = written;
    const body = { name: written.name.trim(), isIntake, memberIds, languages, hours, timeZone, numberIds };
    const done = { onSuccess: onClose };
    if (team) change.mutate({ params: { id: team.id }, body: { ...body, version: team.version } }, done);
    else add.mutate({ body }, done);
  };
  return (
    <Dialog
      title={team ? t("team.editTitle", { name: team.name }) : t("team.newTitle")}
      onClose={onClose}
      className="w-[min(42rem,calc(100vw-1.5rem))]"
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <TextField
          label={t("team.name")}
          value={written.name}
          maxLength={60}
          autoComplete="off"
          error={isNameTaken(error, written.name) ? t("team.taken") : null}
          hint={team?.isFirst ? t("team.firstIntake") : undefined}
          onChange={({ target }) => set({ name: target.value })}
        />
        {!team?.isFirst && (
          <Switch
            label={t("team.isIntake")}
            isOn={written.isIntake}
            words={{ on: t("team.isIntakeOn"), off: t("team.isIntakeOff") }}
            onChange={(isIntake) => set({ isIntake })}
          />
        )}
        <CheckList
          label={t("team.members")}
          choices={people.map(({ id, name }) => ({ value: id, text: name, mark: <Avatar name={name} /> }))}
          chosen={written.memberIds}
          onChange={(memberIds) => set({ memberIds })}
        />
        <LanguagesField languages={written.languages} onChange={(languages) => set({ languages })} />
        {written.isIntake && numbers && numbers.length > 1 && (
          <CheckList
            label={t("team.numbers")}
            hint={t("team.numbersHint")}
            choices={numbers.map(({ id, name }) => ({ value: id, text: name }))}
            chosen={written.numberIds}
            onChange={(numberIds) => set({ numberIds })}
          />
        )}
        <HoursField hours={written.hours} timeZone={written.timeZone} onChange={set} />
        <FormError error={error} />
        <FormFoot action={t(team ? "category.save" : "category.add_")} isOff={isOff} onClose={onClose} />
      </form>
    </Dialog>
  );
}
