/** Languages by their names in the reader's language; WhatsApp writes pt_BR where the web writes pt-BR. */
import { useTranslation } from "react-i18next";

export function useLanguageName(): (code: string) => string {
  const { i18n } = useTranslation();
  return (code) => languageName(code, i18n.language);
}

function languageName(code: string, reader: string): string {
  try {
    return new Intl.DisplayNames([reader], { type: "language" }).of(code.replaceAll("_", "-")) ?? code;
  } catch {
    return code;
  }
}

/** Those WhatsApp takes templates in and that have readers where Baton is likely to be used; English first. */
export const TEMPLATE_LANGUAGES = [
  ...[
    "en",
    "en_US",
    "en_GB",
    "es",
    "es_ES",
    "es_MX",
    "es_AR",
    "ar",
    "pt_BR",
    "pt_PT",
    "fr",
    "de",
    "it",
    "nl",
  ],
  ...[
    "tr",
    "pl",
    "ro",
    "cs",
    "el",
    "sv",
    "da",
    "nb",
    "fi",
    "hu",
    "bg",
    "hr",
    "uk",
    "ru",
    "he",
    "fa",
    "ur",
    "hi",
  ],
  ...[
    "bn",
    "mr",
    "ta",
    "te",
    "gu",
    "pa",
    "id",
    "ms",
    "fil",
    "vi",
    "th",
    "zh_CN",
    "zh_HK",
    "zh_TW",
    "ja",
    "ko",
  ],
  ...["sw", "ha", "zu", "af", "ca"],
] as const;

/** visit_reminder reads as "visit reminder". */
export const spokenName = (name: string): string => name.replaceAll("_", " ");

export const tagOf = (language: string): string => language.replaceAll("_", "-");
