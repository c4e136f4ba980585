/** Totals of the shipped ranker over the measuring set: node_modules/.bin/node scripts/score-ranker.ts */
import { inWords, scoreGold } from "../server/triage/ranker/gold-score.ts";

console.log(inWords(scoreGold()));
