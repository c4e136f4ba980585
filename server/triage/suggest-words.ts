/** Title and place of an item, from its words and from what is usual. Pure. */
import type { Suggestion } from "../../shared/api/suggestion.ts";
import type { Label } from "../../shared/trade.ts";
import { instantOf } from "../../shared/words/due-instant.ts";
import { findDue } from "../../shared/words/due-rules.ts";
import { textOf } from "./attach-situation.ts";
import { findPlace } from "./model/place-rules.ts";
import type { Situation } from "./situation.ts";
import { suggestTitle } from "./title-rules.ts";

type Track = { right: number; of: number };

/** How often such a one was right here, as if `so many` had been seen before. */
const sureness = ({ right, of }: Track, first: number, weight = 10): number =>
  (right + first * weight) / (of + weight);

/** Titles are often put into other words. */
const TITLE_FIRST = 0.5;
const PLACE_FIRST = 0.7;
const WORDLESS = 0.2;

export function titleFor({ messages, name }: Situation, track: Track): Suggestion["title"] {
  const said = messages.map(({ kind, text, content }) => ({
    ...{ kind, text },
    place: content.location?.name ?? content.location?.address ?? null,
  }));
  const value = suggestTitle(said, name);
  const plain = { words: [], count: null, of: null, name: null };
  if (said.some(({ text, place }) => text?.trim() || place))
    return { value, confidence: sureness(track, TITLE_FIRST), because: [{ code: "words", ...plain }] };
  const isVoice = said.length > 0 && said.every(({ kind }) => kind === "audio");
  return {
    value,
    confidence: WORDLESS,
    because: [{ code: isVoice ? "voice_only" : "no_words", ...plain }],
  };
}

/** Found words are nearly always the right ones; whether they are a wish is another thing. */
const WANTED_CONFIDENCE = 0.7;

/** The time of what is called off, or complained of, is not one that is wanted. */
const NO_WISH: readonly (Label | null)[] = ["cancellation", "complaint"];

export function wantedFor(
  { messages, item, thread }: Situation,
  category: Label | null,
): Suggestion["wanted"] {
  const words = NO_WISH.includes(category) ? null : findDue(textOf(messages));
  if (!words) return null;
  // "Tomorrow" is the day after they wrote it, where they live.
  const at = thread.timeZone === null ? null : instantOf(words, item.lastAt, thread.timeZone);
  return {
    value: { words, at: at?.toISOString() ?? null },
    confidence: WANTED_CONFIDENCE,
    because: [{ code: "time_words", words: [words], count: null, of: null, name: null }],
  };
}

/** Where they say it is; else where this client's last ones were. */
export function placeFor({ messages, usual }: Situation, track: Track): Suggestion["place"] {
  const pin = messages.find(({ content }) => content.location)?.content.location;
  const named = pin && [pin.name, pin.address].filter(Boolean).join(", ");
  if (named)
    return {
      value: named,
      confidence: sureness(track, PLACE_FIRST),
      because: [{ code: "names_place", words: [named], count: null, of: null, name: null }],
    };
  const said = findPlace(textOf(messages));
  if (said)
    return {
      value: said,
      confidence: sureness(track, PLACE_FIRST),
      because: [{ code: "names_place", words: [said], count: null, of: null, name: null }],
    };
  if (usual.place === null || usual.placeCount < 2) return null;
  return {
    value: usual.place,
    confidence: sureness(track, PLACE_FIRST) * (usual.placeCount / usual.count),
    because: [{ code: "usual_place", words: [], count: usual.placeCount, of: usual.count, name: null }],
  };
}
