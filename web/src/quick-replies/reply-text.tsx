import { useTranslation } from "react-i18next";
import type { QuickReply } from "../../../shared/api/quick-replies.ts";
import { unknownPlaces } from "../../../shared/filling.ts";
import { LIMITS } from "../../../shared/outgoing.ts";
import { useLanguageName } from "../templates/language-names.ts";
import { Button } from "../ui/button.tsx";
import { CrossGlyph } from "../ui/glyphs.tsx";
import { Select } from "../ui/select.tsx";
import { TextArea } from "../ui/text-field.tsx";

export const REPLY_LANGUAGES = [
  ...["en", "es", "ar", "pt", "fr", "de", "it", "nl", "tr", "pl", "ru", "uk", "he", "fa", "ur", "hi", "bn"],
  ...["id", "vi", "zh", "ja", "ko", "sw"],
] as const;

type Text = QuickReply["texts"][number];

/** A quick reply in one language. */
export function ReplyText({
  text,
  others,
  onText,
  onCursor,
  onRemove,
}: {
  text: Text;
  others: readonly Text[];
  onText: (part: Partial<Text>) => void;
  /** Where the cursor stands, so that a place to fill goes in there. */
  onCursor: (place: number) => void;
  onRemove: (() => void) | null;
}) {
  const { t } = useTranslation("quickReplies");
  const languageName = useLanguageName();
  const unknown = unknownPlaces(text.body);
  const languages = [...new Set<string>([text.language, ...REPLY_LANGUAGES])].filter(
    (language) => !others.some((other) => other.language === language),
  );
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-end gap-2">
        <Select
          label={t("dialog.language")}
          className="w-48"
          value={text.language}
          choices={languages.map((language) => ({ value: language, text: languageName(language) }))}
          onChange={(language) => onText({ language })}
        />
        {onRemove && (
          <Button
            kind="quiet"
            aria-label={t("dialog.removeLanguage", { language: languageName(text.language) })}
            onClick={onRemove}
          >
            <CrossGlyph />
          </Button>
        )}
      </div>
      <TextArea
        label={t("dialog.text")}
        isLabelHidden
        lang={text.language}
        value={text.body}
        maxLength={LIMITS.text}
        rows={4}
        error={unknown.length > 0 ? t("dialog.unknown", { names: unknown.join(", ") }) : null}
        onChange={({ target }) => {
          onText({ body: target.value });
          onCursor(target.selectionEnd);
        }}
        onSelect={({ currentTarget }) => onCursor(currentTarget.selectionEnd)}
      />
    </div>
  );
}
