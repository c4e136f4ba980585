import { expect, test } from "vitest";
import { bodyOf } from "./kinds.ts";

const L = "\u200e";
const plain = { file: null, isEdited: false };

test.each([
  ["hola, ¿cómo va? <3", "text"],
  ["a: b", "text"],
  ["<3", "text"],
  ["I left the image (see file.pdf)", "text"],
  ["contract.pdf (final version)", "text"],
  ["the video was omitted", "text"],
  ["Video call", "text"],
  ["location: at the office", "text"],
  ["Poll: who comes?", "text"],
  ["ok :)", "text"],
  ["if (a > b)", "text"],
  ["a\nb (c)\n<d>", "text"],
  ["سند حذف شد", "text"],
])("words stay words: %s", (raw, kind) => {
  expect(bodyOf(raw)).toEqual({ ...plain, kind, text: raw });
});

test.each([
  ["<Media omitted>", "media"],
  ["<Multimedia omitido>", "media"],
  ["<Medien ausgeschlossen>", "media"],
  ["<Médias omis>", "media"],
  ["<Media omessi>", "media"],
  ["<Mídia oculta>", "media"],
  ["<Media tidak disertakan>", "media"],
  ["<تم استبعاد الوسائط>", "media"],
  ["<המדיה לא נכללה>", "media"],
  ["<Medya dahil edilmedi>", "media"],
  ["<Без медиафайлов>", "media"],
  ["<Медіа пропущено>", "media"],
  ["<pominięto multimedia>", "media"],
  ["<मीडिया के बिना>", "media"],
  ["<মিডিয়া বাদ দেওয়া হয়েছে>", "media"],
  ["<میڈیا چھوڑ دیا گیا>", "media"],
  ["<رسانه حذف شد>", "media"],
  ["<省略多媒体文件>", "media"],
  ["<忽略多媒體檔>", "media"],
  ["<メディアなし>", "media"],
  ["<미디어 파일 제외됨>", "media"],
  ["<ไฟล์สื่อถูกลบ>", "media"],
  ["<Bỏ qua tệp phương tiện>", "media"],
  ["<Video note omitted>", "video"],
  ["<View once voice message omitted>", "view_once"],
  ["null", "media"],
  ["", "media"],
  [`${L}image omitted`, "photo"],
  [`${L}video omitted`, "video"],
  [`${L}audio omitted`, "audio"],
  [`${L}GIF omitted`, "gif"],
  [`${L}sticker omitted`, "sticker"],
  [`${L}Contact card omitted`, "contact"],
  ["image omitted", "photo"],
  [`${L}imagen omitida`, "photo"],
  [`${L}Bild weggelassen`, "photo"],
  [`${L}imagem ocultada`, "photo"],
  [`${L}figurinha omitida`, "sticker"],
  [`${L}image absente`, "photo"],
  [`${L}afbeelding weggelaten`, "photo"],
  [`${L}Çıkartma dahil edilmedi`, "sticker"],
  [`${L}изображение отсутствует`, "photo"],
  [`${L}图片已省略`, "photo"],
  [`${L}תמונה הושמטה`, "photo"],
  ["This message was deleted", "deleted"],
  ["You deleted this message", "deleted"],
  [`${L}This message was deleted.`, "deleted"],
  [`${L}This message was deleted by admin Marta.`, "deleted"],
  ["Se eliminó este mensaje.", "deleted"],
  ["Diese Nachricht wurde gelöscht.", "deleted"],
  ["Mensagem apagada", "deleted"],
  ["Pesan ini telah dihapus", "deleted"],
  ["تم حذف هذه الرسالة", "deleted"],
  ["此消息已删除", "deleted"],
  ["Waiting for this message. This may take a while.", "media"],
  ["live location shared", "live_location"],
  [`${L}You received a view once photo. You can only open it on your phone.`, "view_once"],
])("%s is %s", (raw, kind) => {
  expect(bodyOf(raw)).toEqual({ ...plain, kind, text: "" });
});

test.each([
  ["IMG-20260714-WA0003.jpg (file attached)", "photo", "IMG-20260714-WA0003.jpg"],
  [`${L}IMG-20260714-WA0003.jpg (archivo adjunto)`, "photo", "IMG-20260714-WA0003.jpg"],
  ["VID-20260714-WA0003.mp4 (Datei angehängt)", "video", "VID-20260714-WA0003.mp4"],
  ["PTT-20260714-WA0003.opus (arquivo anexado)", "voice", "PTT-20260714-WA0003.opus"],
  ["STK-20260714-WA0003.webp (in no list)", "sticker", "STK-20260714-WA0003.webp"],
  ["Invoice 12 (2).pdf (file attached)", "document", "Invoice 12 (2).pdf"],
  [`${L}Presupuesto.dwg (nobody knows)`, "document", "Presupuesto.dwg"],
  ["Ana García.vcf (file attached)", "contact", "Ana García.vcf"],
  [
    `${L}<attached: 00000012-PHOTO-2026-07-14-09-13-22.jpg>`,
    "photo",
    "00000012-PHOTO-2026-07-14-09-13-22.jpg",
  ],
  [
    `${L}<adjunto: 00000013-AUDIO-2026-07-14-09-13-22.opus>`,
    "voice",
    "00000013-AUDIO-2026-07-14-09-13-22.opus",
  ],
  [
    `${L}<pièce jointe : 00000014-GIF-2026-07-14-09-13-22.mp4>`,
    "gif",
    "00000014-GIF-2026-07-14-09-13-22.mp4",
  ],
  [
    "<Anhang: 00000015-STICKER-2026-07-14-09-13-22.webp>",
    "sticker",
    "00000015-STICKER-2026-07-14-09-13-22.webp",
  ],
])("a file beside the chat: %s", (raw, kind, file) => {
  expect(bodyOf(raw)).toEqual({ kind, text: "", file, isEdited: false });
});

