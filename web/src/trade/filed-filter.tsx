import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Select } from "../ui/select.tsx";
import { tradeQuery } from "./use-trade.ts";

export type FiledUnder = { category?: number; area?: number; team?: number };

/** Only one category, one area, one team; each where there is a choice at all. */
export function FiledFilter({
  chosen,
  hasTeams = false,
  onChange,
  className,
}: {
  chosen: FiledUnder;
  hasTeams?: boolean;
  /** With what is chosen no more as undefined. */
  onChange: (to: FiledUnder) => void;
  className?: string;
}) {
  const { t } = useTranslation("trade");
  const trade = useQuery(tradeQuery).data;
  const lists = [
    { key: "category", text: t("filter.category"), rows: trade?.categories ?? [] },
    { key: "area", text: t("filter.area"), rows: trade?.areas ?? [] },
    { key: "team", text: t("filter.team"), rows: hasTeams ? (trade?.teams ?? []) : [] },
  ] as const;
  return lists.map(({ key, text, rows }) => {
    const id = chosen[key];
    const shown = rows.filter((row) => !row.isArchived || row.id === id);
    // One team alone holds everything there is.
    if (shown.length < (key === "team" ? 2 : 1)) return null;
    return (
      <Select
        key={key}
        label={text}
        isLabelHidden
        className={className}
        value={String(id ?? "")}
        onChange={(next) => onChange({ ...chosen, [key]: next ? Number(next) : undefined })}
        choices={[{ value: "", text }, ...shown.map((row) => ({ value: String(row.id), text: row.name }))]}
      />
    );
  });
}
