/** How sure, as a word: the figure stands beside it. Pure. */
export type Certainty = "certain" | "likely" | "leaning" | "guess";

export function certaintyOf(confidence: number): Certainty {
  if (confidence >= 0.95) return "certain";
  if (confidence >= 0.75) return "likely";
  if (confidence >= 0.5) return "leaning";
  return "guess";
}

/** Of a hundred: never all and never none, since nothing is. */
export const outOfHundred = (confidence: number): number =>
  Math.min(99, Math.max(1, Math.round(confidence * 100)));
