import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Template } from "../../../shared/api/templates.ts";
import { TextField } from "../ui/text-field.tsx";
import { spokenName, tagOf, useLanguageName } from "./language-names.ts";

/** Approved templates, found by any of their words; arrows go up and down, Enter takes one. */
export function TemplateChoices({
  templates,
  others,
  onChoose,
}: {
  templates: readonly Template[];
  /** How many there are besides that cannot be sent now. */
  others: number;
  onChoose: (template: Template) => void;
}) {
  const { t } = useTranslation("templates");
  const languageName = useLanguageName();
  const list = useRef<HTMLUListElement>(null);
  const [words, setWords] = useState("");
  const found = templates.filter((template) => isAbout(template, words));
  const move = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    if (step === 0 || buttons.length === 0) return;
    event.preventDefault();
    const at = buttons.findIndex((button) => button.matches(":focus"));
    buttons[Math.min(Math.max(at + step, 0), buttons.length - 1)]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows only move the focus among real buttons
    <div className="flex min-w-0 flex-col gap-2.5" onKeyDown={move}>
      {templates.length > 3 && (
        <TextField
          label={t("picker.find")}
          type="search"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            const [first] = found;
            if (event.key !== "Enter" || !first) return;
            event.preventDefault();
            onChoose(first);
          }}
        />
      )}
      {found.length === 0 && <p className="text-body text-ink2">{t("picker.noneFound")}</p>}
      <ul
        ref={list}
        aria-label={t("picker.list")}
        className="max-h-72 overflow-y-auto rounded-panel border border-line empty:hidden"
      >
        {found.map((template) => (
          <li key={template.id} className="border-t border-line first:border-t-0">
            <button
              type="button"
              onClick={() => onChoose(template)}
              className="flex min-h-11 w-full flex-col gap-0.5 px-3 py-2 text-start -outline-offset-2 hover:bg-sunk"
            >
              <span className="flex w-full flex-wrap items-baseline justify-between gap-x-3">
                <bdi className="text-title font-semibold">{spokenName(template.name)}</bdi>
                <span className="text-label text-ink3">{languageName(template.language)}</span>
              </span>
              <span
                dir="auto"
                lang={tagOf(template.language)}
                className="aligned line-clamp-2 w-full text-body text-ink2"
              >
                {template.definition.body}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {others > 0 && <p className="text-label text-ink3">{t("picker.others", { count: others })}</p>}
    </div>
  );
}

/** Each word somewhere in its name or its texts. */
export function isAbout({ name, definition }: Template, words: string): boolean {
  const header = definition.header?.kind === "text" ? definition.header.text : "";
  const text =
    `${spokenName(name)} ${name} ${header} ${definition.body} ${definition.footer ?? ""}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
