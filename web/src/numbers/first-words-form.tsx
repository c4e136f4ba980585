import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FirstWords } from "../../../shared/api/first-words.ts";
import { LOCALE_NAMES, LOCALES } from "../texts/i18n.ts";
import { Button } from "../ui/button.tsx";
import { Select } from "../ui/select.tsx";
import { Switch } from "../ui/switch.tsx";
import { TextArea } from "../ui/text-field.tsx";
import { OpeningHours } from "./opening-hours.tsx";

const ZONES = Intl.supportedValuesOf("timeZone");

/** Nothing set yet: then this browser's zone is a better guess than none. */
const begun = (words: FirstWords): FirstWords =>
  words.opening.length === 0 && words.timeZone === "UTC"
    ? { ...words, timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone }
    : words;

export function FirstWordsForm({
  before,
  isBusy,
  isSaved,
  error,
  onSave,
}: {
  before: FirstWords;
  isBusy: boolean;
  isSaved: boolean;
  error: string | null;
  onSave: (words: FirstWords) => void;
}) {
  const { t, i18n } = useTranslation(["firstWords", "kit"]);
  const [words, setWords] = useState(() => begun(before));
  const change = (to: Partial<FirstWords>) => setWords({ ...words, ...to });
  const known = LOCALES.find((locale) => locale === words.fallbackLanguage) ?? LOCALES[0];
  const zones = ZONES.includes(words.timeZone) ? ZONES : [words.timeZone, ...ZONES];
  const switchWords = { on: t("on"), off: t("off") };
  return (
    <form
      className="flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(words);
      }}
    >
      <p className="max-w-[70ch] text-ink2">{t("lead")}</p>
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2">
        <fieldset className="flex flex-col gap-3">
          <Switch
            label={t("greets")}
            isOn={words.greets}
            words={switchWords}
            onChange={(greets) => change({ greets })}
          />
          <p className="text-line text-ink3">{t("greetsWhen")}</p>
          <Texts label={t("greeting")} texts={words.greeting} onChange={(greeting) => change({ greeting })} />
        </fieldset>
        <fieldset className="flex flex-col gap-3">
          <Switch
            label={t("answersWhenShut")}
            isOn={words.answersWhenShut}
            words={switchWords}
            onChange={(answersWhenShut) => change({ answersWhenShut })}
          />
          <p className="text-line text-ink3">{t("answersWhen")}</p>
          <Texts label={t("whenShut")} texts={words.whenShut} onChange={(whenShut) => change({ whenShut })} />
        </fieldset>
      </div>
      <OpeningHours opening={words.opening} onChange={(opening) => change({ opening })} />
      <div className="grid max-w-160 gap-4 sm:grid-cols-2">
        <Select
          label={t("timeZone")}
          choices={zones.map((zone) => ({ value: zone, text: zone.replaceAll("_", " ") }))}
          value={words.timeZone}
          onChange={(timeZone) => change({ timeZone })}
        />
        <Select
          label={t("fallback")}
          choices={LOCALES.map((locale) => ({ value: locale, text: LOCALE_NAMES[locale] }))}
          value={known}
          onChange={(fallbackLanguage) => change({ fallbackLanguage })}
        />
      </div>
      {error && (
        <p role="alert" className="font-medium text-late">
          {error}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" kind="primary" disabled={isBusy}>
          {t("kit:save")}
        </Button>
        <span role="status" className="text-line text-ink2" lang={i18n.language}>
          {isSaved && !isBusy && t("saved")}
        </span>
      </div>
    </form>
  );
}

function Texts({
  label,
  texts,
  onChange,
}: {
  label: string;
  texts: Record<string, string>;
  onChange: (texts: Record<string, string>) => void;
}) {
  return LOCALES.map((locale) => (
    <TextArea
      key={locale}
      label={`${label} · ${LOCALE_NAMES[locale]}`}
      lang={locale}
      rows={2}
      maxLength={1000}
      value={texts[locale] ?? ""}
      onChange={(event) => onChange({ ...texts, [locale]: event.target.value })}
    />
  ));
}
