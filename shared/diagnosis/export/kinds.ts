/** What stands after "Name: " in an exported chat: words, or WhatsApp's sign for something that is no words. Pure. */
import type { Chat, MessageKind } from "../chat.ts";
import { CALL, MISSED_CALL } from "./kinds-calls.ts";
import { isFileName, isWhatsAppName, kindOfFile } from "./kinds-files.ts";
import { LEFT_OUT, LEFT_OUT_PLAIN } from "./kinds-left-out.ts";
import {
  ATTACHED,
  DELETED,
  DELETED_BY,
  EDITED,
  EVENT,
  LIVE_PLACE,
  PLACE,
  POLL,
  VIEW_ONCE,
  WAITING,
} from "./kinds-marks.ts";
import { saysSystem } from "./system.ts";

export type Body = {
  kind: MessageKind;
  /** What was said: a caption, a place, a question with its answers; without marks of direction. */
  text: string;
  /** As named in the export; null when it was left out of it. */
  file: string | null;
  isEdited: boolean;
};

const MARK = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;
const MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g;

/** Words that are a sign when they are the whole message, mark or none. */
const WHOLE: ReadonlyMap<string, MessageKind> = new Map<string, MessageKind>([
  ...[...LEFT_OUT_PLAIN].map((one) => [one, LEFT_OUT.get(one) ?? "media"] as const),
  ...[...DELETED].map((one) => [one, "deleted"] as const),
  ...[...WAITING].map((one) => [one, "media"] as const),
  ...[...LIVE_PLACE].map((one) => [one, "live_location"] as const),
  ...[...MISSED_CALL].map((one) => [one, "call"] as const),
  // What old exports write where they have nothing to write.
  ["null", "media"] as const,
]);

/** A bit for each length and ending of those words: all but a few messages need no look at the words themselves. */
const WHOLE_ENDS = new Uint8Array(1 << 16);
const WHOLE_STARTS = new Uint8Array(1 << 19);
let longestWhole = 0;
for (const one of WHOLE.keys()) {
  WHOLE_STARTS[one.length * 1024 + (one.charCodeAt(0) & 31) * 32 + (one.charCodeAt(1) & 31)] = 1;
  WHOLE_ENDS[endOf(one, one.length)] = 1;
  longestWhole = Math.max(longestWhole, one.length);
}

/**
 * Reads what stands after "Name: ", lines parted by "\n". WhatsApp on iOS writes U+200E before whatever it says itself:
 * unknown words behind it are its own line (`system`), unless the platform is known to be Android.
 */
export function bodyOf(raw: string, platform: Chat["platform"] = null): Body {
  if (isPlain(raw)) return { kind: "text", text: raw, file: null, isEdited: false };
  const hasMark = MARK.test(raw);
  if (!hasMark && !mayBeSign(raw)) return { kind: "text", text: raw, file: null, isEdited: false };
  const isMarked = raw.charCodeAt(0) === 0x200e;
  // Behind a mark for right-to-left, which people's keyboards write too, only words that are known.
  const isSaid =
    isMarked || (raw.charCodeAt(0) === 0x200f && platform !== "android" && saysSystem(raw.slice(1, 200)));
  if (hasMark && !isSaid) {
    const text = bare(raw);
    if (!mayBeSign(text) && !leftOutBehindMark(raw, true))
      return { kind: "text", text, file: null, isEdited: false };
  }
  const { rest, isEdited } = withoutEdited(raw);
  const sign = signIn(rest, isMarked, hasMark, platform);
  if (sign) return { ...sign, isEdited };
  const text = bare(rest);
  const isOwn = isSaid && platform !== "android" && !isEdited && text !== "";
  return { kind: isOwn ? "system" : "text", text, file: null, isEdited };
}

const SIGN_LETTER = /[\n,:<>)\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;

/** Nearly all that people write, in one look: no letter that a sign has, nor the length and ending of one. */
const isPlain = (raw: string): boolean =>
  raw.length > 0 &&
  !SIGN_LETTER.test(raw) &&
  !(raw.length <= longestWhole + 1 && WHOLE_ENDS[endOf(raw, raw.length)] && startsWhole(raw));

/** The same for length and first two letters, of those that start with a to z and go on in ASCII. */
function startsWhole(raw: string): boolean {
  const first = raw.charCodeAt(0) | 0x20;
  const second = raw.charCodeAt(1);
  if (first < 0x61 || first > 0x7a || !(second < 0x80)) return true;
  const slot = raw.length * 1024 + (first & 31) * 32 + (second & 31);
  return (
    WHOLE_STARTS[slot] === 1 || WHOLE_STARTS[slot - 1024] === 1 || raw.charCodeAt(raw.length - 1) <= 0x20
  );
}

