import type { ArabicPlurals, Same } from "../same.ts";
import type { firstRun as en } from "./first-run.en.ts";

export const firstRun = {
  who: "الدخول باسم {{name}}، {{role}}. يعمل على هذا الجهاز ولم يخرج منه شيء.",
  title: "أبقِ واتساب، وأخرج الحالة منه. من أين تبدأ؟",
  sample: {
    title: "تجربة يوم نموذجي",
    lead: "شركة سباكة، يوم اثنين، ثماني رسائل تصل أمامك. تفرز كلاً منها بمفتاح واحد، ثم ترى اليوم على اللوحة.",
    quote1: "«No hay agua en el 4B»",
    quote2: "«¿Ya vienen?»",
    quote3: "«Gracias!!»",
    start: "ابدأ اليوم",
    facts: "نحو ٣ دقائق، لا يرسل شيئاً",
    adminOnly: "يبدؤه مسؤول النظام.",
    starting: "اليوم يبدأ",
    progress: "وصلت {{sent}} من {{total}} رسائل",
    open: "فتح الوارد",
    phones: "فتح الهواتف",
    remove: "إزالة اليوم النموذجي",
    removeAsk: "إزالة اليوم النموذجي؟",
    removeLead: "يزول الرقم النموذجي مع كل رسالة وطلب وجهة اتصال وصلت عبره. لا يُمس شيء آخر.",
    removed: "أُزيل اليوم النموذجي.",
  },
  connect: {
    title: "ربط رقم",
    lead: "رقم واتساب للأعمال على Cloud API. اضبط هذه القيم حيث يعمل Baton ثم شغّله من جديد:",
    hook: "في تطبيقك لدى Meta، عنوان الـ webhook هو عنوان هذا Baton ومعه",
    connected: "يوجد رقم مربوط.",
  },
  foot: "يمكنك فعل الاثنين بأي ترتيب. تجدهما تحت اسمك.",
  address: "عنوان هذا Baton: {{address}}",
  skip: "إلى الوارد",
} satisfies Same<typeof en, ArabicPlurals>;
