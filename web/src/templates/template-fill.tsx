import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Template } from "../../../shared/api/templates.ts";
import { type ChosenSource, FILL_SOURCES } from "../../../shared/filling.ts";
import { fillTemplate, mediaHeaderOf, type TemplateVariable, variablesOf } from "../../../shared/template.ts";
import { SendingCost } from "../costs/sending-cost.tsx";
import { Button } from "../ui/button.tsx";
import { BackGlyph } from "../ui/glyphs.tsx";
import { Select } from "../ui/select.tsx";
import { Loading, StripSkeleton } from "../ui/skeleton.tsx";
import { TextField } from "../ui/text-field.tsx";
import { HeaderFile, type PutUp } from "./header-file.tsx";
import { spokenName } from "./language-names.ts";
import { TemplateBubble } from "./template-bubble.tsx";
import type { TemplatePickerProps } from "./template-picker.tsx";
import { rememberSources, useSuggested } from "./use-templates.ts";

type Filling = { value: string; source: ChosenSource };

/** The places of one template, filled in as far as the request knows, beside what will come of it. */
export function TemplateFill({
  template,
  onBack,
  onChoose,
  actionText,
  isBusy = false,
  ...about
}: TemplatePickerProps & { template: Template; onBack: () => void }) {
  const { t } = useTranslation("templates");
  const { id, definition } = template;
  const suggested = useSuggested(id, {
    conversationId: about.conversationId,
    requestId: about.requestId,
    contactId: about.contactId ?? null,
  });
  const [typed, setTyped] = useState<Readonly<Record<string, Filling>>>({});
  const [file, setFile] = useState<PutUp | null>(null);
  const variables = variablesOf(definition);
  const known = new Map(suggested.data?.sources.map(({ source, value }) => [source, value]));
  const fillingOf = (key: string): Filling =>
    typed[key] ?? suggested.data?.values.find((each) => each.key === key) ?? { value: "", source: "typed" };
  const values = Object.fromEntries(variables.map(({ key }) => [key, fillingOf(key).value]));
  const filled = fillTemplate(definition, values);
  const media = mediaHeaderOf(definition);
  const isWithoutFile = media !== null && file === null;
  const set = (key: string, filling: Filling) => setTyped({ ...typed, [key]: filling });

  const choose = () => {
    rememberSources(
      id,
      variables.map(({ key }) => {
        const { source, value } = fillingOf(key);
        return source === "fixed" ? { key, source, value } : { key, source };
      }),
    );
    onChoose({ kind: "template", templateId: id, values, ...(file && { uploadId: file.uploadId }) }, filled);
  };
  return (
    <form
      className="@container flex min-w-0 flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        choose();
      }}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button kind="quiet" size="small" className="-ms-2" onClick={onBack}>
          <span className="inline-flex items-center gap-1.5">
            <BackGlyph /> {t("picker.back")}
          </span>
        </Button>
        <bdi className="text-title font-semibold">{spokenName(template.name)}</bdi>
      </div>
      <div className="grid gap-4 @xl:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]">
        {(variables.length > 0 || media) && (
          <div className="flex min-w-0 flex-col gap-3">
            {media && <HeaderFile kind={media} file={file} onFile={setFile} />}
            {suggested.isPending ? (
              <Loading>
                <StripSkeleton />
              </Loading>
            ) : (
              variables.map((variable) => (
                <VariableField
                  key={variable.key}
                  variable={variable}
                  filling={fillingOf(variable.key)}
                  known={known}
                  onChange={(filling) => set(variable.key, filling)}
                />
              ))
            )}
          </div>
        )}
        <section aria-label={t("picker.preview")} className="min-w-0">
          <TemplateBubble
            filled={filled}
            header={definition.header}
            language={template.language}
            fileName={file?.name}
          />
        </section>
      </div>
      <div className="flex flex-wrap items-center justify-end gap-3">
        <p role="status" className="text-label text-ink2">
          {filled.missing.length > 0
            ? t("picker.missing", { count: filled.missing.length })
            : isWithoutFile && t("picker.fileMissing")}
        </p>
        <SendingCost
          conversationId={about.conversationId}
          what={{ kind: "template", category: template.category }}
          className="text-label text-ink3"
        />
        <Button
          type="submit"
          kind="primary"
          disabled={isBusy || filled.missing.length > 0 || isWithoutFile || suggested.isPending}
        >
          {actionText ?? t("picker.send")}
        </Button>
      </div>
    </form>
  );
}

function VariableField({
  variable,
  filling,
  known,
  onChange,
}: {
  variable: TemplateVariable;
  filling: Filling;
  known: ReadonlyMap<string, string>;
  onChange: (filling: Filling) => void;
}) {
  const { t } = useTranslation("templates");
  const name = useVariableName()(variable);
  const sources: ChosenSource[] = [...FILL_SOURCES.filter((source) => known.has(source)), "fixed", "typed"];
  if (!sources.includes(filling.source)) sources.unshift(filling.source);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,11rem)] items-end gap-2 max-sm:grid-cols-[minmax(0,1fr)_minmax(0,8.5rem)]">
      <TextField
        label={name}
        hint={variable.example ? t("picker.example", { example: variable.example }) : undefined}
        value={filling.value}
        maxLength={1024}
        onChange={({ target: { value } }) =>
          onChange({ value, source: filling.source === "fixed" ? "fixed" : "typed" })
        }
        className="min-w-0"
      />
      <Select
        label={t("picker.source", { name })}
        isLabelHidden
        className={variable.example ? "self-start pt-5" : "self-end"}
        value={filling.source}
        choices={sources.map((source) => ({
          value: source,
          text:
            known.has(source) || source === "fixed" || source === "typed"
              ? t(`source.${source}`)
              : `${t(`source.${source}`)}, ${t("picker.unknownHere")}`,
        }))}
        onChange={(source) => onChange({ source, value: known.get(source) ?? filling.value })}
      />
    </div>
  );
}

/** What to call a place to fill. */
export function useVariableName(): (variable: TemplateVariable) => string {
  const { t } = useTranslation("templates");
  return ({ part, name }) => {
    const isNumber = /^\d+$/.test(name);
    if (part === "button") return t(name === "" ? "picker.code" : "picker.link");
    if (part === "header" && isNumber) return t("picker.header");
    return isNumber ? t("picker.variable", { name: Number(name) }) : spokenName(name);
  };
}
