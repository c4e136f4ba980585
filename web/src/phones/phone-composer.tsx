import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, buttonClass } from "../ui/button.tsx";
import { fieldClass } from "../ui/text-field.tsx";
import { useSimulatorActs } from "./use-simulator.ts";

/** Writing as the phone's owner. */
export function PhoneComposer({ phoneId, name }: { phoneId: string; name: string }) {
  const { t } = useTranslation("phones");
  const { say, sayFile } = useSimulatorActs();
  const [words, setWords] = useState("");
  const label = t("writeAs", { name });
  return (
    <form
      className="on-strip flex flex-wrap gap-2 rounded-b-[12px] border-t border-line p-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        const text = words.trim();
        if (!text) return;
        say.mutate({ id: phoneId, said: { type: "text", text } });
        setWords("");
      }}
    >
      <input
        dir="auto"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        placeholder={label}
        aria-label={label}
        className={fieldClass(false, "h-11 w-0 min-w-32 flex-1 touch:text-[1rem]")}
      />
      <label
        className={buttonClass(
          "plain",
          "large",
          "has-focus-visible:outline-2 has-focus-visible:outline-focus",
        )}
      >
        <input
          type="file"
          accept="image/*"
          className="sr-only"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) sayFile.mutate({ id: phoneId, file });
            event.target.value = "";
          }}
        />
        {t("photo")}
      </label>
      <Button type="submit" kind="primary" size="large">
        {t("send")}
      </Button>
    </form>
  );
}
