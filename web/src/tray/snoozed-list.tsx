import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Snoozed } from "../../../shared/api/desk.ts";
import { cx } from "../ui/class-names.ts";
import { useFormat } from "../ui/format.ts";
import { ChevronGlyph } from "../ui/glyphs.tsx";
import { useNow } from "../ui/now.ts";

/** What was put aside, folded away: when each comes back, and back at once. */
export function SnoozedList({ list, onWake }: { list: readonly Snoozed[]; onWake: (id: number) => void }) {
  const { t } = useTranslation("desk");
  const [isOpen, setIsOpen] = useState(false);
  if (list.length === 0) return null;
  return (
    <section className="mt-4">
      <h2>
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
          className="inline-flex min-h-7 items-center gap-2 text-label font-medium text-ink2 hover:text-ink touch:min-h-11"
        >
          {t("snooze.list", { count: list.length })}
          <ChevronGlyph className={cx("text-ink3", isOpen && "rotate-180")} />
        </button>
      </h2>
      {isOpen && (
        <ol className="mt-1 flex flex-col gap-1.5">
          {list.map((snoozed) => (
            <SnoozedRow key={snoozed.id} snoozed={snoozed} onWake={() => onWake(snoozed.id)} />
          ))}
        </ol>
      )}
    </section>
  );
}

function SnoozedRow({ snoozed, onWake }: { snoozed: Snoozed; onWake: () => void }) {
  const { t } = useTranslation("desk");
  const { column, columnRest } = useFormat();
  const now = useNow();
  const { contactName, preview, until, by } = snoozed;
  return (
    <li className="flex items-center gap-2 rounded-strip border border-line py-1 ps-3 pe-1 text-line">
      <span className="min-w-0 flex-1">
        <bdi className="block truncate font-semibold">{contactName}</bdi>
        <span className="block truncate text-label text-ink2">
          {until ? (
            <time dateTime={until}>
              {column(until, now)} {columnRest(until, now)}
            </time>
          ) : (
            t("snooze.written")
          )}
          {by && (
            <>
              {" · "}
              <bdi>{by}</bdi>
            </>
          )}
          {preview && (
            <>
              {" · "}
              <bdi>{preview}</bdi>
            </>
          )}
        </span>
      </span>
      <button
        type="button"
        onClick={onWake}
        aria-label={t("snooze.wakeNamed", { name: contactName })}
        className="min-h-8 rounded-control px-2 font-semibold whitespace-nowrap text-ink2 hover:bg-sunk hover:text-ink touch:min-h-11"
      >
        {t("snooze.wake")}
      </button>
    </li>
  );
}
