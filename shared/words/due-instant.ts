/** When that is, where the words leave no doubt: a day next to ours and one clock. Pure. */
import { wholeWords } from "./spans.ts";

/** Days ahead of today; "depois de amanhã" before "amanhã". "kal" is yesterday too, so it is in none. */
const DAYS: readonly [number, RegExp][] = [
  [
    2,
    wholeWords(
      "day after tomorrow|pasado mañana|pasado manana|depois de amanhã|depois de amanha|après-demain|apres-demain|lusa|بعد بكرة|بعد بكره|بعد غد|بعد غدا|keshokutwa|kesho kutwa".split(
        "|",
      ),
    ),
  ],
  [
    1,
    wholeWords([
      "tomorrow",
      "tmrw",
      "tmr",
      "(?<!(?:la|esta) )mañana",
      "amanhã",
      "amanha",
      "demain",
      "besok",
      "bsk",
      "غدا",
      "غداً",
      "بكرا",
      "بكرة",
      "بكره",
      "kesho",
    ]),
  ],
  [
    0,
    wholeWords([
      "today",
      "tonight",
      "this (?:afternoon|evening)",
      "hoy",
      "esta (?:tarde|noche)",
      "hoje",
      "aujourd['’]?hui",
      "ce soir",
      "hari ini",
      "(?:sore|malam) ini",
      "اليوم",
      "النهارده",
      "الليلة",
      "aaj",
      "leo",
    ]),
  ],
];

const LATE = wholeWords([
  "tonight",
  "afternoon",
  "evening",
  "night",
  "tarde",
  "noche",
  "noite",
  "soir",
  "soirée",
  "après-midi",
  "sore",
  "malam",
  "مساء",
  "مساءً",
  "العصر",
  "المغرب",
  "بالليل",
  "بعد الظهر",
  "shaam",
  "raat",
]);
const EARLY = wholeWords([
  "morning",
  "(?:de|por|en) la mañana",
  "manhã",
  "manha",
  "matin",
  "pagi",
  "الصبح",
  "صباحا",
  "صباحاً",
  "subah",
]);
/** Swahili counts its hours from sunrise. */
const FROM_SUNRISE = wholeWords(["saa"]);
const HALVES = wholeWords([
  "media",
  "meia",
  "half",
  "cuarto",
  "quarter",
  "setengah",
  "نص",
  "ونص",
  "ونصف",
  "وربع",
  "sadhe",
]);

const CLOCK =
  /(?<![\d/.:-])(\d{1,2})(?:[:.](\d{2})|\s?h\s?(\d{2})?(?!\p{L}))?\s?(a\.?m\.?|p\.?m\.?)?(?![\d/:-])/giu;

/** `words` as found by `findDue`. Null when the day or the hour could be another, or is over. */
export function instantOf(words: string, now: Date, timeZone: string): Date | null {
  const text = words.normalize("NFC").replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  const day = DAYS.find(([, pattern]) => text.search(pattern) >= 0);
  const clocks = [...text.matchAll(CLOCK)];
  const [clock] = clocks;
  if (!day || !clock || clocks.length > 1) return null;
  const minute = minuteOf(clock, text);
  if (minute === null) return null;
  const instant = inZone(now, day[0], minute, timeZone);
  return instant > now ? instant : null;
}

function minuteOf(
  [, hours = "", minutes, minutesAfterH, half]: RegExpExecArray,
  text: string,
): number | null {
  if (text.search(FROM_SUNRISE) >= 0 || text.search(HALVES) >= 0) return null;
  const hour = Number(hours);
  const past = Number(minutes ?? minutesAfterH ?? 0);
  if (hour > 23 || past > 59) return null;
  if (hour > 12 || hour === 0) return half ? null : hour * 60 + past;
  const isLate = half ? /^p/i.test(half) : text.search(LATE) >= 0;
  const isEarly = half ? !isLate : text.search(EARLY) >= 0;
  // "At 5" alone is morning for a baker and evening for a bar; both words at once say nothing.
  if (isLate === isEarly) return null;
  return ((hour % 12) + (isLate ? 12 : 0)) * 60 + past;
}

function inZone(now: Date, daysAhead: number, minute: number, timeZone: string): Date {
  const today = asIfUtc(now, timeZone);
  const wanted = Date.UTC(
    today.getUTCFullYear(),
    today.getUTCMonth(),
    today.getUTCDate() + daysAhead,
    0,
    minute,
  );
  // The zone may be off differently then than now: once more with what is nearly right.
  const nearly = wanted - offsetAt(new Date(wanted), timeZone);
  return new Date(wanted - offsetAt(new Date(nearly), timeZone));
}

const offsetAt = (at: Date, timeZone: string): number => asIfUtc(at, timeZone).getTime() - at.getTime();

/** What the clock on the wall shows there, written as if it were UTC. */
function asIfUtc(at: Date, timeZone: string): Date {
  const format = new Intl.DateTimeFormat("en-GB-u-ca-gregory-nu-latn", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day, hour, minute, second } = part;
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second, at.getUTCMilliseconds()));
}
