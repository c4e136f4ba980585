import { useTranslation } from "react-i18next";

/** On or off, said by place and by a word; what is switched is said to readers by the rule's name. */
export function RuleSwitch({
  name,
  isOn,
  onChange,
}: {
  name: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}) {
  const { t } = useTranslation("houseRules");
  return (
    <label className="flex min-h-8 items-center gap-2 touch:min-h-11">
      <span className="text-label text-ink3" aria-hidden="true">
        {t(isOn ? "page.on" : "page.off")}
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-label={t("page.switch", { name })}
        checked={isOn}
        aria-checked={isOn}
        onChange={({ target }) => onChange(target.checked)}
        className="relative h-5 w-8.5 shrink-0 appearance-none rounded-full border border-line2 transition-colors before:absolute before:start-0.5 before:top-0.5 before:size-3.5 before:rounded-full before:bg-line2 before:transition-[inset-inline-start] checked:border-ink checked:bg-ink checked:before:start-4 checked:before:bg-strip"
      />
    </label>
  );
}
