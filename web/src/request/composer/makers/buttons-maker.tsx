import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LIMITS } from "../../../../../shared/outgoing.ts";
import { Button } from "../../../ui/button.tsx";
import { useFormat } from "../../../ui/format.ts";
import { CrossGlyph } from "../../../ui/glyphs.tsx";
import { buttonsMessage, type Titled, titled } from "./choices.ts";
import { HeaderAndFooter } from "./header-and-footer.tsx";
import { LimitedArea, LimitedField } from "./limited-field.tsx";
import type { MakerProps } from "./maker.tsx";
import { MakerFrame } from "./maker-frame.tsx";

/** A question with up to three answers to press. */
export function ButtonsMaker({ text, ...frame }: MakerProps) {
  const { t } = useTranslation("composer");
  const { number } = useFormat();
  const [words, setWords] = useState(text);
  const [header, setHeader] = useState("");
  const [footer, setFooter] = useState("");
  const [buttons, setButtons] = useState<readonly Titled[]>(() => [titled(), titled()]);
  const write = (id: string, title: string) =>
    setButtons(buttons.map((button) => (button.id === id ? { ...button, title } : button)));
  const made = buttonsMessage({ text: words, header, footer, buttons });
  return (
    <MakerFrame
      {...frame}
      title={t("buttons.title")}
      action={t("buttons.send")}
      message={made.kind === "ready" ? made.message : null}
    >
      <LimitedArea label={t("buttons.text")} value={words} limit={LIMITS.body} onWrite={setWords} />
      <ul className="grid gap-2 sm:grid-cols-3">
        {buttons.map((button, place) => (
          <li key={button.id} className="flex items-start gap-1">
            <LimitedField
              className="min-w-0 flex-1"
              label={t("buttons.button", { n: number(place + 1) })}
              value={button.title}
              limit={LIMITS.buttonTitle}
              error={made.kind === "same" && made.id === button.id ? t("buttons.same") : null}
              onWrite={(title) => write(button.id, title)}
            />
            {buttons.length > 1 && (
              <button
                type="button"
                onClick={() => setButtons(buttons.filter(({ id }) => id !== button.id))}
                aria-label={t("buttons.remove", { n: number(place + 1) })}
                className="mt-5 inline-flex size-9 items-center justify-center rounded-control text-ink3 hover:bg-sunk hover:text-ink touch:size-11"
              >
                <CrossGlyph />
              </button>
            )}
          </li>
        ))}
      </ul>
      {buttons.length < LIMITS.buttons && (
        <Button size="small" className="self-start" onClick={() => setButtons([...buttons, titled()])}>
          {t("buttons.add")}
        </Button>
      )}
      <HeaderAndFooter header={header} footer={footer} onHeader={setHeader} onFooter={setFooter} />
    </MakerFrame>
  );
}
