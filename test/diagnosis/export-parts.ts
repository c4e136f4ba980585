/** What a message of a made export is: what stands in the file, and what must come back of it. */
import fc from "fast-check";
import type { ChatMessage, MessageKind } from "../../shared/diagnosis/chat.ts";
import type { Said } from "./export-locales.ts";

export type Platform = "android" | "ios";
export type BodyWanted = Pick<ChatMessage, "kind" | "text" | "file" | "isEdited">;

export const LRM = "\u200e";
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

export type Part =
  | { kind: "text"; lines: string[]; pasted: string | null; isEdited: boolean }
  | { kind: "leftOut" | "deleted" | "left" | "created" | "subject" | "poll" | "call" | "nothing" }
  | { kind: "file"; place: number; caption: string | null }
  | { kind: "place"; north: number; east: number };

export const part: fc.Arbitrary<Part> = fc.oneof(
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
export function bodyIn(
  body: Part,
  how: { platform: Platform; isMarked: boolean },
  said: Said,
  name: string,
): [string, BodyWanted] {
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

export function systemOf(raw: string): BodyWanted {
  return { kind: "system", text: bare(raw), file: null, isEdited: false };
}

function bare(text: string): string {
  return text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "");
}
