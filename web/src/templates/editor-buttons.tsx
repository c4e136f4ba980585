import { useTranslation } from "react-i18next";
import type { TemplateButton, TemplateDefinition } from "../../../shared/template.ts";
import { TEMPLATE_LIMITS } from "../../../shared/template-check.ts";
import { Button } from "../ui/button.tsx";
import { ChevronGlyph, CrossGlyph } from "../ui/glyphs.tsx";
import { TextField } from "../ui/text-field.tsx";
import { withButton, withButtonUp, withoutButton } from "./editor-draft.ts";
import type { ProblemOf } from "./template-editor.tsx";
import { ButtonGlyph } from "./template-glyphs.tsx";

const NAMES = {
  reply: "editor.replyButton",
  url: "editor.urlButton",
  phone: "editor.phoneButton",
  copy_code: "editor.codeButton",
  ask_contact: "editor.otherButton",
  other: "editor.otherButton",
} as const;

/** What a client can press: answers, links, a call, a code. */
export function EditorButtons({
  definition,
  onDefine,
  problemOf,
}: {
  definition: TemplateDefinition;
  onDefine: (part: Partial<TemplateDefinition>) => void;
  problemOf: ProblemOf;
}) {
  const { t } = useTranslation("templates");
  const { buttons } = definition;
  const count = (kind: TemplateButton["kind"]) => buttons.filter((button) => button.kind === kind).length;
  const isFull = buttons.length >= TEMPLATE_LIMITS.buttons;
  const problem = problemOf("buttons");
  const add = (kind: Parameters<typeof withButton>[1]) => onDefine(withButton(definition, kind));
  const set = (at: number, button: TemplateButton) => onDefine({ buttons: buttons.with(at, button) });
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 text-label font-medium text-ink2">{t("editor.buttons")}</legend>
      {buttons.map((button, at) => (
        <OneButton
          key={at}
          button={button}
          at={at}
          problemOf={problemOf}
          onButton={(next) => set(at, next)}
          onUp={() => onDefine(withButtonUp(definition, at))}
          onRemove={() => onDefine(withoutButton(definition, at))}
        />
      ))}
      {problem && (
        <p role="alert" className="text-label font-medium text-late">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button size="small" disabled={isFull} onClick={() => add("reply")}>
          + {t("editor.addReply")}
        </Button>
        <Button
          size="small"
          disabled={isFull || count("url") >= TEMPLATE_LIMITS.urlButtons}
          onClick={() => add("url")}
        >
          + {t("editor.addUrl")}
        </Button>
        <Button
          size="small"
          disabled={isFull || count("phone") >= TEMPLATE_LIMITS.phoneButtons}
          onClick={() => add("phone")}
        >
          + {t("editor.addPhone")}
        </Button>
        <Button
          size="small"
          disabled={isFull || count("copy_code") >= TEMPLATE_LIMITS.codeButtons}
          onClick={() => add("copy_code")}
        >
          + {t("editor.addCode")}
        </Button>
      </div>
    </fieldset>
  );
}

function OneButton({
  button,
  at,
  problemOf,
  onButton,
  onUp,
  onRemove,
}: {
  button: TemplateButton;
  at: number;
  problemOf: ProblemOf;
  onButton: (button: TemplateButton) => void;
  onUp: () => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation("templates");
  const name = button.title || t(NAMES[button.kind]);
  const hasTitle = button.kind !== "copy_code" && button.kind !== "ask_contact";
  return (
    <div className="on-panel flex flex-col gap-2.5 rounded-panel px-3.5 py-3">
      <div className="flex items-center gap-2 text-line font-medium text-ink2">
        <ButtonGlyph kind={button.kind} />
        <span className="flex-1">{t(NAMES[button.kind])}</span>
        {at > 0 && (
          <Button kind="quiet" size="small" aria-label={t("editor.moveUp", { title: name })} onClick={onUp}>
            <ChevronGlyph className="rotate-180" />
          </Button>
        )}
        <Button
          kind="quiet"
          size="small"
          aria-label={t("editor.removeButton", { title: name })}
          onClick={onRemove}
        >
          <CrossGlyph />
        </Button>
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        {hasTitle && (
          <TextField
            label={t("editor.buttonTitle")}
            error={problemOf(`buttons.${at}.title`)}
            value={button.title}
            onChange={({ target }) => onButton({ ...button, title: target.value })}
          />
        )}
        {button.kind === "url" && (
          <TextField
            label={t("editor.url")}
            hint={t("editor.urlHint", { place: "{{1}}" })}
            error={problemOf(`buttons.${at}.url`)}
            dir="ltr"
            inputMode="url"
            value={button.url}
            onChange={({ target }) => onButton({ ...button, url: target.value })}
          />
        )}
        {button.kind === "phone" && (
          <TextField
            label={t("editor.phone")}
            error={problemOf(`buttons.${at}.phone`)}
            dir="ltr"
            inputMode="tel"
            value={button.phone}
            onChange={({ target }) => onButton({ ...button, phone: target.value })}
          />
        )}
      </div>
    </div>
  );
}
