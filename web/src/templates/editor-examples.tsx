import { useTranslation } from "react-i18next";
import { type TemplateDefinition, variablesOf } from "../../../shared/template.ts";
import { TextField } from "../ui/text-field.tsx";
import type { ProblemOf } from "./template-editor.tsx";
import { useVariableName } from "./template-fill.tsx";

/** One example for each variable: the review sees the template filled in. */
export function EditorExamples({
  definition,
  onDefine,
  problemOf,
}: {
  definition: TemplateDefinition;
  onDefine: (part: Partial<TemplateDefinition>) => void;
  problemOf: ProblemOf;
}) {
  const { t } = useTranslation("templates");
  const nameOf = useVariableName();
  // While an address is being written it may hold two of one key.
  const variables = [...new Map(variablesOf(definition).map((each) => [each.key, each])).values()];
  if (variables.length === 0) return null;
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="text-label font-medium text-ink2">{t("editor.examples")}</legend>
      <p className="text-label text-ink3">{t("editor.examplesHint")}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        {variables.map((variable) => (
          <TextField
            key={variable.key}
            label={nameOf(variable)}
            error={problemOf(`examples.${variable.key}`)}
            value={definition.examples[variable.key] ?? ""}
            onChange={({ target }) =>
              onDefine({ examples: { ...definition.examples, [variable.key]: target.value } })
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
