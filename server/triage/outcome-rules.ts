/** Whether a suggestion was right, once a person has decided. Pure. */
import { SUGGESTED, type Suggested } from "../../shared/api/suggestion.ts";
import type { DecisionKind } from "../../shared/api/tray.ts";
import type { Priority } from "../../shared/request.ts";

export type Guess = { value: string; confidence: number; isProposed: boolean };
/** What was predicted, by kind; absent: it had nothing to say. */
export type Predicted = Partial<Record<Suggested, Guess>>;

/** What the person made of it. */
export type DecidedFacts = {
  kind: DecisionKind;
  requestId: number | null;
  /** Null: the suggestion was taken as it stood. */
  title: string | null;
  place: string | null;
  categoryId: number | null;
  priority: Priority;
  /** Absent: in the hands of whoever decided, which says nothing of who should hold it. */
  owner?: { kind: "account" | "team"; id: number } | null | undefined;
};

export type Outcome = {
  kind: Suggested;
  predicted: string | null;
  decided: string | null;
  confidence: number | null;
  isProposed: boolean;
  isRight: boolean | null;
};

export function judge(predicted: Predicted, decided: DecidedFacts): Outcome[] {
  return SUGGESTED.flatMap((kind): Outcome[] => {
    const said = saidOf(kind, decided, predicted);
    if (said === null) return [];
    const guess = predicted[kind];
    return [
      {
        kind,
        predicted: guess?.value ?? null,
        decided: said,
        confidence: guess?.confidence ?? null,
        isProposed: guess?.isProposed ?? false,
        isRight: guess ? guess.value === said : null,
      },
    ];
  });
}

/** What the decision says of this kind; null when it says nothing that could judge it. */
function saidOf(kind: Suggested, decided: DecidedFacts, predicted: Predicted): string | null {
  const opens = decided.kind === "opens";
  switch (kind) {
    case "what":
      return decided.kind;
    case "which":
      return opens || decided.requestId === null ? null : String(decided.requestId);
    case "category":
      return opens && decided.categoryId !== null ? String(decided.categoryId) : null;
    case "priority":
      return opens ? decided.priority : null;
    case "place":
      return opens && decided.place ? markOf(decided.place) : null;
    case "title":
      // No title of their own: they took the one that was there.
      if (!opens) return null;
      return decided.title === null ? (predicted.title?.value ?? null) : markOf(decided.title);
    case "owner":
      return opens && decided.owner ? `${decided.owner.kind}:${decided.owner.id}` : null;
    default:
      return kind satisfies never;
  }
}

/** 32 bits of a text, whatever its case and spaces (FNV-1a): equal texts have equal marks, and none can be read back. */
export function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim())
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
