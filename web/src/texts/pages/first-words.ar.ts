import type { ArabicPlurals, Same } from "../same.ts";
import type { firstWords as en } from "./first-words.en.ts";

export const firstWords = {
  open: "الكلمات الأولى وأوقات العمل",
  close: "إغلاق",
  error: "تعذّرت قراءة الكلمات الأولى",
  lead: "يقولها Baton مرة واحدة في اليوم على الأكثر لكل شخص؛ لا لعامل ولا في مجموعة ولا لرسالة وصلت متأخرة ولا وأحدكم يحادثه.",
  on: "نعم",
  off: "لا",
  greets: "الترحيب",
  greetsWhen: "بمن يكتب لأول مرة أو بعد أسبوعين من الصمت.",
  greeting: "الترحيب",
  answersWhenShut: "الرد خارج أوقات العمل",
  answersWhen: "من يكتب وأنتم مغلقون يسمع هذا بدل الترحيب.",
  whenShut: "الرد",
  opening: "أوقات العمل",
  shut: "مغلق",
  addSpan: "أضف وقتاً",
  addSpanOf: "أضف وقتاً، {{day}}",
  removeSpan: "أزل هذا الوقت، {{day}}",
  from: "يفتح، {{day}}",
  to: "يغلق، {{day}}",
  timeZone: "المنطقة الزمنية",
  fallback: "لكل من عداهم",
  saved: "حُفظ.",
} satisfies Same<typeof en, ArabicPlurals>;
