/** Where the work is: the words a client named the place with. */

import { joinSpans, type Span, spansOf, wholeWords } from "../../../shared/words/spans.ts";
import {
  ADDRESS_JOINTS,
  ADDRESSES,
  LEADS,
  NAMED_AFTER,
  NAMES,
  NO_PLACES,
  ROOM_NAMES,
} from "./place-words.ts";

const ADDRESS = wholeWords(ADDRESSES, "gu");
const ROOM = new RegExp(
  `(?<=(?<![\\p{L}\\p{N}])(?:${LEADS})\\s+)(?:${ROOM_NAMES.join("|")})(?![\\p{L}\\p{N}])`,
  "giu",
);
const NAMED = new RegExp(
  `(?<=(?<![\\p{L}\\p{N}])(?:${NAMED_AFTER})\\s+(?:the\\s+)?)${NAMES}(?![\\p{L}\\p{N}])`,
  "gu",
);
const JOINT = new RegExp(`^(?:[\\s,.–-]*|[\\s,]+(?:(?:${ADDRESS_JOINTS})\\s+){1,2})$`, "iu");
const NO_PLACE = new RegExp(`^(?:${NO_PLACES})(?:$|\\s)`, "iu");
const NAME_AFTER = new RegExp(
  `^(?:,? (?:in |en |em |di |à |at |${"de "})?)(${NAMES})(?![\\p{L}\\p{N}])`,
  "u",
);

const NAME_BEFORE = new RegExp(`(?<=[\\p{L}\\p{N},] )(${NAMES}),? $`, "u");

/** An address before a named place, that before a room. Null when nothing is named. */
export function findPlace(text: string): string | null {
  const addresses = spansOf(text, ADDRESS);
  const names = spansOf(text, NAMED).filter((span) => !NO_PLACE.test(wordsAt(text, span)));
  const longest = joinSpans(text, [...addresses, ...names], JOINT)
    .filter(({ start, end }) => addresses.some((each) => each.start >= start && each.end <= end))
    .map((span) => withNameAfter(text, withNameBefore(text, span)))
    .sort((one, other) => lengthOf(other) - lengthOf(one))[0];
  if (longest) return wordsAt(text, longest);
  const [named] = names;
  if (named) return wordsAt(text, named);
  const room = spansOf(text, ROOM)[0];
  return room ? wordsAt(text, room).replace(ARTICLE, "") : null;
}

const ARTICLE = /^(?:the|our|my|el|la|mi|nuestr[ao]|[ao]|noss[ao]|minha|meu|le|ma|mon|notre)\s+|^l['’]/iu;
const lengthOf = ({ start, end }: Span): number => end - start;
const wordsAt = (text: string, { start, end }: Span): string =>
  text.slice(start, end).replace(/[\s,.]+$/u, "");

/** "12 Oak Road, Westlands": the part of town belongs to it. */
function withNameAfter(text: string, { start, end }: Span): Span {
  const found = NAME_AFTER.exec(text.slice(end));
  return found && !NO_PLACE.test(found[1] ?? "") ? { start, end: end + found[0].length } : { start, end };
}

/** "Rohini sector 9": the same, said first. What opens a sentence has a capital anyway. */
function withNameBefore(text: string, { start, end }: Span): Span {
  const found = NAME_BEFORE.exec(text.slice(0, start));
  return found?.[1] && !NO_PLACE.test(found[1])
    ? { start: found.index + found[0].indexOf(found[1]), end }
    : { start, end };
}
