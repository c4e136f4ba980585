import { useTranslation } from "react-i18next";
import { Select } from "../ui/select.tsx";
import { Switch } from "../ui/switch.tsx";
import type { Settings } from "./shapes.ts";
import { useSimulatorActs } from "./use-simulator.ts";

const LATE_MS = 5_000;
const BATCH = 100;
const FLAGS = ["duplicates", "shuffle", "wrongSignature", "freeze", "statusSkips"] as const;
/** One of each sort the sender must tell apart: wait, pause, give up, ask somebody. */
const CODES = [131000, 131016, 130429, 131056, 131026, 131047, 131049, 190, 131031, 368];
const RATES = [0, 0.1, 0.5, 1];
const LATENCIES = [0, 300, 2_000, 10_000];

/** What the platform does on a bad day, switched on by hand. */
export function HardPart({ settings }: { settings: Settings }) {
  const { t } = useTranslation("phones");
  const { change } = useSimulatorActs();
  const words = { on: t("on"), off: t("off.short") };
  const set = (part: Partial<Settings>) => change.mutate(part);
  const flag = (label: string, isOn: boolean, onChange: (isOn: boolean) => void) => (
    <Switch key={label} {...{ label, words, isOn, onChange }} />
  );
  return (
    <section className="max-md:order-4">
      <h2 className="text-message font-semibold">{t("hard")}</h2>
      <p className="mb-1 text-line text-ink3">{t("hardLead")}</p>
      {FLAGS.map((name) => flag(t(name), settings[name], (isOn) => set({ [name]: isOn })))}
      {flag(t("late"), settings.delayMs > 0, (isOn) => set({ delayMs: isOn ? LATE_MS : 0 }))}
      {flag(t("batch"), settings.batching > 1, (isOn) => set({ batching: isOn ? BATCH : 1 }))}
      {flag(t("autoRead"), settings.autoRead, (autoRead) => set({ autoRead }))}
      <h3 className="mt-4 text-label font-medium text-ink2">{t("sends.title")}</h3>
      <div className="mt-1.5 grid grid-cols-2 gap-2">
        <Select
          label={t("sends.latency")}
          value={String(settings.latencyMs)}
          choices={withCurrent(LATENCIES, settings.latencyMs).map((ms) => ({
            value: String(ms),
            text: ms === 0 ? t("sends.none") : t("sends.seconds", { s: ms / 1000 }),
          }))}
          onChange={(ms) => set({ latencyMs: Number(ms) })}
        />
        <Select
          label={t("sends.rate")}
          value={String(settings.errorRate)}
          choices={withCurrent(RATES, settings.errorRate).map((rate) => ({
            value: String(rate),
            text: t("sends.percent", { n: Math.round(rate * 100) }),
          }))}
          onChange={(rate) => set({ errorRate: Number(rate) })}
        />
        <Select
          className="col-span-2"
          label={t("sends.code")}
          value={String(settings.errorCode)}
          choices={withCurrent(CODES, settings.errorCode).map((code) => ({
            value: String(code),
            text: String(code),
          }))}
          onChange={(code) => set({ errorCode: Number(code) })}
        />
      </div>
      {flag(t("sends.after"), settings.errorAfter, (errorAfter) => set({ errorAfter }))}
    </section>
  );
}

/** Set to something else by the command line, it is still a choice. */
const withCurrent = (choices: readonly number[], current: number): number[] =>
  choices.includes(current) ? [...choices] : [...choices, current];
