import { useTranslation } from "react-i18next";
import type { Strip } from "../../../shared/api/requests.ts";
import type { Suggestion, WhatSuggestion } from "../../../shared/api/suggestion.ts";
import type { DecisionKind } from "../../../shared/api/tray.ts";
import { requestRef } from "../../../shared/request.ts";
import { isolated } from "../request/event-words.tsx";
import { KeyHint } from "../ui/key-hint.tsx";
import { BecauseWords } from "./because-words.tsx";
import { outOfHundred } from "./certainty.ts";
import { targetOf } from "./decision-target.ts";
import { useKeys } from "./keys.ts";

type Props = {
  suggestion: Suggestion;
  proposed: WhatSuggestion | null;
  requests: readonly Strip[];
  onDecide: (kind: DecisionKind, strip: Strip | null) => void;
};

/** Less is not worth a line. */
const LEAST = 0.01;
const MOST = 4;
/** What speaks against a request, not for it. */
const AGAINST: readonly string[] = ["other_place", "few_words_shared", "long_ago"];

/** What else it may be: the odds, why not, and the key that decides it so. */
export function OtherOdds({ suggestion, proposed, requests, onDecide }: Props) {
  const { t } = useTranslation("desk");
  const { t: word } = useTranslation();
  const keys = useKeys();
  const others = suggestion.what
    .filter((what) => what !== proposed && what.confidence >= LEAST)
    .slice(0, MOST);
  const isChosen = (what: WhatSuggestion) => {
    const target = targetOf(what.kind, requests, proposed);
    return target.kind !== "one" || target.strip.id === what.requestId;
  };
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="other-odds" className="mt-3">
      <h3 id="other-odds" className="mb-1 text-label font-medium text-ink2">
        {t("other.title")}
      </h3>
      <ul>
        {others.map((what) => {
          const strip = requests.find((each) => each.id === what.requestId) ?? null;
          if (what.requestId !== null && !strip) return null;
          const against = what.because.filter(({ code }) => AGAINST.includes(code));
          return (
            <li key={`${what.kind}-${what.requestId}`} className="border-t border-line">
              <button
                type="button"
                onClick={() => onDecide(what.kind, strip)}
                className="grid min-h-8 w-full grid-cols-[auto_minmax(0,1fr)_auto] items-baseline gap-x-2.5 py-1.5 text-start text-line text-ink2 hover:text-ink touch:min-h-11"
              >
                {isChosen(what) ? <KeyHint keys={keys[what.kind]} /> : <span />}
                <span className="min-w-0">
                  <span className="sr-only">{t("other.title")} </span>
                  <span className="font-medium text-ink">
                    {strip
                      ? t(`head.${what.kind}`, { ref: isolated(requestRef(strip.id)) })
                      : word(`decision.${what.kind}`)}
                  </span>{" "}
                  {strip && <bdi>{strip.title}</bdi>}
                  {against.length > 0 && (
                    <span className="block text-label text-ink3">
                      {t("other.against")} <BecauseWords because={against} />
                    </span>
                  )}
                </span>
                <span className="text-label whitespace-nowrap">
                  {t("sure.hundred", { hundred: outOfHundred(what.confidence), of: 100 })}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
