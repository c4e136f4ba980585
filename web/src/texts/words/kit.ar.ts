import type { ArabicPlurals, Same } from "../same.ts";
import type { kit as en } from "./kit.en.ts";

export const kit = {
  time: {
    now: "الآن",
    minutes: "{{m}} د",
    hours: "{{h}} س",
    hoursMinutes: "{{h}} س {{mm}} د",
    days: "{{d}} ي",
    daysHours: "{{d}} ي {{h}} س",
    ago: "قبل {{time}}",
    in: "بعد {{time}}",
    seconds: "{{s}} ث",
  },
  strip: { unread: "غير مقروء", mine: "بين يديك", noClient: "بلا عميل بعد", handover: "إلى" },
  comma: "، ",
  close: "إغلاق",
  cancel: "إلغاء",
  save: "حفظ",
  copy: "نسخ",
  copied: "نُسخ",
  more: "المزيد",
  loading: "جارٍ التحميل",
  tryAgain: "إعادة المحاولة",
  notChanged: "لم يتغيّر شيء.",
  error: {
    title: "لم ينجح هذا",
    offline: "لا اتصال بـ Baton. ما فعلته لم يُرسل.",
    unexpected: "حدثت مشكلة داخل Baton وسُجّلت في سجله.",
  },
} satisfies Same<typeof en, ArabicPlurals>;
