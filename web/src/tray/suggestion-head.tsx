import { useTranslation } from "react-i18next";
import type { Strip } from "../../../shared/api/requests.ts";
import type { Suggestion, WhatSuggestion } from "../../../shared/api/suggestion.ts";
import { requestRef } from "../../../shared/request.ts";
import { isolated } from "../request/event-words.tsx";
import { BecauseWords } from "./because-words.tsx";
import { certaintyOf, outOfHundred } from "./certainty.ts";

type Props = { suggestion: Suggestion | null; proposed: WhatSuggestion | null; strip: Strip | null };

/** What it is most likely, how sure that is in words and figures, and how often such words were right here. */
export function SuggestionHead({ suggestion, proposed, strip }: Props) {
  const { t } = useTranslation("desk");
  const { t: word } = useTranslation();
  if (!suggestion || !proposed)
    return (
      <header className="mb-3">
        <h2 className="text-head font-semibold">{word("decision.opens")}</h2>
        <p className="text-label text-ink2">{t(suggestion ? "sure.unsure" : "sure.none")}</p>
      </header>
    );
  const { confidence, because } = proposed;
  const { right, of } = suggestion.track;
  const ref = strip ? isolated(requestRef(strip.id)) : "";
  return (
    <header className="mb-3">
      <p className="mb-1.5 flex items-center justify-between gap-3 text-label text-ink2">
        <span>{t("sure.suggestion")}</span>
        <Gauge confidence={confidence} />
      </p>
      <h2 className="text-head font-semibold">
        {strip ? t(`head.${proposed.kind}`, { ref }) : word(`decision.${proposed.kind}`)}
      </h2>
      {strip && (
        <p className="truncate text-title font-semibold text-ink2" dir="auto">
          {strip.title}
        </p>
      )}
      <p className="mt-0.5 text-label text-ink2">
        {t(`sure.${certaintyOf(confidence)}`)}
        {because.length > 0 && ": "}
        <BecauseWords because={because} />
      </p>
      {of > 0 && <p className="mt-1 text-label text-ink3">{t("sure.track", { right, of, count: of })}</p>}
    </header>
  );
}

/** A line that is as long as it is sure; the figure says the same. */
function Gauge({ confidence }: { confidence: number }) {
  const { t } = useTranslation("desk");
  const hundred = outOfHundred(confidence);
  return (
    <span className="inline-flex items-center gap-2 font-semibold text-ink">
      <span aria-hidden="true" className="relative h-0.5 w-18 bg-line">
        <span className="absolute inset-y-0 start-0 bg-ink" style={{ width: `${hundred}%` }} />
        <span className="absolute -top-[3px] h-2 w-px bg-ink" style={{ insetInlineStart: `${hundred}%` }} />
      </span>
      {t("sure.hundred", { hundred, of: 100 })}
    </span>
  );
}
