/** The models of this process: the newest rows, and each correction at once. */
import { describeError } from "../describe-error.ts";
import { ALL } from "../live/listener.ts";
import type { System } from "../system.ts";
import { basisOf } from "./kind-labels.ts";
import { findLesson, listLessons } from "./lesson-store.ts";
import { type LiveModel, openLiveModel } from "./live-model.ts";
import { type LiveRanker, openLiveRanker } from "./live-ranker.ts";
import type { ModelSet } from "./model-set.ts";
import {
  findExample,
  findModel,
  listExamplesAfter,
  listNewestHeads,
  MODEL_KINDS,
  type ModelKind,
} from "./model-store.ts";
import { SHIPPED } from "./ranker/shipped.ts";
import { readRankerRow } from "./ranker-row.ts";
import { readShippedModel } from "./shipped-models.ts";
import { type KindRow, listKinds } from "./situation-store.ts";
import { taughtBy } from "./training-rules.ts";

export type Models = {
  current(): ModelSet;
  /** What was heard of so far is learnt. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

/** Between two rows this many are learnt at most; a row is made long before. */
const MOST_SINCE = 2_000;

export function openModels(
  system: Pick<System, "db" | "log" | "live">,
  readShipped: typeof readShippedModel = readShippedModel,
): Models {
  const { db, log, live } = system;
  const loaded = new Map<ModelKind, LiveModel>();
  let ranker: LiveRanker | null = null;
  let kinds: KindRow[] = [];
  let work: Promise<void> = Promise.resolve();
  /** The shipped model may take seconds to make; nobody who stops waits for it. */
  const closing = Promise.withResolvers<null>();

  async function load(kind: ModelKind): Promise<void> {
    const head = (await listNewestHeads(db)).find((each) => each.kind === kind);
    if (loaded.get(kind)?.version === (head?.version ?? 0)) return catchUp(kind);
    const row = head && (await findModel(db, kind, head.version));
    const shipped = () => (kind === "owner" ? null : Promise.race([readShipped(kind), closing.promise]));
    const bytes = row ? row.bytes : await shipped();
    if (!bytes) return;
    loaded.set(
      kind,
      openLiveModel({
        bytes,
        version: row?.version ?? 0,
        decisionId: row?.decisionId ?? 0,
        counts: row?.figures.counts ?? {},
      }),
    );
    await catchUp(kind);
  }

  async function catchUp(kind: ModelKind): Promise<void> {
    const model = loaded.get(kind);
    if (!model) return;
    for (const example of await listExamplesAfter(db, model.decisionId, MOST_SINCE))
      model.learn(example.decisionId, taughtBy(kind, example, kinds));
  }

  async function loadAll(): Promise<void> {
    const found = await listKinds(db);
    // Other labels for the same decisions: what was learnt in memory is learnt again.
    if (basisOf(found) !== basisOf(kinds)) loaded.clear();
    kinds = found;
    await loadRanker();
    for (const kind of MODEL_KINDS) await load(kind);
  }

  function loadAnew(): Promise<void> {
    loaded.clear();
    ranker = null;
    return loadAll();
  }

  async function loadRanker(): Promise<void> {
    const made = await readRankerRow(db, await listNewestHeads(db));
    if (ranker?.version !== made.version) ranker = openLiveRanker(SHIPPED, made);
    const lessons = { after: made.decisionId, upTo: null, limit: MOST_SINCE };
    for (const lesson of await listLessons(db, lessons)) ranker.learn(lesson.decisionId, lesson);
  }

  async function learn(decisionId: number): Promise<void> {
    ranker?.learn(decisionId, (await findLesson(db, decisionId)) ?? null);
    const example = await findExample(db, decisionId);
    for (const [kind, model] of loaded)
      model.learn(decisionId, example ? taughtBy(kind, example, kinds) : null);
  }

  function later(what: () => Promise<void>): void {
    work = work.then(what).catch((error: unknown) => {
      log.warn(
        { error: describeError(error) },
        "a model could not be brought up to date; the next change does",
      );
    });
  }

  const stopListening = live.listen((topics) => {
    for (const topic of topics) {
      const decided = /^decision:(\d+)$/.exec(topic)?.[1];
      if (decided) later(() => learn(Number(decided)));
      else if (topic === "models" || topic === "trade") later(loadAll);
      // What was taken back meanwhile was told to nobody.
      else if (topic === ALL) later(loadAnew);
    }
  });
  later(loadAll);

  return {
    current: () => ({
      category: loaded.get("category")?.current() ?? null,
      priority: loaded.get("priority")?.current() ?? null,
      owner: loaded.get("owner")?.current() ?? null,
      ranker: ranker && { version: ranker.version, weights: ranker.current() },
    }),
    settled: () => work,
    async close() {
      stopListening();
      closing.resolve(null);
      await work;
    },
  };
}
