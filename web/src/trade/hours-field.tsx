import { useTranslation } from "react-i18next";
import type { WrittenTeam } from "../../../shared/api/trade.ts";
import { OpeningHours } from "../numbers/opening-hours.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Select } from "../ui/select.tsx";

const ZONES = Intl.supportedValuesOf("timeZone");
const OFFICE: WrittenTeam["hours"] = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  from: "09:00",
  to: "18:00",
}));

/** When a team is there: at any hour, or a week with several spans a day. */
export function HoursField({
  hours,
  timeZone,
  onChange,
}: {
  hours: WrittenTeam["hours"];
  timeZone: string;
  onChange: (to: Partial<Pick<WrittenTeam, "hours" | "timeZone">>) => void;
}) {
  const { t } = useTranslation("trade");
  const zones = ZONES.includes(timeZone) ? ZONES : [timeZone, ...ZONES];
  return (
    <div className="flex flex-col gap-3">
      <div>
        <p className="mb-1 text-label font-medium text-ink2" aria-hidden="true">
          {t("team.hours")}
        </p>
        <Segmented
          label={t("team.hours")}
          value={hours.length === 0 ? "always" : "byHours"}
          onChange={(value) => onChange({ hours: value === "always" ? [] : OFFICE })}
          choices={[
            { value: "always", text: t("team.always") },
            { value: "byHours", text: t("team.byHours") },
          ]}
        />
      </div>
      {hours.length > 0 && (
        <>
          <OpeningHours opening={hours} onChange={(next) => onChange({ hours: next })} />
          <p className="text-label text-ink3">{t("team.hoursHint")}</p>
          <Select
            label={t("team.zone")}
            value={timeZone}
            onChange={(zone) => onChange({ timeZone: zone })}
            choices={zones.map((zone) => ({ value: zone, text: zone.replaceAll("_", " ") }))}
          />
        </>
      )}
    </div>
  );
}
