/** What a piece of a message does, in whichever language: the names that the lists of each language fill. */
export const ACTS = [
  /** Small talk: nothing to do. */
  "thanks",
  "ok",
  "greeting",
  "farewell",
  "praise",
  "filler",
  "later",
  "wrong_chat",
  "spam",
  "auto",
  /** Answers. */
  "yes",
  "no",
  "agree",
  "too_much",
  "paid",
  "here",
  /** Ways of going on with what is known. */
  "chase",
  "urge",
  "again",
  "it",
  "visitor",
  "correction",
  "cancel",
  "solved",
  "move",
  /** What whoever does the work says: it is done, it will be, somebody looks into it. */
  "done",
  "promise",
  "checking",
  /** Ways of beginning something. */
  "also",
  "other",
  "need",
  "broken",
  "ask",
  "price",
  /** What a question of ours asks for, and what an answer gives. */
  "time",
  "place",
  "number",
  "name",
  "photo",
  "count",
  /** Who writes: us, or the client of themselves. */
  "ours",
  "theirs",
  "asks",
  /** Says nothing of what it is about. */
  "stop",
] as const;
export type Act = (typeof ACTS)[number];

/** Phrases parted by commas; a star at the end stands for any ending. Written without accents. */
export type Phrases = Partial<Record<Act, string>>;
