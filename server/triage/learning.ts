/** How good the suggestions have been, and what they were learnt from. */
import type { Learning } from "../../shared/api/learning.ts";
import { SUGGESTED } from "../../shared/api/suggestion.ts";
import { NO_REQUEST } from "../../shared/trade.ts";
import type { Db } from "../db/pool.ts";
import { categoriesFor } from "./kind-labels.ts";
import { figuresOf } from "./learning-rules.ts";
import { countNews, listNewestHeads, MODEL_KINDS, type ModelHead } from "./model-store.ts";
import { countOutcomes, countRuleDecisions } from "./outcome-store.ts";
import { type KindRow, listKinds } from "./situation-store.ts";

const LATELY = 200;
const MONTH_MS = 30 * 24 * 3_600_000;
/** A month of a busy desk; beyond it the last ones say as much. */
const MOST = 20_000;
const MOST_NEWS = 1_000;
const SHOWN = 12;

export async function readLearning(db: Db, now: Date): Promise<Learning> {
  const since = new Date(now.getTime() - MONTH_MS);
  const [lately, month, rules, heads, kinds] = await Promise.all([
    countOutcomes(db, { kinds: SUGGESTED, last: LATELY, since: null }),
    countOutcomes(db, { kinds: SUGGESTED, last: MOST, since }),
    countRuleDecisions(db, since),
    listNewestHeads(db),
    listKinds(db),
  ]);
  const models = await Promise.all(
    [...MODEL_KINDS, "ranker" as const].map(async (kind) => {
      const head = heads.find((each) => each.kind === kind);
      return {
        kind,
        version: head?.version ?? 0,
        madeAt: head?.madeAt.toISOString() ?? null,
        trainedOn: head?.trainedOn ?? 0,
        since: await countNews(db, {
          decisionId: head?.decisionId ?? 0,
          since: head?.madeAt ?? now,
          most: MOST_NEWS,
        }),
      };
    }),
  );
  return { kinds: figuresOf(lately, month), rules, models, learntFrom: learntFrom(heads, kinds) };
}

function learntFrom(heads: readonly ModelHead[], kinds: readonly KindRow[]): Learning["learntFrom"] {
  const counts = heads.find(({ kind }) => kind === "category")?.figures.counts ?? {};
  return Object.entries(counts)
    .flatMap(([label, count]): Learning["learntFrom"] => {
      const [found] = categoriesFor([{ label, confidence: 1, because: [] }], kinds);
      if (found) return [{ categoryId: found.kind.id, name: found.kind.name, count }];
      return label === NO_REQUEST ? [{ categoryId: null, name: null, count }] : [];
    })
    .sort((one, other) => other.count - one.count)
    .slice(0, SHOWN);
}
