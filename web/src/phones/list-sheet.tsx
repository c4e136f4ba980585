import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { sectionsOf } from "./chat-rows.ts";
import type { PhoneButton, PhoneMessage } from "./shapes.ts";
import { Sheet } from "./sheet.tsx";

/** Our list, as it opens on a phone: one row is chosen, then sent. */
export function ListSheet({
  message,
  onClose,
  onChoose,
}: {
  message: PhoneMessage;
  onClose: () => void;
  onChoose: (button: PhoneButton) => void;
}) {
  const { t } = useTranslation("phones");
  const name = useId();
  const [chosen, setChosen] = useState<PhoneButton | null>(null);
  return (
    <Sheet title={message.listLabel ?? t("choices.open")} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen) onChoose(chosen);
        }}
      >
        {sectionsOf(message.buttons).map((section) => (
          <fieldset key={section.title ?? ""} className="mb-2">
            <legend className={section.title ? "py-1.5 text-label font-medium text-ink2" : "sr-only"}>
              {section.title ?? message.listLabel ?? t("choices.open")}
            </legend>
            {section.rows.map((row) => (
              <label
                key={row.id}
                className="flex min-h-11 cursor-pointer items-center gap-3 border-b border-line py-2 last:border-b-0"
              >
                <span className="min-w-0 flex-1">
                  <span className="block font-medium" dir="auto">
                    {row.title}
                  </span>
                  {row.description && (
                    <span className="block text-line text-ink2" dir="auto">
                      {row.description}
                    </span>
                  )}
                </span>
                <input
                  type="radio"
                  name={name}
                  checked={chosen?.id === row.id}
                  onChange={() => setChosen(row)}
                  className="size-5 shrink-0 accent-ink"
                />
              </label>
            ))}
          </fieldset>
        ))}
        <Button type="submit" kind="primary" size="large" className="w-full" disabled={chosen === null}>
          {t("choices.send")}
        </Button>
      </form>
    </Sheet>
  );
}
