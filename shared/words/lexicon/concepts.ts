import { HOME_THINGS } from "./concepts-home.ts";
import { OTHER_THINGS } from "./concepts-trades.ts";

/** Things that requests are about, in all languages: two texts that name the same one are about the same, even when
 * the desk writes its titles in another language. A star stands for any ending; what stands before a colon is the
 * group within which one thing speaks against another. */
export const CONCEPTS: Record<string, string> = { ...HOME_THINGS, ...OTHER_THINGS };
