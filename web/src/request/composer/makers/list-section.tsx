import { useTranslation } from "react-i18next";
import { LIMITS } from "../../../../../shared/outgoing.ts";
import { Button } from "../../../ui/button.tsx";
import { useFormat } from "../../../ui/format.ts";
import { CrossGlyph } from "../../../ui/glyphs.tsx";
import { aRow, type Row, type Section } from "./choices.ts";
import { LimitedField } from "./limited-field.tsx";

/** The choices under one title; alone it needs none. */
export function ListSection({
  section,
  place,
  isOnly,
  isFull,
  onChange,
  onRemove,
}: {
  section: Section;
  place: number;
  isOnly: boolean;
  isFull: boolean;
  onChange: (section: Section) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation("composer");
  const { number } = useFormat();
  const { rows, title } = section;
  const changeRow = (id: string, to: Partial<Row>) =>
    onChange({ ...section, rows: rows.map((row) => (row.id === id ? { ...row, ...to } : row)) });
  return (
    <fieldset className="flex min-w-0 flex-col gap-2 border-s-2 border-line ps-3">
      {!isOnly && (
        <div className="flex items-start gap-1">
          <LimitedField
            className="flex-1"
            label={t("list.section", { n: number(place + 1) })}
            hint={title.trim() === "" ? t("list.sectionNeeded") : undefined}
            value={title}
            limit={LIMITS.sectionTitle}
            onWrite={(next) => onChange({ ...section, title: next })}
          />
          <Remove label={t("list.removeSection", { n: number(place + 1) })} onPress={onRemove} />
        </div>
      )}
      {rows.map((row, at) => (
        <div key={row.id} className="flex items-start gap-1">
          <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-2">
            <LimitedField
              label={t("list.row", { n: number(at + 1) })}
              value={row.title}
              limit={LIMITS.rowTitle}
              onWrite={(next) => changeRow(row.id, { title: next })}
            />
            <LimitedField
              label={t("list.description", { n: number(at + 1) })}
              value={row.description}
              limit={LIMITS.rowDescription}
              onWrite={(next) => changeRow(row.id, { description: next })}
            />
          </div>
          {rows.length > 1 && (
            <Remove
              label={t("list.removeRow", { n: number(at + 1) })}
              onPress={() => onChange({ ...section, rows: rows.filter(({ id }) => id !== row.id) })}
            />
          )}
        </div>
      ))}
      {!isFull && (
        <Button
          size="small"
          className="self-start"
          onClick={() => onChange({ ...section, rows: [...rows, aRow()] })}
        >
          {t("list.addRow")}
        </Button>
      )}
    </fieldset>
  );
}

const Remove = ({ label, onPress }: { label: string; onPress: () => void }) => (
  <button
    type="button"
    onClick={onPress}
    aria-label={label}
    className="mt-5 inline-flex size-9 shrink-0 items-center justify-center rounded-control text-ink3 hover:bg-sunk hover:text-ink touch:size-11"
  >
    <CrossGlyph />
  </button>
);
