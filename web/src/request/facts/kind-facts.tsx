import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Strip } from "../../../../shared/api/requests.ts";
import { tradeQuery } from "../../trade/use-trade.ts";
import { categoriesQuery } from "../../tray/use-tray.ts";
import { Fact } from "./fact.tsx";
import { FACT_CONTROL } from "./fact-input.tsx";

type Named = { id: number; name: string };

/** Of what kind it is and in which area it lies; areas only where there are any. */
export function KindFacts({
  strip,
  onChange,
}: {
  strip: Strip;
  onChange: (to: { categoryId: number | null } | { areaId: number | null }) => void;
}) {
  const { t } = useTranslation("request");
  const categories = useQuery(categoriesQuery).data?.categories ?? [];
  const areas = useQuery(tradeQuery).data?.areas.filter(({ isArchived }) => !isArchived) ?? [];
  return (
    <>
      <Fact name={t("fact.category")}>
        {(id) => (
          <Choice
            {...{ id, none: t("fact.noCategory"), choices: categories, chosen: strip.category }}
            onChange={(categoryId) => onChange({ categoryId })}
          />
        )}
      </Fact>
      {(areas.length > 0 || strip.area) && (
        <Fact name={t("fact.area")}>
          {(id) => (
            <Choice
              {...{ id, none: t("fact.noArea"), choices: areas, chosen: strip.area }}
              onChange={(areaId) => onChange({ areaId })}
            />
          )}
        </Fact>
      )}
    </>
  );
}

/** One that was put away stays where it is chosen already. */
function Choice({
  id,
  none,
  choices,
  chosen,
  onChange,
}: {
  id: string;
  none: string;
  choices: readonly Named[];
  chosen: Named | null;
  onChange: (id: number | null) => void;
}) {
  const away = chosen && !choices.some((each) => each.id === chosen.id) ? [chosen] : [];
  return (
    <select
      id={id}
      className={FACT_CONTROL}
      value={chosen?.id ?? ""}
      onChange={({ target }) => onChange(target.value ? Number(target.value) : null)}
    >
      <option value="">{none}</option>
      {[...away, ...choices].map((each) => (
        <option key={each.id} value={each.id}>
          {each.name}
        </option>
      ))}
    </select>
  );
}
