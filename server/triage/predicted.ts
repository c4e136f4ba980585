/** What is kept of a suggestion: codes, ids and marks, no words. Pure. */
import type { Suggestion } from "../../shared/api/suggestion.ts";
import type { DecisionKind } from "../../shared/api/tray.ts";
import { type Guess, markOf, type Predicted } from "./outcome-rules.ts";
import { PROPOSED_FROM } from "./suggest.ts";

export type Kept = {
  kind: DecisionKind | null;
  requestId: number | null;
  confidence: number | null;
  isUrgent: boolean;
  predicted: Predicted;
};

/** @param shown with the rules of the house over it: figures judge the models alone, what the list shows is of both */
export function keptOf(suggestion: Suggestion, shown: Suggestion = suggestion): Kept {
  const { what, isProposed, title, categoryId, priority, place, owner } = suggestion;
  const [best] = what;
  const which = what.find(({ requestId }) => requestId !== null);
  const predicted: Predicted = {};
  // Of one kind together, whichever request it is.
  if (best) predicted.what = { value: best.kind, confidence: sumOf(suggestion, best.kind), isProposed };
  if (which)
    predicted.which = {
      value: String(which.requestId),
      confidence: which.confidence,
      isProposed: isProposed && which === best,
    };
  const keep = (kind: keyof Predicted, value: string | null | undefined, confidence = 0) => {
    if (value == null) return;
    predicted[kind] = { value, confidence, isProposed: confidence >= PROPOSED_FROM } satisfies Guess;
  };
  keep("title", title && markOf(title.value), title?.confidence);
  keep("category", categoryId && String(categoryId.value), categoryId?.confidence);
  keep("priority", priority?.value, priority?.confidence);
  keep("place", place && markOf(place.value), place?.confidence);
  keep("owner", owner && `${owner.value.kind}:${owner.value.id}`, owner?.confidence);
  return {
    kind: isProposed ? (best?.kind ?? null) : null,
    requestId: isProposed ? (best?.requestId ?? null) : null,
    confidence: isProposed ? (best?.confidence ?? null) : null,
    isUrgent: shown.priority?.value === "urgent" && shown.priority.confidence >= PROPOSED_FROM,
    predicted,
  };
}

const sumOf = ({ what }: Suggestion, kind: DecisionKind): number =>
  Math.min(
    1,
    what.filter((each) => each.kind === kind).reduce((sum, { confidence }) => sum + confidence, 0),
  );
