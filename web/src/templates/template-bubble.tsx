import { useTranslation } from "react-i18next";
import type { FilledTemplate, TemplateDefinition } from "../../../shared/template.ts";
import { Said } from "../request/message/said.tsx";
import { cx } from "../ui/class-names.ts";
import { tagOf } from "./language-names.ts";
import { ButtonGlyph, FileGlyph } from "./template-glyphs.tsx";

type Shown = Pick<FilledTemplate, "header" | "text" | "footer" | "buttons">;

/** More than three buttons fold on the phone: two and a way to the rest. */
const MOST_SHOWN = 3;

/** A template as it stands on the client's phone. */
export function TemplateBubble({
  filled,
  header,
  language,
  fileName,
  className,
}: {
  filled: Shown;
  header?: TemplateDefinition["header"] | undefined;
  language: string;
  fileName?: string | undefined;
  className?: string;
}) {
  const { t } = useTranslation("templates");
  const { buttons } = filled;
  const shown = buttons.length > MOST_SHOWN ? buttons.slice(0, 2) : buttons;
  return (
    <div className={cx("rounded-panel bg-sunk p-4 max-sm:p-3", className)}>
      <div lang={tagOf(language)} className="on-strip w-full max-w-80 rounded-strip shadow-1">
        {header && header.kind !== "text" && (
          <div className="flex h-28 flex-col items-center justify-center gap-1.5 rounded-t-strip bg-sunk/60 text-ink3">
            <FileGlyph kind={header.kind} />
            <span className="max-w-full truncate px-3 text-label">
              <bdi>{fileName ?? t(`bubble.${header.kind}`)}</bdi>
            </span>
          </div>
        )}
        <div className="flex flex-col gap-1 px-3 pt-2.5 pb-2">
          {filled.header && (
            <p dir="auto" className="said font-semibold">
              {filled.header}
            </p>
          )}
          {filled.text.trim() ? (
            <Said text={filled.text} className="said" />
          ) : (
            <p className="text-ink3">{t("bubble.empty")}</p>
          )}
          {filled.footer && (
            <p dir="auto" className="text-label text-ink3">
              {filled.footer}
            </p>
          )}
        </div>
        {buttons.length > 0 && (
          <ul className="border-t border-line">
            {shown.map((button, place) => (
              <li key={place} className="border-t border-line first:border-t-0">
                <ButtonLine kind={button.kind}>{button.title || t("bubble.copyCode")}</ButtonLine>
              </li>
            ))}
            {shown.length < buttons.length && (
              <li className="border-t border-line">
                <ButtonLine kind="list">{t("bubble.more")}</ButtonLine>
              </li>
            )}
          </ul>
        )}
      </div>
    </div>
  );
}

function ButtonLine({ kind, children }: { kind: string; children: string }) {
  return (
    <span className="flex min-h-10 items-center justify-center gap-2 px-3 py-1.5 text-center text-body font-medium text-out">
      <ButtonGlyph kind={kind} />
      <span dir="auto">{children}</span>
    </span>
  );
}
