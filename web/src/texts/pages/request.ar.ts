import type { ArabicPlurals, Same } from "../same.ts";
import type { request as en } from "./request.en.ts";

export const request = {
  photo: { named: "صورة، {{time}}" },
  media: {
    failed: "تعذّر جلبها من واتساب. اطلبها مجدداً.",
    waiting: "ما زال جلبها من واتساب جارياً.",
  },
  voice: {
    note: "رسالة صوتية، {{length}}",
    sound: "صوت، {{length}}",
    play: "تشغيل الرسالة الصوتية",
    pause: "إيقاف الرسالة الصوتية",
    seek: "الموضع في الرسالة الصوتية",
    cannotPlay: "هذا المتصفح لا يستطيع تشغيلها.",
    download: "تنزيلها",
  },
  place: { shared: "موقع مُرسل", open: "فتح الخريطة" },
  placeholder: { why: "لم يمرّر واتساب محتواها. تظهر على هاتف العميل فقط." },
  document: { unnamed: "مستند", size: "{{size}} ك.ب" },
  message: {
    revoked: "سحبها مرسلها",
    form: "ملأ نموذجاً",
    chose: "اختار",
  },
  chooser: {
    none: "لا طلب بهذا الاسم.",
    noneOpen: "ليس لهذا الشخص طلب مفتوح. ابحث عن غيره.",
    search: "أي طلب آخر، بالكلمات أو الرقم",
  },
  quote: { remove: "دون اقتباس" },
  composer: {
    label: "الكتابة إلى العميل",
    to: "إلى {{name}}",
    on: "عبر",
    placeholder: "اكتب رداً",
    send: "إرسال",
    sending: "جارٍ الإرسال",
    again: "إرسال مجدداً",
    notSent: "لم تُرسل",
    kept: "ما كتبته محفوظ هنا. الإرسال مجدداً لا يكرّره.",
    offline: "لا اتصال. ما تكتبه يُحفظ مسودة.",
    cannotSend:
      "لا يمكن الإرسال من {{number}}: ليس له وصول إلى واتساب. يمكن لمسؤول النظام ربطه من الإعدادات.",
  },
  window: {
    open: "النافذة مفتوحة، تُغلق بعد",
    shut: "النافذة مغلقة: واتساب يقبل قالباً فقط",
    never: "لا نافذة: لم يكتب العميل بعد",
  },
  refusal: {
    request_not_found: "لم يعد هذا الطلب موجوداً. ربما سُحب.",
    request_changed: "غيّره {{by}} قبل لحظة. انظر إليه مجدداً ثم غيّره.",
    request_over: "انتهى هذا الطلب. أعد فتحه أولاً.",
    request_closed_long_ago: "انتهى منذ أكثر من ٧٢ ساعة. افتح طلباً جديداً.",
    move_broken_promise: "أُخلف وعده. اكتب كلمة عن ذلك لإغلاقه.",
    move_moved_meanwhile: "نقله {{by}} قبل لحظة.",
    time_is_past: "فات هذا الوقت. اختر وقتاً لم يأتِ بعد.",
    undo_nothing: "لا شيء لك للتراجع عنه هنا.",
    undo_not_yours: "آخر تغيير قام به {{by}}، وهو وحده يستطيع التراجع عنه.",
    undo_too_late: "مضى عليه أكثر من عشر دقائق. قم بالتغيير المعاكس.",
    undo_built_on: "تابع {{by}} العمل عليه بعد ذلك. يجب التراجع عن ذلك أولاً.",
    sorted_already: "فرزه {{by}} قبل لحظة.",
  },
} satisfies Same<typeof en, ArabicPlurals>;
