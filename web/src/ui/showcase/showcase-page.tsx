import { useState } from "react";
import { changeLocale, LOCALE_NAMES, LOCALES } from "../../texts/i18n.ts";
import { Logo } from "../logo.tsx";
import { Segmented } from "../segmented.tsx";
import { ControlsBoard } from "./controls-board.tsx";
import { MarksBoard } from "./marks-board.tsx";
import { StatesBoard } from "./states-board.tsx";
import { StripsBoard } from "./strips-board.tsx";

const THEMES = [
  { value: "system", text: "System" },
  { value: "light", text: "Light" },
  { value: "dark", text: "Dark" },
] as const;

/** Every component on one page, in development only: look here first when one of them changes. */
export function ShowcasePage() {
  const [theme, setTheme] = useState<(typeof THEMES)[number]["value"]>("system");
  const [locale, setLocale] = useState(document.documentElement.lang);
  return (
    <main className="on-canvas min-h-dvh px-5 py-10 sm:px-12">
      <div className="mx-auto flex max-w-350 flex-col gap-12">
        <header className="flex flex-wrap items-center gap-4">
          <Logo className="h-11" />
          <h1 className="text-verdict font-semibold">Baton</h1>
          <div className="ms-auto flex flex-wrap gap-3">
            <Segmented
              label="Theme"
              choices={THEMES}
              value={theme}
              onChange={(chosen) => {
                document.documentElement.dataset.theme = chosen;
                setTheme(chosen);
              }}
            />
            <Segmented
              label="Language"
              choices={LOCALES.map((value) => ({ value, text: LOCALE_NAMES[value] }))}
              value={LOCALES.find((each) => each === locale) ?? "en"}
              onChange={(chosen) => {
                setLocale(chosen);
                void changeLocale(chosen);
              }}
            />
          </div>
        </header>
        <MarksBoard />
        <StripsBoard />
        <ControlsBoard />
        <StatesBoard />
      </div>
    </main>
  );
}
