import { type ReactNode, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { TemplateDefinition } from "../../../shared/template.ts";
import { TEMPLATE_LIMITS } from "../../../shared/template-check.ts";
import { Button } from "../ui/button.tsx";
import { describedBy, FieldFrame, fieldClass, TextField } from "../ui/text-field.tsx";
import { insertAt, nextPlace } from "./editor-draft.ts";
import type { ProblemOf } from "./template-editor.tsx";

type Props = {
  definition: TemplateDefinition;
  onDefine: (part: Partial<TemplateDefinition>) => void;
  problemOf: ProblemOf;
};

/** Heading, text and small print, with room left said before it runs out. */
export function EditorTexts({ definition, onDefine, problemOf }: Props) {
  const { t } = useTranslation("templates");
  const { header, footer = "" } = definition;
  return (
    <div className="flex flex-col gap-4">
      <TextField
        label={t("editor.header")}
        hint={
          <Hint text={t("editor.headerHint")} used={textOf(header).length} limit={TEMPLATE_LIMITS.header} />
        }
        error={problemOf("header")}
        value={textOf(header)}
        onChange={({ target }) => onDefine({ header: { kind: "text", text: target.value } })}
      />
      <Body definition={definition} onDefine={onDefine} problemOf={problemOf} />
      <TextField
        label={t("editor.footer")}
        hint={<Hint text={t("editor.footerHint")} used={footer.length} limit={TEMPLATE_LIMITS.footer} />}
        error={problemOf("footer")}
        value={footer}
        onChange={({ target }) => onDefine({ footer: target.value })}
      />
    </div>
  );
}

const textOf = (header: TemplateDefinition["header"]): string => (header?.kind === "text" ? header.text : "");

function Body({ definition, onDefine, problemOf }: Props) {
  const { t } = useTranslation("templates");
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const { body } = definition;
  const error = problemOf("body");
  const add = () => {
    const { text, cursor } = insertAt(body, area.current?.selectionEnd ?? body.length, nextPlace(definition));
    onDefine({ body: text });
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(cursor, cursor);
    });
  };
  return (
    <div className="flex flex-col gap-1.5">
      <FieldFrame
        id={id}
        label={t("editor.body")}
        hint={<Hint text={t("editor.bodyHint")} used={body.length} limit={TEMPLATE_LIMITS.body} />}
        error={error}
      >
        <textarea
          id={id}
          ref={area}
          dir="auto"
          rows={6}
          value={body}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, { hint: true, error })}
          onChange={({ target }) => onDefine({ body: target.value })}
          className={fieldClass(Boolean(error), "said field-sizing-content min-h-32 py-2")}
        />
      </FieldFrame>
      <Button size="small" className="self-start" onClick={add}>
        {t("editor.addVariable")}
      </Button>
    </div>
  );
}

/** A hint, and near the end how much room is left. */
function Hint({ text, used, limit }: { text: string; used: number; limit: number }): ReactNode {
  const { t } = useTranslation("templates");
  const left = limit - used;
  return (
    <span className="flex justify-between gap-4">
      <span>{text}</span>
      {left <= limit / 3 && (
        <span className={left < 0 ? "font-medium text-late" : undefined}>
          {t("editor.left", { n: left })}
        </span>
      )}
    </span>
  );
}
