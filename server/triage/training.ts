/** Makes models from what people decided, in the background, and says when another is due. */
import { Worker } from "node:worker_threads";
import { z } from "zod";
import type { Db } from "../db/pool.ts";
import { addJobs } from "../jobs/add.ts";
import type { Tasks } from "../jobs/worker.ts";
import { announce } from "../live/changes.ts";
import type { System } from "../system.ts";
import { basisOf } from "./kind-labels.ts";
import { deleteLessons, findLastDecisionBefore, listLessons } from "./lesson-store.ts";
import { learnChoice } from "./live-ranker.ts";
import {
  type AnyKind,
  countNews,
  deleteOldModels,
  findLastDecisionId,
  insertModel,
  listExamples,
  listNewestHeads,
  MODEL_KINDS,
  type ModelHead,
  type ModelKind,
  type ModelRow,
} from "./model-store.ts";
import { SHIPPED } from "./ranker/shipped.ts";
import { RANKER_BASIS, readRankerRow } from "./ranker-row.ts";
import { listKinds } from "./situation-store.ts";
import { enoughNews, isDue, shippedWeight, type Taught, taughtBy, tellsOwners } from "./training-rules.ts";

type Training = Pick<System, "db" | "clock">;

/** More says little that is new, and older decisions were made by other habits. */
const MOST_EXAMPLES = 20_000;
const KEPT = 3;

export const trainingJobs = (system: Training): Pick<Tasks, "learn_triage"> => ({
  learn_triage: () => learn(system),
});

/** Examples of our own in, packed bytes out, with how many shipped ones took part. */
export type Train = (
  kind: ModelKind,
  examples: readonly Taught[],
) => Promise<{ bytes: Buffer; shipped: number }>;

/** Asked each half minute by whoever decides: a job when enough is new. */
export async function wakeTraining({ db, clock }: Training): Promise<boolean> {
  const now = clock.now();
  const heads = await listNewestHeads(db);
  const basis = basisOf(await listKinds(db));
  // Who gets what is learnt along with them.
  for (const kind of ["category", "priority"] as const) {
    const head = heads.find((each) => each.kind === kind) ?? null;
    const news = await countNews(db, {
      decisionId: head?.decisionId ?? 0,
      since: head?.madeAt ?? new Date(0),
      most: enoughNews(head ?? { trainedOn: 0 }),
    });
    if (!isDue(head, { news, basis, now })) continue;
    await addJobs(db, [{ task: "learn_triage", payload: {}, key: "learn_triage" }]);
    return true;
  }
  return false;
}

/** A model of each kind from all that stands now. Two at once write one: the same examples give the same model. */
export async function learn({ db, clock }: Training, trained: Train = train): Promise<void> {
  const kinds = await listKinds(db);
  const heads = await listNewestHeads(db);
  // Before the examples: what is decided meanwhile is learnt in memory until the next time.
  const decisionId = await findLastDecisionId(db);
  const decided = (await listExamples(db, MOST_EXAMPLES)).filter((each) => each.decisionId <= decisionId);
  for (const kind of MODEL_KINDS) {
    const examples = decided.flatMap((each) => taughtBy(kind, each, kinds) ?? []);
    if (kind === "owner" && !tellsOwners(examples)) continue;
    const madeAt = clock.now();
    const { bytes, shipped } = await trained(kind, examples);
    const row: ModelRow = {
      ...{ kind, madeAt, decisionId, bytes },
      version: nextVersion(heads, kind),
      trainedOn: examples.length,
      basis: basisOf(kinds),
      figures: { counts: countLabels(examples), shipped },
    };
    await db.transaction((tx) => keep(tx, row));
  }
  await learnRanker({ db, clock }, heads);
}

/** What may still be taken back stays a lesson; the rest becomes part of the weights. */
const SETTLED_MS = 3_600_000;
const MOST_LESSONS = 2_000;

async function learnRanker({ db, clock }: Training, heads: readonly ModelHead[]): Promise<void> {
  const now = clock.now();
  const before = await readRankerRow(db, heads);
  const upTo = await findLastDecisionBefore(db, new Date(now.getTime() - SETTLED_MS));
  const lessons = await listLessons(db, { after: before.decisionId, upTo, limit: MOST_LESSONS });
  const last = lessons.at(-1);
  if (!last) return;
  const weights = { ...before.weights };
  for (const lesson of lessons) learnChoice(weights, lesson, SHIPPED);
  const row: ModelRow = {
    ...{ kind: "ranker", madeAt: now, decisionId: last.decisionId, basis: RANKER_BASIS },
    version: nextVersion(heads, "ranker"),
    trainedOn: before.trainedOn + lessons.length,
    figures: { counts: {}, shipped: 0 },
    bytes: Buffer.from(JSON.stringify(weights)),
  };
  await db.transaction(async (tx) => {
    await keep(tx, row);
    await deleteLessons(tx, last.decisionId);
  });
}

const nextVersion = (heads: readonly ModelHead[], kind: AnyKind): number =>
  (heads.find((head) => head.kind === kind)?.version ?? 0) + 1;

function countLabels(examples: readonly Taught[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { label } of examples) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}

async function keep(tx: Db, row: ModelRow): Promise<void> {
  if (!(await insertModel(tx, row))) return;
  await deleteOldModels(tx, row.kind, KEPT);
  await announce(tx, ["models"]);
}

const Trained = z.object({ bytes: z.instanceof(Uint8Array), shipped: z.number() });

/** @throws when the thread dies: the job is tried again. */
export function train(
  kind: ModelKind,
  examples: readonly Taught[],
): Promise<{ bytes: Buffer; shipped: number }> {
  const workerData = { kind, examples, shippedWeight: shippedWeight(examples.length) };
  const worker = new Worker(new URL("./training-worker.ts", import.meta.url), { workerData });
  // Whoever stops meanwhile need not wait: the job, or the next start, does it again.
  worker.unref();
  return new Promise((resolve, reject) => {
    worker.once("message", (message: unknown) => {
      const { bytes, shipped } = Trained.parse(message);
      resolve({ bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), shipped });
    });
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`training ended with ${code}`)));
  });
}
