import { useTranslation } from "react-i18next";
import type { Actions, Named, RuleChoices } from "../../../shared/api/rules.ts";
import { PRIORITIES } from "../../../shared/request.ts";
import { Select } from "../ui/select.tsx";

/** What the rule does: each left as it is, unless something is chosen. */
export function ActionsFields({
  actions,
  choices,
  onChange,
}: {
  actions: Actions;
  choices: RuleChoices;
  onChange: (part: Partial<Actions>) => void;
}) {
  const { t } = useTranslation(["houseRules", "domain"]);
  const leave = { value: "", text: t("edit.leave") };
  const idChoices = (rows: readonly Named[], chosen: number | null) => [
    leave,
    ...rows.map(({ id, name }) => ({ value: String(id), text: name })),
    // What it names and is gone stays chosen until somebody chooses anew.
    ...(chosen !== null && !rows.some(({ id }) => id === chosen)
      ? [{ value: String(chosen), text: t("sentence.gone") }]
      : []),
  ];
  const { categoryId, priority, owner, quickReplyId, stops } = actions;
  const owners = [
    ...choices.teams.map(({ id, name }) => ({ value: `team:${id}`, text: t("edit.team", { name }) })),
    ...choices.people.map(({ id, name }) => ({ value: `account:${id}`, text: name })),
  ];
  const ownerValue = owner ? `${owner.kind}:${owner.id}` : "";
  const isGone = owner !== null && !owners.some(({ value }) => value === ownerValue);
  return (
    <div className="grid grid-cols-2 gap-x-4 gap-y-3 max-sm:grid-cols-1">
      <Select
        label={t("edit.category")}
        value={String(categoryId ?? "")}
        onChange={(id) => onChange({ categoryId: id === "" ? null : Number(id) })}
        choices={idChoices(choices.categories, categoryId)}
      />
      <Select
        label={t("edit.priority")}
        value={priority ?? ""}
        onChange={(value) => onChange({ priority: value === "" ? null : value })}
        choices={[
          { value: "", text: t("edit.leave") },
          ...PRIORITIES.filter((each) => each !== "low").map((value) => ({
            value,
            text: t(`domain:priority.${value}`),
          })),
        ]}
      />
      <Select
        label={t("edit.owner")}
        value={ownerValue}
        onChange={(value) => {
          const [kind, id] = value.split(":");
          onChange({
            owner: value === "" ? null : { kind: kind === "team" ? "team" : "account", id: Number(id) },
          });
        }}
        choices={[leave, ...owners, ...(isGone ? [{ value: ownerValue, text: t("sentence.gone") }] : [])]}
      />
      {(choices.quickReplies.length > 0 || quickReplyId !== null) && (
        <Select
          label={t("edit.quickReply")}
          hint={t("edit.quickReplyHint")}
          value={String(quickReplyId ?? "")}
          onChange={(id) => onChange({ quickReplyId: id === "" ? null : Number(id) })}
          choices={idChoices(choices.quickReplies, quickReplyId)}
        />
      )}
      <label className="col-span-full flex min-h-8 items-center gap-2 touch:min-h-11">
        <input
          type="checkbox"
          checked={stops}
          onChange={({ target }) => onChange({ stops: target.checked })}
          className="size-4 accent-ink"
        />
        {t("edit.stops")}
      </label>
    </div>
  );
}
