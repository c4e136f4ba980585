import { useTranslation } from "react-i18next";
import type { Condition, RuleChoices } from "../../../shared/api/rules.ts";
import { Select } from "../ui/select.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useDayName } from "./use-rule-words.ts";

type Hours = Extract<Condition, { kind: "hours" }>;

const ZONES = Intl.supportedValuesOf("timeZone");
const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** The hours of a team, or a span of the week. */
export function HoursFields({
  hours,
  teams,
  onChange,
}: {
  hours: Hours;
  teams: RuleChoices["teams"];
  onChange: (to: Partial<Hours>) => void;
}) {
  const { t } = useTranslation("houseRules");
  const dayName = useDayName();
  const { teamId, days, from, to, timeZone } = hours;
  const zones = ZONES.includes(timeZone) ? ZONES : [timeZone, ...ZONES];
  const withHours = teams.filter(({ id, hasHours }) => hasHours || id === teamId);
  return (
    <>
      {withHours.length > 0 && (
        <Select
          label={t("edit.hoursOf")}
          value={String(teamId ?? "")}
          onChange={(id) => onChange({ teamId: id === "" ? null : Number(id) })}
          choices={[
            { value: "", text: t("edit.span") },
            ...withHours.map(({ id, name }) => ({ value: String(id), text: t("edit.teamHours", { name }) })),
          ]}
        />
      )}
      {teamId === null && (
        <>
          <fieldset className="flex flex-wrap gap-1">
            <legend className="mb-1 text-label font-medium text-ink2">{t("edit.days")}</legend>
            {WEEK.map((day) => (
              <label
                key={day}
                className="inline-flex min-h-9 min-w-9 items-center justify-center rounded-control border border-line2 px-2 text-line font-medium text-ink2 has-checked:border-ink has-checked:bg-go has-checked:font-semibold has-checked:text-on-go has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus touch:min-h-11 touch:min-w-11"
              >
                <input
                  type="checkbox"
                  className="sr-only"
                  checked={days.includes(day)}
                  onChange={() =>
                    onChange({
                      days: WEEK.filter((each) =>
                        each === day ? !days.includes(each) : days.includes(each),
                      ),
                    })
                  }
                />
                {dayName(day)}
              </label>
            ))}
          </fieldset>
          <TextField
            label={t("edit.from")}
            type="time"
            value={from}
            onChange={({ target }) => target.value && onChange({ from: target.value })}
          />
          <TextField
            label={t("edit.to")}
            type="time"
            hint={to <= from ? t("edit.overnight") : undefined}
            value={to === "24:00" ? "00:00" : to}
            onChange={({ target }) => target.value && onChange({ to: target.value })}
          />
          <Select
            label={t("edit.zone")}
            value={timeZone}
            onChange={(zone) => onChange({ timeZone: zone })}
            choices={zones.map((zone) => ({ value: zone, text: zone.replaceAll("_", " ") }))}
          />
        </>
      )}
    </>
  );
}
