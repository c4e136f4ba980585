/** What the models are made of, and when they are made anew. Pure. */

import { type Label, NO_REQUEST } from "../../shared/trade.ts";
import { labelOf, measuredAs } from "./kind-labels.ts";
import type { DecidedExample, ModelHead, ModelKind } from "./model-store.ts";
import type { KindRow } from "./situation-store.ts";

export type Taught = {
  text: string;
  label: string;
  /** Which measuring category it is: how urgent something is follows from what it is, too. */
  category: Label | null;
};

/** What a decision teaches each model; null: nothing. */
export function taughtBy(kind: ModelKind, example: DecidedExample, kinds: readonly KindRow[]): Taught | null {
  const { text, categoryId, priority } = example;
  if (!text?.trim()) return null;
  switch (kind) {
    case "category": {
      if (example.kind === "no_request") return { text, label: NO_REQUEST, category: null };
      const label = categoryId === null ? null : labelOf(categoryId, kinds);
      return label === null ? null : { text, label, category: null };
    }
    case "priority":
      if (example.kind !== "opens" || priority === null) return null;
      return { text, label: priority, category: measuredAs(categoryId, kinds) };
    case "owner":
      if (example.kind !== "opens" || example.owner === null) return null;
      return { text, label: example.owner, category: measuredAs(categoryId, kinds) };
    default:
      return kind satisfies never;
  }
}

/** With fewer, or one who gets everything, who gets what is no habit yet. */
const FEWEST_GIVEN = 10;

export const tellsOwners = (examples: readonly Taught[]): boolean =>
  examples.length >= FEWEST_GIVEN && new Set(examples.map(({ label }) => label)).size > 1;

/** The shipped examples give way to this installation's own: half as much each at first, a tenth in the end. */
export const shippedWeight = (ownCount: number): number => Math.max(0.1, 0.5 / (1 + ownCount / 400));

const LEAST_PAUSE_MS = 3 * 60_000;
const LONGEST_PAUSE_MS = 6 * 3_600_000;
const ENOUGH = 20;
/** Of a large model, one in so many. */
const ENOUGH_SHARE = 0.02;

/** How much must be new: beyond it, counting does no more. */
export const enoughNews = (head: Pick<ModelHead, "trainedOn">): number =>
  Math.max(ENOUGH, Math.ceil(head.trainedOn * ENOUGH_SHARE));

export function isDue(
  head: ModelHead | null,
  { news, basis, now }: { news: number; basis: string; now: Date },
): boolean {
  // Until somebody here has decided enough, the shipped one with what was learnt on top is all there is.
  if (head === null) return news >= ENOUGH;
  const age = now.getTime() - head.madeAt.getTime();
  if (age < LEAST_PAUSE_MS) return false;
  if (head.basis !== basis) return true;
  return news >= enoughNews(head) || (news > 0 && age >= LONGEST_PAUSE_MS);
}
