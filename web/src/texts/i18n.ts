/** Words by i18next, one language loaded at a time; digits and dates by Intl in the same language. */
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { en } from "./en.ts";

export const LOCALES = ["en", "es", "ar"] as const;
export type Locale = (typeof LOCALES)[number];
/** Each in its own language: who looks for it reads only that. */
export const LOCALE_NAMES: Record<Locale, string> = { en: "English", es: "Español", ar: "العربية" };

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "domain";
    resources: typeof en;
    pluralSeparator: "$";
  }
}

const STORED = "baton.locale";
const LOADERS = {
  en: () => import("./en.ts").then((file) => file.en),
  es: () => import("./es.ts").then((file) => file.es),
  ar: () => import("./ar.ts").then((file) => file.ar),
} satisfies Record<Locale, () => Promise<Record<string, object>>>;

const isLocale = (tag: string | undefined | null): tag is Locale => LOCALES.some((known) => known === tag);

/** The chosen language, else the browser's first that we speak. */
function firstLocale(): Locale {
  const stored = localStorage.getItem(STORED);
  if (isLocale(stored)) return stored;
  return navigator.languages.map((tag) => tag.split("-")[0]).find(isLocale) ?? "en";
}

/** The tag for Intl: the browser's own region where it fits, and Arabic always with Arabic digits. */
export function intlTag(locale: string): string {
  if (locale === "ar") return "ar-u-nu-arab";
  return navigator.languages.find((tag) => tag.split("-")[0] === locale) ?? locale;
}

const numbers = new Map<string, Intl.NumberFormat>();
function numbersOf(language: string): Intl.NumberFormat {
  const known = numbers.get(language) ?? new Intl.NumberFormat(intlTag(language));
  numbers.set(language, known);
  return known;
}

/** Every number in a text is written in the language's own digits. */
const digits = {
  type: "formatter" as const,
  init: () => {},
  add: () => {},
  addCached: () => {},
  format: (value: unknown, _format?: string, language?: string) =>
    typeof value === "number" ? numbersOf(language ?? "en").format(value) : String(value),
};

async function load(locale: Locale): Promise<void> {
  const texts: Record<string, object> = await LOADERS[locale]();
  for (const [namespace, words] of Object.entries(texts))
    i18next.addResourceBundle(locale, namespace, words, true, true);
}

function dress(locale: Locale): void {
  document.documentElement.lang = locale;
  document.documentElement.dir = locale === "ar" ? "rtl" : "ltr";
}

export async function startTexts(): Promise<void> {
  const locale = firstLocale();
  await i18next
    .use(initReactI18next)
    .use(digits)
    .init({
      lng: locale,
      fallbackLng: false,
      defaultNS: "domain",
      resources: {},
      pluralSeparator: "$",
      interpolation: { escapeValue: false, alwaysFormat: true },
    });
  await load(locale);
  dress(locale);
}

/** Words, direction and digits change at once; kept in this browser, and with the account by the caller. */
export async function changeLocale(locale: Locale): Promise<void> {
  if (locale === i18next.language) return;
  await load(locale);
  localStorage.setItem(STORED, locale);
  dress(locale);
  await i18next.changeLanguage(locale);
}
