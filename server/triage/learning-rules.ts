/** Counts of outcomes as figures a person can read. Pure. */
import type { LearningKind, LearningSpan } from "../../shared/api/learning.ts";
import { SUGGESTED, type Suggested } from "../../shared/api/suggestion.ts";
import type { OutcomeCount } from "./outcome-store.ts";

/** In tenths of confidence. */
const BANDS = [
  [0, 5],
  [5, 7],
  [7, 8],
  [8, 9],
  [9, 10],
] as const;

export function figuresOf(lately: readonly OutcomeCount[], month: readonly OutcomeCount[]): LearningKind[] {
  return SUGGESTED.map((kind) => ({
    kind,
    lately: spanOf(lately, kind),
    month: spanOf(month, kind),
    bands: bandsOf(month.filter((each) => each.kind === kind)),
  }));
}

function spanOf(counts: readonly OutcomeCount[], kind: Suggested): LearningSpan {
  const own = counts.filter((each) => each.kind === kind);
  const proposed = own.filter(({ isProposed }) => isProposed);
  return {
    decisions: sum(own, ({ count }) => count),
    proposed: sum(proposed, ({ count }) => count),
    right: sum(proposed, ({ right }) => right),
  };
}

function bandsOf(counts: readonly OutcomeCount[]): LearningKind["bands"] {
  return BANDS.flatMap(([from, to]) => {
    const own = counts.filter(({ band }) => band !== null && band >= from && band < to);
    const count = sum(own, (each) => each.count);
    if (count === 0) return [];
    return [
      {
        ...{ from: from / 10, to: to / 10, count },
        right: sum(own, (each) => each.right),
        confidence: sum(own, (each) => each.confidence * each.count) / count,
      },
    ];
  });
}

const sum = <Each>(all: readonly Each[], of: (each: Each) => number): number =>
  all.reduce((total, each) => total + of(each), 0);
