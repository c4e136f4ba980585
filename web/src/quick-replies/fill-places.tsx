import { useTranslation } from "react-i18next";
import { FILL_SOURCES } from "../../../shared/filling.ts";
import { buttonClass } from "../ui/button.tsx";

/** What Baton can fill in by itself; a press puts it where the cursor stood. */
export function FillPlaces({ onInsert }: { onInsert: (place: string) => void }) {
  const { t } = useTranslation(["quickReplies", "templates"]);
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 text-label font-medium text-ink2">{t("dialog.insert")}</legend>
      <div className="flex flex-wrap gap-1.5">
        {FILL_SOURCES.map((source) => (
          <button
            key={source}
            type="button"
            onClick={() => onInsert(`{{${source}}}`)}
            className={buttonClass("plain", "small", "!font-medium")}
          >
            {t(`templates:source.${source}`)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
