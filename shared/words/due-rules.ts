/** The time a client asks for: the words they said it with. */
import { joinSpans, type Span, spansOf, wholeWords } from "./spans.ts";
import { AWAY, JOINTS, LEANING, OPENINGS, OVER, TIMES } from "./time-words.ts";

const ANY = wholeWords(TIMES);
const PART = new RegExp(`^(?:${wholeWords(LEANING).source})$`, "iu");
const JOINT = new RegExp(`^[\\s,.–-]*(?:(?:${JOINTS})[\\s,.–-]*){0,3}$`, "iu");
const OPENING = new RegExp(`(?<![\\p{L}\\p{N}])(?:${OPENINGS})\\s+(?:the |el |la |las |les? )?$`, "iu");
const BEFORE_IT = new RegExp(`(?<![\\p{L}\\p{N}])(?:${AWAY})\\s+(?:the |el |la |las |o |le |les? )?$`, "iu");
const AFTER_IT = new RegExp(`^\\s+(?:${OVER})(?![\\p{L}\\p{N}])`, "iu");
/** A greeting names a part of the day and asks for nothing in it. */
const GREETING =
  /(?:good|buenos?|buenas|bo[am]|bon|selamat|slmt|صباح|مساء|shubh|habari za|habari ya)\s+(?:el |ال)?$/iu;

/** The last one said that lies ahead: what is moved away from comes first. Null when nobody can tell. */
export function findDue(text: string): string | null {
  const times = joinSpans(
    text,
    spansOf(text, ANY).filter((span) => !isGreeting(text, span)),
    JOINT,
  );
  const ahead = times.filter((span) => liesAhead(text, span) && !PART.test(text.slice(span.start, span.end)));
  const last = ahead.at(-1);
  return last ? withOpening(text, last) : null;
}

const isGreeting = (text: string, { start }: Span): boolean => GREETING.test(text.slice(0, start));

const liesAhead = (text: string, { start, end }: Span): boolean =>
  !BEFORE_IT.test(text.slice(0, start)) && !AFTER_IT.test(text.slice(end));

function withOpening(text: string, { start, end }: Span): string {
  const opening = OPENING.exec(text.slice(0, start));
  return text.slice(opening ? opening.index : start, end).trim();
}