/** Cheap and never wrong about "no". */
function mayBeSign(raw: string): boolean {
  const length = raw.length;
  if (length === 0) return true;
  if (raw.charCodeAt(0) === 0x3c || raw.charCodeAt(length - 1) === 0x3e) return true;
  const line = raw.indexOf("\n");
  const end = line === -1 ? length : line;
  const last = raw.charCodeAt(end - 1);
  if (last === 0x29 || last === 0x3e || (last === 0x3a && end < 40)) return true;
  const comma = raw.indexOf(", ");
  if (comma !== -1 && comma < 60 && WHOLE_ENDS[endOf(raw, comma)]) return true;
  if (line === -1 && length <= longestWhole + 1 && WHOLE_ENDS[endOf(raw, length)]) return true;
  const colon = raw.indexOf(": ");
  if (colon === -1 || colon > 40) return false;
  return raw.startsWith("http", colon + 2) || EVENT.has(raw.slice(0, colon).toLowerCase());
}

function endOf(text: string, end: number): number {
  let last = text.charCodeAt(end - 1);
  let length = end;
  if (last === 0x2e || last === 0x3002) {
    length -= 1;
    last = text.charCodeAt(end - 2);
  }
  return (length * 2053 + last * 37 + text.charCodeAt(length - 2)) & 0xffff;
}

type Sign = { kind: MessageKind; text: string; file: string | null };

function signIn(
  body: string,
  isMarked: boolean,
  hasMark: boolean,
  platform: Chat["platform"],
): Sign | undefined {
  return (
    bracketed(body, isMarked || platform === "android") ??
    attached(body, isMarked) ??
    leftOutBehindMark(body, hasMark) ??
    whole(body, isMarked) ??
    labelled(body, isMarked)
  );
}

