/** Exports made by a grammar, with what must come back of each message. */
import fc from "fast-check";
import type { ChatMessage, DateOrder, MessageKind } from "../../shared/diagnosis/chat.ts";
import { LOCALES, type Said, saidIn } from "./export-locales.ts";

export type Wanted = Omit<ChatMessage, "by"> & { name: string | null };
export type MadeExport = {
  label: string;
  text: string;
  order: DateOrder;
  isOrderTold: boolean;
  wanted: Wanted[];
};

type Platform = "android" | "ios";
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

const LRM = "\u200e";
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

const WORDS = [
  ...[
    "hola",
    "the tap",
    "ok",
    "👍🏽",
    "👨‍👩‍👧",
    "12:30",
    "14/07/2026",
    "5%",
    "a:",
    ": b",
    "https://x.test/?a=b",
    "«ya»",
    '"no"',
  ],
  ...[
    "سلام",
    "شكرا",
    "שלום",
    "谢谢",
    "はい",
    "네",
    "ขอบคุณ",
    "धन्यवाद",
    "ধন্যবাদ",
    "спасибо",
    "e\u0301",
    "می‌روم",
    "<b>",
    "(x)",
    "#4",
  ],
  ...[
    "null?",
    "-",
    "[x]",
    "added",
    "left",
    "created group",
    "@\u2068Ana\u2069",
    "\u202b+971\u202c",
    "\tx",
    "1.",
  ],
];

/** Nothing a reader could take for the start of a message: a pasted line has its own case. */
const line = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
      fc.string({ unit: "grapheme", maxLength: 8 }),
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((words) => words.join(" ").replace(/[\r\n\u2028\u2029\u0085\v\f]/g, " "))
  .map((words) => (/^\p{L}/u.test(words) ? words : `y ${words}`))
  .filter((words) => !/[>)]$/.test(words) && words.trim() === words);

const OTHER = "other";

/** Pasted from elsewhere, as phones and computers copy them: inside a message they start none. */
const PASTED = [
  "[14/7, 09:13] Ana: ¿y el agua?",
  "[7/14, 9:13 AM] Ana: any news?",
  "[9:13 AM, 7/14/2026] Ana: any news?",
  "[10/7 16.05] Dewi: sudah",
  "> quoted: words",
  "Ana: hola",
  "14/07",
  "9:13",
  "12) tubos",
  // A line of the other platform's export.
  OTHER,
];

type Part =
  | { kind: "text"; lines: string[]; pasted: string | null; isEdited: boolean }
  | { kind: "leftOut" | "deleted" | "left" | "created" | "subject" | "poll" | "call" | "nothing" }
  | { kind: "file"; place: number; caption: string | null }
  | { kind: "place"; north: number; east: number };

const part: fc.Arbitrary<Part> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("text" as const),
      lines: fc.array(line, { minLength: 1, maxLength: 3 }),
      pasted: fc.option(fc.constantFrom(...PASTED), { freq: 6 }),
      isEdited: fc.boolean(),
    }),
  },
  fc.record({ kind: fc.constantFrom("leftOut" as const, "deleted" as const, "left" as const) }),
  fc.record({ kind: fc.constantFrom("created" as const, "subject" as const) }),
  fc.record({ kind: fc.constantFrom("poll" as const, "call" as const, "nothing" as const) }),
  fc.record({
    kind: fc.constant("file" as const),
    place: fc.nat(FILES().length - 1),
    caption: fc.option(line),
  }),
  fc.record({ kind: fc.constant("place" as const), north: fc.integer({ max: 90 }), east: fc.nat(180) }),
);

function FILES(): [android: string, ios: string, MessageKind][] {
  return [
    ["IMG-20260714-WA0003.jpg", "00000012-PHOTO-2026-07-14-09-13-22.jpg", "photo"],
    ["VID-20260714-WA0003.mp4", "00000012-VIDEO-2026-07-14-09-13-22.mp4", "video"],
    ["PTT-20260714-WA0003.opus", "00000012-AUDIO-2026-07-14-09-13-22.opus", "voice"],
    ["STK-20260714-WA0003.webp", "00000012-STICKER-2026-07-14-09-13-22.webp", "sticker"],
    ["Factura (2) nº 7.pdf", "00000012-Factura (2) nº 7.pdf", "document"],
    ["Ana Peña.vcf", "00000012-Ana Peña.vcf", "contact"],
  ];
}

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
  const add = (
    name: string | null,
    raw: string,
    want: Pick<Wanted, "kind" | "text" | "file" | "isEdited">,
  ) => {
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

function bodyIn(
  body: Part,
  how: Shape,
  said: Said,
  name: string,
): [string, Pick<Wanted, "kind" | "text" | "file" | "isEdited">] {
  const plain = { file: null, isEdited: false };
  const mark = how.platform === "ios" ? LRM : "";
  switch (body.kind) {
    case "text": {
      const other =
        how.platform === "ios" ? "14/7/26, 09:13 - Otto: hola" : "[14/07/2026, 09:13:22] Otto: hola";
      const pasted = body.pasted === OTHER ? other : body.pasted;
      const lines = pasted ? [...body.lines, pasted, "y ya"] : body.lines;
      const raw = lines.join("\n");
      const want = { ...plain, kind: "text" as const, text: bare(raw), isEdited: body.isEdited };
      return [body.isEdited ? `${raw} ${mark}<${said.edited}>` : raw, want];
    }
    case "leftOut": {
      const isIos = how.platform === "ios";
      return [
        isIos ? `${LRM}${said.photoLeftOut}` : said.leftOut,
        { ...plain, kind: isIos ? "photo" : "media", text: "" },
      ];
    }
    case "deleted":
      return [`${mark}${said.deleted}`, { ...plain, kind: "deleted", text: "" }];
    case "file": {
      const [android = "", ios = "", kind = "photo"] = FILES()[body.place] ?? [];
      if (how.platform === "ios") {
        const raw = `${body.caption ? `${body.caption} ` : ""}${LRM}<${said.attachedIos}: ${ios}>`;
        return [raw, { kind, file: ios, text: bare(body.caption ?? ""), isEdited: false }];
      }
      const raw = `${how.isMarked ? LRM : ""}${android} (${said.attached})${body.caption ? `\n${body.caption}` : ""}`;
      return [raw, { kind, file: android, text: bare(body.caption ?? ""), isEdited: false }];
    }
    case "place": {
      const link = `https://maps.google.com/?q=${body.north},${body.east}`;
      return [`${mark}${said.place}: ${link}`, { ...plain, kind: "location", text: link }];
    }
    case "poll":
      return [
        `${mark}POLL:\n¿Quién: viene?\n${mark}OPTION: Ana (${mark}2 votes)\n${mark}OPTION: a: (b) (${mark}0 votes)`,
        { ...plain, kind: "poll", text: "¿Quién: viene?\nAna\na: (b)" },
      ];
    case "call":
      return [`${mark}Missed voice call`, { ...plain, kind: "call", text: "Missed voice call" }];
    case "nothing":
      return ["", { ...plain, kind: "media", text: "" }];
    case "left":
    case "created":
    case "subject": {
      const raw = said[body.kind]
        .replace("{}", name)
        .replace("{a}", "“Obra: 4”")
        .replace("{b}", "“Obra 5: sur”");
      return [raw, systemOf(raw)];
    }
    default:
      return body satisfies never;
  }
}

function systemOf(raw: string): Pick<Wanted, "kind" | "text" | "file" | "isEdited"> {
  return { kind: "system", text: bare(raw), file: null, isEdited: false };
}

function bare(text: string): string {
  return text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "");
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
