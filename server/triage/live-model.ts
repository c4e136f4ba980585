/**
 * A model with what was decided since it was made. The same rows give the same model in every process, in whatever order
 * they were heard of: an older decision, or one taken back, begins again from the bytes.
 */
import { type Classifier, updateClassifier } from "./model/classifier.ts";
import { unpackModel } from "./model/pack.ts";
import { withCategory } from "./model/seed.ts";
import type { TextModel } from "./model-set.ts";
import type { Taught } from "./training-rules.ts";

export type LiveModel = {
  current(): TextModel;
  /** Of decisions this model does not know. Null: taken back, or it teaches nothing. */
  learn(decisionId: number, taught: Taught | null): void;
  readonly version: number;
  readonly decisionId: number;
};

type Made = { version: number; decisionId: number; bytes: Uint8Array; counts: Record<string, number> };

export function openLiveModel({ version, decisionId, bytes, counts: made }: Made): LiveModel {
  const taughtBy = new Map<number, Taught>();
  let model: Classifier = unpackModel(bytes);
  let last = decisionId;

  function again(): void {
    model = unpackModel(bytes);
    for (const id of [...taughtBy.keys()].sort((one, other) => one - other)) apply(taughtBy.get(id));
  }
  function apply(taught: Taught | undefined): void {
    if (!taught) return;
    const { text, label, category } = taught;
    updateClassifier(model, { text: category ? withCategory(text, category) : text, label });
  }

  return {
    version,
    decisionId,
    current: () => ({ version, model, counts: withCounts(made, [...taughtBy.values()]) }),
    learn(id, taught) {
      if (id <= decisionId) return;
      if (!taught) {
        if (taughtBy.delete(id)) again();
        return;
      }
      const known = taughtBy.get(id);
      if (known && known.text === taught.text && known.label === taught.label) return;
      taughtBy.set(id, taught);
      if (known || id < last) again();
      else apply(taught);
      last = Math.max(last, id);
    },
  };
}

function withCounts(made: Record<string, number>, taught: readonly Taught[]): Record<string, number> {
  const counts = { ...made };
  for (const { label } of taught) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}
