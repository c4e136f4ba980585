import { useTranslation } from "react-i18next";
import type { NumberSettings } from "../../../shared/api/connecting.ts";
import { textOf } from "../people/gate-form.tsx";
import { Button } from "../ui/button.tsx";
import { Switch } from "../ui/switch.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { useNumberSettings } from "./use-settings.ts";

/** What colleagues call the number, and whether people see that we have read. */
export function NumberName({
  settings,
  parts: { change },
}: {
  settings: NumberSettings;
  parts: ReturnType<typeof useNumberSettings>;
}) {
  const { t } = useTranslation("connecting");
  return (
    <div className="flex max-w-120 flex-col gap-4">
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ name: textOf(new FormData(event.currentTarget), "name") });
        }}
      >
        <TextField
          key={settings.name}
          className="min-w-48 flex-1"
          label={t("settings.name")}
          name="name"
          required
          maxLength={80}
          defaultValue={settings.name}
        />
        <Button type="submit" disabled={change.isPending}>
          {t("settings.saveName")}
        </Button>
      </form>
      <Switch
        label={t("settings.readMarks")}
        isOn={settings.sendsReadMarks}
        words={{ on: t("settings.on"), off: t("settings.off") }}
        onChange={(sendsReadMarks) => change.mutate({ sendsReadMarks })}
      />
    </div>
  );
}