test.each([
  ["IMG-20260714-WA0003.jpg (file attached)\nthe pipe\nunder the sink", "photo", "the pipe\nunder the sink"],
  ["<Media omitted>\nthe pipe", "media", "the pipe"],
  ["<Media omitted>\nInvoice.pdf", "document", "Invoice.pdf"],
  [`${L}Invoice.pdf • ${L}12 pages ${L}document omitted`, "document", "Invoice.pdf"],
  [`the pipe ${L}<attached: 00000012-PHOTO-2026-07-14-09-13-22.jpg>`, "photo", "the pipe"],
  [`the pipe ${L}image omitted`, "photo", "the pipe"],
  ["location: https://maps.google.com/?q=25.2,55.27", "location", "https://maps.google.com/?q=25.2,55.27"],
  [
    `${L}Standort: https://maps.google.com/?q=25.2,55.27`,
    "location",
    "https://maps.google.com/?q=25.2,55.27",
  ],
  ["मकान: https://maps.google.com/?q=25.2,55.27", "location", "https://maps.google.com/?q=25.2,55.27"],
  ["POLL:\nWho comes?\nOPTION: Ana (2 votes)\nOPTION: Ben (0 votes)", "poll", "Who comes?\nAna\nBen"],
  [
    `${L}ENCUESTA:\n¿Quién?\n${L}OPCIÓN: Ana (${L}2 votos)\n${L}OPCIÓN: Ben (${L}0 votos)`,
    "poll",
    "¿Quién?\nAna\nBen",
  ],
  [`${L}Missed voice call, ${L}Tap to call back`, "call", "Missed voice call, Tap to call back"],
  [`${L}Voice call, ${L}3 min`, "call", "Voice call, 3 min"],
  ["Missed video call", "call", "Missed video call"],
  [`${L}Missed voice call. ${L}Tap to call back.`, "call", "Missed voice call. Tap to call back."],
  ["EVENT:\nVisit to 4B\nTomorrow", "event", "Visit to 4B\nTomorrow"],
])("what was said beside it is kept: %j", (raw, kind, text) => {
  expect(bodyOf(raw)).toMatchObject({ kind, text, isEdited: false });
});

test.each([
  "at five <This message was edited>",
  `at five ${L}<This message was edited>`,
  `at five ${L}<words of a language nobody listed>`,
  "at five <Se editó este mensaje.>",
  "at five <Diese Nachricht wurde bearbeitet.>",
])("an edited message keeps its words: %s", (raw) => {
  expect(bodyOf(raw)).toEqual({ kind: "text", text: "at five", file: null, isEdited: true });
});

test("words behind iOS's own mark are WhatsApp's, in any language", () => {
  expect(bodyOf(`${L}Ana ha inventado el grupo`).kind).toBe("system");
  expect(bodyOf(`${L}Ana ha inventado el grupo`, "android").kind).toBe("text");
  expect(bodyOf("\u200fالرسائل والمكالمات مشفرة تمامًا بين الطرفين.").kind).toBe("system");
  expect(bodyOf("\u200fسأصل بعد ساعة").kind).toBe("text");
  expect(bodyOf("mira: \u2068Ana\u2069 vino").text).toBe("mira: Ana vino");
});

test("an unlisted language's sign on Android keeps its words", () => {
  expect(bodyOf("<Rhywbeth ar goll>", "android")).toMatchObject({
    kind: "media",
    text: "<Rhywbeth ar goll>",
  });
  expect(bodyOf("<Rhywbeth ar goll>").kind).toBe("text");
});

test("long and odd bodies take no time", () => {
  const began = process.cpuUsage();
  for (const piece of ["(", "<", ">", " ", ":", "1", "\n", "a.b", L, `${L}<`]) {
    bodyOf(piece.repeat(200_000));
    bodyOf(`POLL:\n${piece.repeat(200_000)}`);
    bodyOf(`${L}${piece.repeat(200_000)}\n${L}document omitted`);
    bodyOf(`${piece.repeat(200_000)} <This message was edited>`);
    bodyOf(`${piece.repeat(200_000)} (file attached)`);
  }
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(5000);
});
