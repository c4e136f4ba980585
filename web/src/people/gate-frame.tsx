import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { changeLocale, LOCALE_NAMES, LOCALES } from "../texts/i18n.ts";
import { cx } from "../ui/class-names.ts";
import { Logo } from "../ui/logo.tsx";

/** Each language under its own name, before anybody is signed in. */
function Languages() {
  const { i18n } = useTranslation();
  return (
    <div className="flex flex-wrap gap-x-4">
      {LOCALES.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-pressed={locale === i18n.language}
          onClick={() => void changeLocale(locale)}
          className={cx(
            "min-h-8 text-line touch:min-h-11",
            locale === i18n.language ? "font-medium text-ink" : "text-ink3 hover:text-ink",
          )}
        >
          {LOCALE_NAMES[locale]}
        </button>
      ))}
    </div>
  );
}

/** The frame of the pages before the shell: logo, languages, one column of words. */
export function GateFrame({
  eyebrow,
  title,
  children,
  foot,
}: {
  eyebrow?: ReactNode;
  title: string;
  children: ReactNode;
  foot?: ReactNode;
}) {
  return (
    <div className="on-canvas flex min-h-dvh flex-col">
      <header className="flex items-center justify-between gap-4 px-10 py-4 max-sm:px-3">
        <span className="flex items-center gap-2.5 text-head font-semibold">
          <Logo />
          Baton
        </span>
        <Languages />
      </header>
      <main className="mx-auto flex w-full max-w-285 flex-1 flex-col px-6 pt-[7vh] pb-10 max-sm:px-3 max-sm:pt-6">
        {eyebrow && <p className="mb-2 text-line text-ink3">{eyebrow}</p>}
        <h1 className="max-w-150 text-welcome font-semibold text-balance max-sm:text-page">{title}</h1>
        {children}
      </main>
      {foot && (
        <footer className="flex flex-wrap justify-between gap-x-6 gap-y-1 px-10 pb-6 text-line text-ink3 max-sm:px-3">
          {foot}
        </footer>
      )}
    </div>
  );
}
