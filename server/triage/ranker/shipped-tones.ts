/** Learnt by scripts/train-ranker.ts from the seed examples and the training cases. */

import { unpackReader } from "../../../shared/words/tone-pack.ts";
import subjects from "./subjects.json" with { type: "json" };
import tones from "./tones.json" with { type: "json" };

export const SHIPPED_TONES = unpackReader(tones);
export const SHIPPED_SUBJECTS = unpackReader(subjects);
