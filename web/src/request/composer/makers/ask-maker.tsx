import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LIMITS } from "../../../../../shared/outgoing.ts";
import { LimitedArea } from "./limited-field.tsx";
import type { MakerProps } from "./maker.tsx";
import { MakerFrame } from "./maker-frame.tsx";

/** A question whose answer is one press: where they are, or what their number is. */
export function AskMaker({ kind, text, ...frame }: MakerProps & { kind: "ask_location" | "ask_contact" }) {
  const { t } = useTranslation("composer");
  const what = kind === "ask_location" ? "location" : "contact";
  const [words, setWords] = useState(text.trim() || t(`ask.${what}Words`));
  const said = words.trim();
  return (
    <MakerFrame
      {...frame}
      title={t(`ask.${what}Title`)}
      action={t("ask.send")}
      message={said && said.length <= LIMITS.body ? { kind, text: said } : null}
    >
      <LimitedArea
        label={t("ask.text")}
        hint={t(`ask.${what}Does`)}
        value={words}
        limit={LIMITS.body}
        onWrite={setWords}
      />
    </MakerFrame>
  );
}
