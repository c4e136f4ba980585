/** Exports made by a grammar, with what must come back of each message. */
import fc from "fast-check";
import type { ChatMessage, DateOrder } from "../../shared/diagnosis/chat.ts";
import { LOCALES, saidIn } from "./export-locales.ts";
import { type BodyWanted, bodyIn, LRM, type Part, type Platform, part, systemOf } from "./export-parts.ts";

export type Wanted = Omit<ChatMessage, "by"> & { name: string | null };
export type MadeExport = {
  label: string;
  text: string;
  order: DateOrder;
  isOrderTold: boolean;
  wanted: Wanted[];
};

type Clock = "own" | "h12" | "h23" | "words";
type Shape = {
  /** "14/07/16 09:13:22: Ana: hola", as iPhones wrote before 2017. */
  isOld: boolean;
  locale: string;
  platform: Platform;
  clock: Clock;
  between: string;
  newline: string;
  isMarked: boolean;
};

const shape: fc.Arbitrary<Shape> = fc.record({
  isOld: fc.nat(5).map((chance) => chance === 0),
  locale: fc.constantFrom(...LOCALES),
  platform: fc.constantFrom<Platform>("android", "ios"),
  clock: fc.constantFrom<Clock>("own", "own", "h12", "h23", "words"),
  between: fc.constantFrom(", ", " "),
  newline: fc.constantFrom("\n", "\n", "\r\n"),
  isMarked: fc.boolean(),
});

const NAMES = [
  ...[
    "Ana",
    "José Peña",
    "O'Neil & Sons",
    "Ana - Taller",
    "Ana (obra)",
    "2 Hermanos",
    "Dr. Müller",
    "名前",
    "김철수",
  ],
  ...[
    "محمد علي",
    "דנה לוי",
    "राम",
    "Ayşe",
    "👷 Ben",
    "+971 50 123 4567",
    "+55 11 91234-5678",
    "~ Luz",
    "a:b",
    "[Ops]",
  ],
  ...["Ana, la del 4", "12:30 Club", "<Bob>", "Maria\u00a0Luz", "X @ Y", "Шеф", "สมชาย", "e\u0301mile"],
];

const turn = fc.record({ who: fc.nat(5), part, gap: fc.integer({ min: 60, max: 90_000 }) });

/** Of one locale or platform, if told. */
export function madeExportIn(only: Partial<Shape>): fc.Arbitrary<MadeExport> {
  return fc
    .record({
      shape,
      names: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 6, maxLength: 6 }),
      start: fc.integer({ min: Date.UTC(2016, 0, 1) / 1000, max: Date.UTC(2026, 10, 1) / 1000 }),
      turns: fc.array(turn, { minLength: 1, maxLength: 12 }),
    })
    .map(({ shape: some, names, start, turns }) => {
      const how = { ...some, ...only };
      // The years of an era are told apart by their letter: a chat over its change is left out.
      const first = how.locale.includes("japanese") ? Math.max(start, Date.UTC(2019, 5) / 1000) : start;
      return make(how, names, first * 1000, turns);
    });
}

export const madeExport = madeExportIn({});

type Turn = { who: number; part: Part; gap: number };

function make(how: Shape, names: readonly string[], start: number, turns: readonly Turn[]): MadeExport {
  const said = saidIn(how.locale);
  const stamp = stampOf(how);
  const order = orderOf(how.locale);
  const wanted: Wanted[] = [];
  let text = how.isMarked && how.platform === "android" ? "\ufeff" : "";
  let at = start;
  const add = (name: string | null, raw: string, want: BodyWanted) => {
    const isOwn = name === null;
    const own = how.platform === "ios" ? `Obra 4: ${LRM}` : "";
    const header = how.platform === "ios" ? `${how.isMarked ? LRM : ""}[${stamp(at)}] ` : `${stamp(at)} - `;
    const shown = name?.startsWith("+") && how.isMarked ? `\u202a${name}\u202c` : name;
    text += `${header}${isOwn ? own : `${shown}: `}${raw}`.replaceAll("\n", how.newline) + how.newline;
    const step = how.platform === "ios" ? 1000 : 60_000;
    wanted.push({
      index: wanted.length,
      at: Math.floor(at / step) * step,
      // A name is shown with plain spaces.
      name: name?.replaceAll("\u00a0", " ") ?? null,
      ...want,
    });
  };
  add(null, said.encrypted, systemOf(said.encrypted));
  // A first word of each that no later one shares, so that a name with a colon stays a name.
  for (const name of names) {
    at += 60_000;
    add(name, `z${name.length} hola`, {
      kind: "text",
      text: `z${name.length} hola`,
      file: null,
      isEdited: false,
    });
  }
  for (const one of turns) {
    at += one.gap * 1000;
    const name = names[one.who] ?? "Ana";
    const [raw, want] = bodyIn(one.part, how, said, name);
    add(want.kind === "system" ? null : name, raw, want);
  }
  // A day beyond 12 in the same year proves the order, where the year does not stand first in two figures.
  const isOrderTold = order === "YMD" && hasShortFirst(stamp(at));
  const last = new Date(at);
  at = Date.UTC(
    last.getUTCFullYear() + (last.getUTCMonth() > 10 ? 1 : 0),
    (last.getUTCMonth() + 1) % 12,
    25,
    23,
    59,
  );
  add("Ana", "fin", { kind: "text", text: "fin", file: null, isEdited: false });
  return {
    label: `${how.locale} ${how.platform} ${how.clock}: ${stamp(start)}`,
    text,
    order,
    isOrderTold,
    wanted,
  };
}

/** Parts of the day in full are what Chinese and Japanese phones write; these languages' Intl parts them by the hour. */
const WORDLESS = /^(?:fr|fa|pt|cs|bg|fil|id|km|ro|th)/;

/** Android joins a short date and a short time, iOS a short date and a middling time. */
function stampOf({ locale, platform, clock, between }: Shape): (at: number) => string {
  const parts: Intl.DateTimeFormatOptions = { hour: "numeric", minute: "2-digit" };
  if (platform === "ios") parts.second = "2-digit";
  const date = formatOf(locale, { dateStyle: "short" });
  const time =
    clock === "own" || (clock === "words" && WORDLESS.test(locale))
      ? formatOf(locale, { timeStyle: platform === "ios" ? "medium" : "short" })
      : clock === "words"
        ? formatOf(locale, { ...parts, hour12: true, dayPeriod: "short" })
        : formatOf(locale, { ...parts, hourCycle: clock });
  const comma = between === ", " && /^(?:ar|fa|ur)/.test(locale) ? "، " : between;
  return (at) => `${date.format(at)}${comma}${time.format(at)}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept: to make one takes longer than to read an export. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
  formats.set(key, known);
  return known;
}

function orderOf(locale: string): DateOrder {
  const order = formatOf(locale, { dateStyle: "short" })
    .formatToParts(0)
    .map(({ type }) => ({ day: "D", month: "M", year: "Y", relatedYear: "Y" })[type as string] ?? "")
    .join("");
  if (order === "DMY" || order === "MDY" || order === "YMD") return order;
  throw new Error(`no order known: ${locale} ${order}`);
}

function hasShortFirst(stamp: string): boolean {
  return /^[^\p{Nd}]*\p{Nd}{1,2}[^\p{Nd}]/u.test(stamp);
}
