/** What a rule of the house may ask of an incoming request. Runs on both sides. */

export const CONDITION_KINDS = [
  "words",
  "language",
  "number",
  "contents",
  "contact",
  "hours",
  "category",
  "priority",
  "place",
  "waits",
  "chased",
] as const;
export type ConditionKind = (typeof CONDITION_KINDS)[number];

/** What came besides words. */
export const CONTENTS = ["photo", "video", "voice", "document", "location", "contact_card"] as const;
export type Content = (typeof CONTENTS)[number];

/** Who writes. `new`: never wrote before; `known`: did. */
export const STANDINGS = ["new", "known", "worker", "client", "has_open"] as const;
export type Standing = (typeof STANDINGS)[number];

/** Languages that the guess knows apart. */
export const GUESSED_LANGUAGES = [
  ...["en", "es", "pt", "fr", "it", "de", "nl", "tr", "id", "sw"],
  ...["ar", "fa", "ur", "he", "hi", "bn", "ta", "te", "ru", "uk", "el", "th", "ko", "ja", "zh"],
] as const;
export type GuessedLanguage = (typeof GUESSED_LANGUAGES)[number];

/** What a rule gives; each once, from the first rule that does. Only a priority is raised by whichever asks for more. */
export const GIVEN = ["category", "priority", "owner", "quickReply"] as const;
export type Given = (typeof GIVEN)[number];
