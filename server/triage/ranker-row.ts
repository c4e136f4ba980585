/** The ranker's newest weights of this installation; the shipped ones while it has none, or those were of another make. */
import { z } from "zod";
import type { Db } from "../db/pool.ts";
import { findModel, type ModelHead } from "./model-store.ts";
import { markOf } from "./outcome-rules.ts";
import { SHIPPED } from "./ranker/shipped.ts";

/** Changes with the shipped weights: figures of another make mean something else. */
export const RANKER_BASIS = markOf(JSON.stringify(SHIPPED));

const Weights = z.record(z.string(), z.number());

export type RankerMade = {
  version: number;
  decisionId: number;
  trainedOn: number;
  weights: Record<string, number>;
};

export async function readRankerRow(db: Db, heads: readonly ModelHead[]): Promise<RankerMade> {
  const head = heads.find(({ kind }) => kind === "ranker");
  const row = head?.basis === RANKER_BASIS ? await findModel(db, "ranker", head.version) : undefined;
  return {
    version: row?.version ?? 0,
    decisionId: head?.decisionId ?? 0,
    trainedOn: row?.trainedOn ?? 0,
    weights: row ? Weights.parse(JSON.parse(row.bytes.toString("utf8"))) : SHIPPED.weights,
  };
}
