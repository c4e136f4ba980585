import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Strip } from "../../../shared/api/requests.ts";
import type { WhatSuggestion } from "../../../shared/api/suggestion.ts";
import type { Category } from "../../../shared/api/system.ts";
import type { DecisionKind, TrayItemPage } from "../../../shared/api/tray.ts";
import { KeyHint } from "../ui/key-hint.tsx";
import type { Fields } from "./item-fields.ts";
import { useKeys } from "./keys.ts";
import { OtherOdds } from "./other-odds.tsx";
import { ProposedReplyLine } from "./proposed-reply.tsx";
import { SuggestedFields } from "./suggested-fields.tsx";
import { SuggestionHead } from "./suggestion-head.tsx";
import { useActKey } from "./use-act-key.ts";

type Props = {
  page: TrayItemPage | undefined;
  proposed: WhatSuggestion | null;
  fields: Fields | null;
  categories: readonly Category[];
  onChange: (fields: Fields) => void;
  onDecide: (kind: DecisionKind, strip: Strip | null) => void;
};

/** What Baton would do with it, field by field with its reasons, and what else it may be. */
export function SuggestionPanel({ page, proposed, fields, categories, onChange, onDecide }: Props) {
  const { t } = useTranslation("tray");
  const { t: desk } = useTranslation("desk");
  const keys = useKeys();
  const title = useRef<HTMLInputElement>(null);
  const [isUnfolded, setIsUnfolded] = useState(false);
  const suggestion = page?.suggestion ?? null;
  const strip = page?.requests.find((each) => each.id === proposed?.requestId) ?? null;
  const opens = !proposed || proposed.kind === "opens";
  const edit = () => {
    setIsUnfolded(true);
    // The fields may only now be on the page.
    requestAnimationFrame(() => title.current?.select());
  };
  useActKey(keys.edit, edit, !fields);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDecide("opens", null);
  };
  return (
    <form
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Escape" && event.target instanceof HTMLElement) event.target.blur();
      }}
      aria-label={desk("panel")}
      className="min-w-0 pb-4 min-[68.75rem]:row-span-2 min-[68.75rem]:h-full min-[68.75rem]:overflow-y-auto min-[68.75rem]:px-1 min-[68.75rem]:pt-4"
    >
      <SuggestionHead suggestion={suggestion} proposed={proposed} strip={strip} />
      {opens || isUnfolded ? (
        <div className="border-b border-line">
          <SuggestedFields
            fields={fields}
            suggestion={suggestion}
            categories={categories}
            titleRef={title}
            onChange={onChange}
          />
        </div>
      ) : null}
      {page && suggestion?.quickReplyId && (
        <ProposedReplyLine conversationId={page.item.conversationId} proposed={suggestion.quickReplyId} />
      )}
      <button
        type="button"
        onClick={edit}
        disabled={!fields}
        className="mt-2 inline-flex min-h-7 items-center gap-2 text-label font-medium text-ink2 hover:text-ink touch:min-h-11"
      >
        <KeyHint keys={keys.edit} />
        {opens ? t("facts.edit") : desk("field.asNew")}
      </button>
      {suggestion && page && <OtherOdds {...{ suggestion, proposed, onDecide }} requests={page.requests} />}
      {suggestion && <p className="mt-3 text-label text-ink3">{desk("sure.learns")}</p>}
      <button type="submit" className="sr-only" tabIndex={-1}>
        {t("keys.open")}
      </button>
    </form>
  );
}