/** "<Media omitted>", "<attached: 00000012-PHOTO-….jpg>", before or after a caption. */
function bracketed(body: string, isOwnForm: boolean): Sign | undefined {
  const text = bare(body).trim();
  const open = text.startsWith("<") ? 0 : text.endsWith(">") ? text.lastIndexOf("<") : -1;
  const close = open === 0 ? text.indexOf(">") : text.length - 1;
  if (open === -1 || close <= open) return undefined;
  const inside = text.slice(open + 1, close);
  const caption = `${text.slice(0, open).trim()}${text.slice(close + 1).trim()}`;
  const kind = LEFT_OUT.get(folded(inside));
  if (kind) {
    // Android writes the name of a document on the next line.
    const isNamed = kind === "media" && isFileName(caption);
    return { kind: isNamed ? kindOfFile(caption) : kind, text: caption, file: null };
  }
  const colon = inside.search(/[:：]/);
  if (colon > 0 && colon < 40) {
    const file = inside.slice(colon + 1).trim();
    const label = inside.slice(0, colon);
    if (isFileName(file) && (isWhatsAppName(file) || /^\p{L}[\p{L}\p{M}\s'’]*$/u.test(label)))
      return { kind: kindOfFile(file), text: caption, file };
  }
  // A language not in the list: the words stay, so nothing is lost if somebody wrote them.
  const isUnknown = isOwnForm && open === 0 && close === text.length - 1;
  if (isUnknown && /^\p{L}[\p{L}\p{M}\s'’/-]{7,40}$/u.test(inside))
    return { kind: "media", text, file: null };
  return undefined;
}

/** "IMG-20260714-WA0003.jpg (file attached)", its caption on the lines below. */
function attached(body: string, isMarked: boolean): Sign | undefined {
  const line = body.indexOf("\n");
  const first = bare(line === -1 ? body : body.slice(0, line)).trim();
  if (!first.endsWith(")")) return undefined;
  const open = first.lastIndexOf(" (");
  const file = first.slice(0, open);
  if (open < 1 || !isFileName(file)) return undefined;
  const words = folded(first.slice(open + 2, -1));
  if (!ATTACHED.has(words) && !isMarked && !isWhatsAppName(file)) return undefined;
  const caption = line === -1 ? "" : bare(body.slice(line + 1));
  // A document's own name is repeated as its caption.
  return { kind: kindOfFile(file), text: caption === file ? "" : caption, file };
}

/** iOS: "Invoice.pdf • ‎2 pages ‎document omitted", "‎image omitted". */
function leftOutBehindMark(body: string, hasMark: boolean): Sign | undefined {
  if (!hasMark) return undefined;
  const mark = Math.max(body.lastIndexOf("\u200e"), body.lastIndexOf("\u200f"));
  if (mark === -1 || body.length - mark > 60) return undefined;
  const kind = LEFT_OUT.get(folded(body.slice(mark + 1)));
  if (!kind) return undefined;
  const before = bare(body.slice(0, mark)).trim();
  const dot = kind === "document" ? before.lastIndexOf(" • ") : -1;
  return { kind, text: dot === -1 ? before : before.slice(0, dot).trim(), file: null };
}

function whole(body: string, isMarked: boolean): Sign | undefined {
  if (body.length > longestWhole + 40) return undefined;
  const text = bare(body).trim();
  if (text === "") return { kind: "media", text: "", file: null };
  const words = folded(text);
  const kind = WHOLE.get(words);
  if (kind) return { kind, text: kind === "call" ? text : "", file: null };
  // "Voice call, 3 min", "Missed voice call. Tap to call back".
  const stop = text.search(/[,.،、(（]/);
  const call = stop === -1 ? words : folded(text.slice(0, stop));
  if (MISSED_CALL.has(call) || (isMarked && CALL.has(call))) return { kind: "call", text, file: null };
  if (isMarked && DELETED_BY.some((start) => words.startsWith(start)))
    return { kind: "deleted", text: "", file: null };
  if (isMarked && VIEW_ONCE.some((part) => words.includes(part)))
    return { kind: "view_once", text: "", file: null };
  return undefined;
}

/** "location: https://maps.google.com/?q=…", "POLL:" over a question and its answers, "EVENT: …". */
function labelled(body: string, isMarked: boolean): Sign | undefined {
  const text = bare(body);
  const colon = text.search(/[:：]/);
  if (colon < 1 || colon > 40) return undefined;
  const label = folded(text.slice(0, colon));
  const rest = text.slice(colon + 1).trim();
  if (PLACE.has(label) && (isMarked || rest.startsWith("http")))
    return { kind: "location", text: rest, file: null };
  if (
    /^https?:\/\/(?:maps\.google\.com\/(?:maps)?\?q=|foursquare\.com\/v\/)\S*$/.test(rest) &&
    !label.includes(" ")
  )
    return { kind: "location", text: rest, file: null };
  const isAlone = text.charCodeAt(colon + 1) === 0x0a;
  if (isAlone && (POLL.has(label) || isMarked)) {
    const answers = answersOf(rest);
    if (answers) return { kind: "poll", text: answers, file: null };
  }
  const isLoud = text.slice(0, colon) === text.slice(0, colon).toUpperCase();
  if (EVENT.has(label) && (isMarked || (isLoud && isAlone))) return { kind: "event", text: rest, file: null };
  return undefined;
}

/** The question and what could be answered, without "OPTION:" and the votes; nothing if there is no answer in it. */
function answersOf(text: string): string | undefined {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const first = lines.findIndex((line, place) => place > 0 && answerIn(line) !== undefined);
  if (first === -1) return undefined;
  return lines.map((line, place) => (place < first ? line : (answerIn(line) ?? line))).join("\n");
}

function answerIn(line: string): string | undefined {
  return line.length > 400 ? undefined : ANSWER.exec(line)?.[1]?.trim();
}

const ANSWER = /^[^\s:：]{2,20}[:：] ?(.*?)(?: ?[(（][^()（）]*[\d٠-٩۰-۹०-९০-৯][^()（）]*[)）])$/;

/** "text <This message was edited>". */
function withoutEdited(raw: string): { rest: string; isEdited: boolean } {
  const end = raw.trimEnd();
  if (!end.endsWith(">")) return { rest: raw, isEdited: false };
  const open = end.lastIndexOf("<");
  if (open < 1 || end.length - open > 120) return { rest: raw, isEdited: false };
  const words = folded(end.slice(open + 1, -1));
  const isBehindMark = end.charCodeAt(open - 1) === 0x200e && !/[:：]/.test(words) && !LEFT_OUT.has(words);
  if (!EDITED.has(words) && !isBehindMark) return { rest: raw, isEdited: false };
  const mark = end.charCodeAt(open - 1) === 0x200e ? open - 1 : open;
  const rest = end.slice(0, end.charAt(mark - 1) === " " ? mark - 1 : mark);
  return bare(rest).trim() === "" ? { rest: raw, isEdited: false } : { rest, isEdited: true };
}

/** Without marks of direction. */
function bare(text: string): string {
  return text.replace(MARKS, "");
}

/** As the lists hold it. */
function folded(text: string): string {
  const words = bare(text).trim().toLowerCase();
  return /[.。]$/.test(words) ? words.slice(0, -1).trimEnd() : words;
}
