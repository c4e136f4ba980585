/** Buttons and lists as they are being made, and whether WhatsApp would take them so. Pure. */
import { LIMITS, type OutgoingInput } from "../../../../../shared/outgoing.ts";

/** `id` comes back with the answer. */
export type Titled = { id: string; title: string };
export type Row = Titled & { description: string };
export type Section = { id: string; title: string; rows: readonly Row[] };

export const titled = (): Titled => ({ id: crypto.randomUUID(), title: "" });
export const aRow = (): Row => ({ ...titled(), description: "" });
export const aSection = (): Section => ({ ...titled(), rows: [aRow()] });

export type Made =
  | { kind: "ready"; message: OutgoingInput }
  | { kind: "missing" }
  /** This one says the same as one before it. */
  | { kind: "same"; id: string };

type Around = { text: string; header: string; footer: string };

const isWithin = (text: string, limit: number): boolean => text.trim().length <= limit;
const areWordsWithin = ({ text, header, footer }: Around, limit: number): boolean =>
  text.trim() !== "" &&
  isWithin(text, limit) &&
  isWithin(header, LIMITS.header) &&
  isWithin(footer, LIMITS.footer);

const around = ({ text, header, footer }: Around) => ({
  text: text.trim(),
  ...(header.trim() && { header: header.trim() }),
  ...(footer.trim() && { footer: footer.trim() }),
});

const isFilled = ({ title }: Titled): boolean => title.trim() !== "";

/** Buttons without words are left out. */
export function buttonsMessage({ buttons, ...words }: Around & { buttons: readonly Titled[] }): Made {
  const filled = buttons.filter(isFilled).map(({ id, title }) => ({ id, title: title.trim() }));
  const seen = new Set<string>();
  for (const { id, title } of filled) {
    if (seen.has(title)) return { kind: "same", id };
    seen.add(title);
  }
  const fits = filled.every(({ title }) => isWithin(title, LIMITS.buttonTitle));
  if (filled.length === 0 || !fits || !areWordsWithin(words, LIMITS.body)) return { kind: "missing" };
  return { kind: "ready", message: { kind: "buttons", ...around(words), buttons: filled } };
}

export function listMessage({
  button,
  sections,
  ...words
}: Around & { button: string; sections: readonly Section[] }): Made {
  const filled = sections
    .map((section) => ({ ...section, rows: section.rows.filter(isFilled) }))
    .filter(({ rows }) => rows.length > 0);
  const rows = filled.flatMap((section) => section.rows);
  const needsTitles = filled.length > 1;
  const fits =
    rows.length > 0 &&
    rows.length <= LIMITS.rows &&
    rows.every(
      ({ title, description }) =>
        isWithin(title, LIMITS.rowTitle) && isWithin(description, LIMITS.rowDescription),
    ) &&
    filled.every(
      ({ title }) => isWithin(title, LIMITS.sectionTitle) && (!needsTitles || title.trim() !== ""),
    ) &&
    button.trim() !== "" &&
    isWithin(button, LIMITS.listButton);
  if (!fits || !areWordsWithin(words, LIMITS.listBody)) return { kind: "missing" };
  return {
    kind: "ready",
    message: {
      kind: "list",
      ...around(words),
      button: button.trim(),
      sections: filled.map(({ title, rows }) => ({
        ...(title.trim() && { title: title.trim() }),
        rows: rows.map(({ id, title, description }) => ({
          id,
          title: title.trim(),
          ...(description.trim() && { description: description.trim() }),
        })),
      })),
    },
  };
}

export const rowCount = (sections: readonly Section[]): number =>
  sections.reduce((sum, { rows }) => sum + rows.length, 0);
