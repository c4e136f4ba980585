import type { Phrases } from "./acts.ts";
import { ARABIC } from "./ar.ts";
import { GERMAN } from "./de.ts";
import { ENGLISH } from "./en.ts";
import { SPANISH } from "./es.ts";
import { FRENCH } from "./fr.ts";
import { HINGLISH } from "./hinglish.ts";
import { INDONESIAN } from "./id.ts";
import { PORTUGUESE } from "./pt.ts";
import { SWAHILI } from "./sw.ts";

export const LANGUAGES: readonly Phrases[] = [
  ENGLISH,
  SPANISH,
  PORTUGUESE,
  FRENCH,
  INDONESIAN,
  ARABIC,
  HINGLISH,
  SWAHILI,
  GERMAN,
];
