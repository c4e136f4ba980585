/** Trains in a thread of its own, so that nobody waits for it: examples in, a packed model out. */
import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { LABELS } from "../../shared/trade.ts";
import { type Example, trainClassifier } from "./model/classifier.ts";
import { packModel } from "./model/pack.ts";
import { readSeed, withCategory } from "./model/seed.ts";
import { MODEL_KINDS } from "./model-store.ts";

const Task = z.object({
  kind: z.enum(MODEL_KINDS),
  examples: z.array(z.object({ text: z.string(), label: z.string(), category: z.enum(LABELS).nullable() })),
  shippedWeight: z.number(),
});

const { kind, examples, shippedWeight } = Task.parse(workerData);
const seed = kind === "owner" ? [] : await readSeed();
const shipped = seed.map(({ text, category, priority }) => ({
  ...{ text: kind === "priority" ? withCategory(text, category) : text, weight: shippedWeight },
  label: kind === "category" ? category : priority,
}));
const all: Example[] = [
  ...shipped,
  ...examples.map(({ text, label, category }) => ({
    text: category ? withCategory(text, category) : text,
    label,
  })),
];
// Each priority counts the same: urgent ones are few and must not drown among the ordinary.
const times = Map.groupBy(all, ({ label }) => label);
const rarity = (label: string): number =>
  kind === "priority" ? all.length / (times.size * (times.get(label)?.length ?? 1)) : 1;
const model = trainClassifier(
  all.map(({ weight = 1, ...example }) => ({ ...example, weight: weight * rarity(example.label) })),
);
parentPort?.postMessage({ bytes: packModel(model), shipped: shipped.length });
