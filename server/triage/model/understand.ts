/** What one message says by itself, by the models of the seed and the rules of place and time. Pure. */
import { PRIORITIES, type Priority } from "../../../shared/request.ts";
import { LABELS, type Label, NO_REQUEST } from "../../../shared/trade.ts";
import { findDue } from "../../../shared/words/due-rules.ts";
import { classify, type Suggestion } from "./classifier.ts";
import { findPlace } from "./place-rules.ts";
import { type SeedModels, withCategory } from "./seed.ts";

export type Understanding = {
  isRequest: boolean;
  category: Label;
  priority: Priority;
  /** In the words of the text; null when it names none. */
  place: string | null;
  due: string | null;
  /** Of the category. */
  confidence: number;
};

export function understand(models: SeedModels, text: string): Understanding {
  const categories = classify(models.category, text);
  const chanceOfNone =
    (chanceOf(categories, NO_REQUEST) + chanceOf(classify(models.isRequest, text), "no")) / 2;
  const isRequest = chanceOfNone < 0.5;
  if (!isRequest)
    return {
      isRequest,
      category: NO_REQUEST,
      priority: "low",
      place: null,
      due: null,
      confidence: chanceOfNone,
    };
  const best = categories.find(({ label }) => label !== NO_REQUEST);
  const category = LABELS.find((known) => known === best?.label) ?? "information";
  const likeliest = classify(models.priority, withCategory(text, category))[0]?.label;
  return {
    isRequest,
    category,
    priority: PRIORITIES.find((known) => known === likeliest) ?? "normal",
    place: findPlace(text),
    // The time of what is called off, or complained of, is not one that is wanted.
    due: category === "cancellation" || category === "complaint" ? null : findDue(text),
    confidence: best?.confidence ?? 0,
  };
}

const chanceOf = (suggestions: readonly Suggestion[], label: string): number =>
  suggestions.find((each) => each.label === label)?.confidence ?? 0;
