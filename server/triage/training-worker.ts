/** Trains in a thread of its own, so that nobody waits for it: examples in, packed models out. */
import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { trainClassifier } from "./model/classifier.ts";
import { packModel } from "./model/pack.ts";
import { MODEL_KINDS } from "./model-store.ts";
import { readShippedExamples } from "./shipped-examples.ts";

const Task = z.object({
  kind: z.enum(MODEL_KINDS),
  examples: z.array(z.object({ text: z.string(), label: z.string() })),
  shippedWeight: z.number(),
});

const { kind, examples, shippedWeight } = Task.parse(workerData);
const shipped = await readShippedExamples(kind);
const model = trainClassifier([
  ...shipped.map((example) => ({ ...example, weight: shippedWeight })),
  ...examples,
]);
parentPort?.postMessage({ bytes: packModel(model), shipped: shipped.length });
