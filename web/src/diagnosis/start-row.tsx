import { useTranslation } from "react-i18next";
import { intlTag } from "../texts/i18n.ts";
import { ChaseGlyph } from "../ui/glyphs.tsx";
import { fieldClass } from "../ui/text-field.tsx";
import type { OpenRequest } from "./talk.ts";

/** One that has no end in the chat: taken to the board or left, its title mended. */
export function StartRow({
  request: { openedAt, chases },
  client,
  title,
  isChosen,
  onToggle,
  onTitle,
}: {
  request: OpenRequest;
  client: string | null;
  title: string;
  isChosen: boolean;
  onToggle: () => void;
  onTitle: (title: string) => void;
}) {
  const { t, i18n } = useTranslation("diagnosis");
  const days = new Intl.DateTimeFormat(intlTag(i18n.language), {
    ...{ day: "numeric", month: "short", year: "numeric", timeZone: "UTC" },
  });
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] border-b border-line py-2 [contain-intrinsic-size:auto_4.5rem] [content-visibility:auto] last:border-b-0">
      <label className="flex w-9 items-center touch:min-h-11 touch:w-11">
        <input
          type="checkbox"
          checked={isChosen}
          onChange={onToggle}
          aria-label={t("start.choose", { title })}
          className="size-4 accent-ink"
        />
      </label>
      <div className="min-w-0">
        <input
          dir="auto"
          aria-label={t("start.titleOf")}
          value={title}
          maxLength={200}
          disabled={!isChosen}
          onChange={({ target }) => onTitle(target.value)}
          className={fieldClass(false, "h-8 font-semibold touch:h-11 touch:text-[1rem]")}
        />
        <p className="mt-1 flex flex-wrap items-center gap-x-3 text-label text-ink3">
          {client === null ? <span>{t("start.nobody")}</span> : <bdi className="text-ink2">{client}</bdi>}
          <span>{t("start.since", { date: days.format(openedAt) })}</span>
          {chases > 0 && (
            <span className="flex items-center gap-1 font-medium text-late">
              <ChaseGlyph />
              {t("start.chased", { count: chases })}
            </span>
          )}
        </p>
      </div>
    </li>
  );
}
