/**
 * What the text model calls a category. The first category in use of a measuring category goes by that one's name, so that
 * the shipped examples speak for it; every other by its id. Pure.
 */

import { type Label, NO_REQUEST } from "../../shared/trade.ts";
import type { Suggestion as Odds } from "./model/classifier.ts";
import type { KindRow } from "./situation-store.ts";

export function labelOf(categoryId: number, kinds: readonly KindRow[]): string | null {
  const filed = kinds.find(({ id }) => id === categoryId);
  const kind = filed && kinds.find(({ id }) => id === filed.countsAs);
  if (!kind) return null;
  return firstWith(kind.label, kinds)?.id === kind.id ? kind.label : String(kind.id);
}

/** Its measuring category; null for none, or one that is not here any more. */
export function measuredAs(categoryId: number | null, kinds: readonly KindRow[]): Label | null {
  const filed = kinds.find(({ id }) => id === categoryId);
  return (filed && kinds.find(({ id }) => id === filed.countsAs)?.label) ?? null;
}

const firstWith = (label: string, kinds: readonly KindRow[]): KindRow | undefined =>
  kinds.find((kind) => kind.isInUse && kind.label === label && label !== NO_REQUEST);

const kindOf = (label: string, kinds: readonly KindRow[]): KindRow | undefined =>
  /^\d+$/.test(label)
    ? kinds.find(({ id, isInUse }) => isInUse && id === Number(label))
    : firstWith(label, kinds);

/** The categories in use that the odds speak of, the best first; together 1. */
export function categoriesFor(
  odds: readonly Odds[],
  kinds: readonly KindRow[],
): { kind: KindRow; odds: Odds; confidence: number }[] {
  const known = odds.flatMap((each) => {
    const kind = kindOf(each.label, kinds);
    return kind ? [{ kind, odds: each, confidence: each.confidence }] : [];
  });
  const sum = known.reduce((total, { confidence }) => total + confidence, 0);
  if (sum <= 0) return [];
  return known.map((each) => ({ ...each, confidence: Math.min(1, each.confidence / sum) }));
}

/** Changes whenever the same example would get another label: a model made before must be made again. */
export const basisOf = (kinds: readonly KindRow[]): string =>
  kinds
    .filter(({ isInUse, countsAs, id }) => isInUse || countsAs !== id)
    .map(({ id, label, countsAs, isInUse }) => `${id}${isInUse ? "" : "-"}:${label}:${countsAs}`)
    .join(" ");
