import { useTranslation } from "react-i18next";
import { Switch } from "../ui/switch.tsx";
import type { Settings } from "./simulator.ts";
import { useSimulatorActs } from "./use-simulator.ts";

const LATE_MS = 5_000;
const FLAGS = ["duplicates", "shuffle", "wrongSignature", "freeze"] as const;

/** What the platform does on a bad day, switched on by hand. */
export function HardPart({ settings }: { settings: Settings }) {
  const { t } = useTranslation("phones");
  const { change } = useSimulatorActs();
  const words = { on: t("on"), off: t("off") };
  return (
    <section className="max-md:order-4">
      <h2 className="text-message font-semibold">{t("hard")}</h2>
      <p className="mb-1 text-line text-ink3">{t("hardLead")}</p>
      {FLAGS.map((flag) => (
        <Switch
          key={flag}
          label={t(flag)}
          words={words}
          isOn={settings[flag]}
          onChange={(isOn) => change.mutate({ [flag]: isOn })}
        />
      ))}
      <Switch
        label={t("late")}
        words={words}
        isOn={settings.delayMs > 0}
        onChange={(isOn) => change.mutate({ delayMs: isOn ? LATE_MS : 0 })}
      />
    </section>
  );
}
