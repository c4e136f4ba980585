import { useTranslation } from "react-i18next";
import { TEMPLATE_LANGUAGES, useLanguageName } from "../templates/language-names.ts";
import { CrossGlyph } from "../ui/glyphs.tsx";
import { Select } from "../ui/select.tsx";

/** WhatsApp's list without the countries. */
const LANGUAGES = [...new Set(TEMPLATE_LANGUAGES.map((code) => code.split("_")[0] ?? code))].filter((code) =>
  /^[a-z]{2,3}$/.test(code),
);

/** Languages chosen one by one, each to be taken away again; none means whatever comes. */
export function LanguagesField({
  languages,
  onChange,
}: {
  languages: readonly string[];
  onChange: (languages: string[]) => void;
}) {
  const { t } = useTranslation("trade");
  const languageName = useLanguageName();
  return (
    <fieldset>
      <legend className="mb-1 text-label font-medium text-ink2">{t("team.languages")}</legend>
      <div className="flex flex-wrap items-center gap-2">
        {languages.length === 0 && <span className="text-line text-ink3">{t("team.anyLanguage")}</span>}
        {languages.map((code) => (
          <span
            key={code}
            className="inline-flex min-h-8 items-center gap-1 rounded-strip bg-sunk ps-2 text-line font-medium"
          >
            {languageName(code)}
            <button
              type="button"
              aria-label={t("team.removeLanguage", { language: languageName(code) })}
              onClick={() => onChange(languages.filter((each) => each !== code))}
              className="inline-flex size-8 items-center justify-center text-ink3 hover:text-ink touch:size-11"
            >
              <CrossGlyph />
            </button>
          </span>
        ))}
        <Select
          label={t("team.addLanguage")}
          isLabelHidden
          value=""
          onChange={(code) => code && onChange([...languages, code])}
          choices={[
            { value: "", text: t("team.addLanguage") },
            ...LANGUAGES.filter((code) => !languages.includes(code)).map((code) => ({
              value: code,
              text: languageName(code),
            })),
          ]}
        />
      </div>
    </fieldset>
  );
}
