import { useTranslation } from "react-i18next";
import { Switch } from "../../ui/switch.tsx";

/** Whether the messages concern both requests from now on. */
export function KeepBoth({ isOn, onChange }: { isOn: boolean; onChange: (isOn: boolean) => void }) {
  const { t } = useTranslation("mend");
  return (
    <Switch
      label={t("keep")}
      isOn={isOn}
      onChange={onChange}
      words={{ on: t("keepOn"), off: t("keepOff") }}
      className="text-body"
    />
  );
}
