import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/queries.ts";
import { Select } from "../../ui/select.tsx";
import { peopleQuery } from "../use-request.ts";

type Owner = { kind: "account" | "team"; id: number };

/** Whose it will be: whoever fills this in, another person, a team. */
export function OwnerField({ value, onChange }: { value: Owner; onChange: (owner: Owner) => void }) {
  const { t } = useTranslation("request");
  const me = useMe();
  const people = useQuery(peopleQuery).data;
  const others = people?.people.filter(({ id, isActive }) => isActive && id !== me.id) ?? [];
  return (
    <Select
      label={t("fact.owner")}
      value={`${value.kind}:${value.id}`}
      onChange={(chosen) => {
        const [kind, id] = chosen.split(":");
        if (kind === "account" || kind === "team") onChange({ kind, id: Number(id) });
      }}
      choices={[
        { value: `account:${me.id}`, text: `${me.name} ${t("fact.you")}` },
        ...others.map(({ id, name }) => ({ value: `account:${id}`, text: name })),
        ...(people?.teams.map(({ id, name }) => ({
          value: `team:${id}`,
          text: t("fact.team", { name }),
        })) ?? []),
      ]}
    />
  );
}
