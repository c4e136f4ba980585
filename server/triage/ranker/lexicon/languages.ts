import type { Phrases } from "./acts.ts";
import { ENGLISH } from "./en.ts";
import { SPANISH } from "./es.ts";

export const LANGUAGES: readonly Phrases[] = [ENGLISH, SPANISH];
