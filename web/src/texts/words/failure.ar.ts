import type { ArabicPlurals, Same } from "../same.ts";
import type { failure as en } from "./failure.en.ts";

export const failure = {
  offline: "لا اتصال بـ Baton. لم يُرسل شيء.",
  wrong_login: "اسم الدخول أو كلمة المرور غير صحيحة.",
  wrong_password: "كلمة المرور الحالية غير صحيحة.",
  wrong_code: "ليس هذا هو الرمز. تشغيل الخادم من جديد يكتب رمزاً جديداً.",
  weak_password: "كلمة المرور هذه سهلة التخمين. اختر أطول منها.",
  login_taken: "اسم الدخول هذا مأخوذ. اختر غيره.",
  last_admin: "هذا مسؤول النظام الوحيد. عيّن مسؤولاً آخر أولاً.",
  link_worthless: "هذا الرابط لم يعد يعمل. اطلب رابطاً جديداً.",
  already_set_up: "لهذا Baton مسؤول نظام بالفعل. سجّل الدخول.",
  deactivated: "هذا الشخص معطّل. أعده أولاً.",
  too_many: "محاولات كثيرة. انتظر بضع دقائق.",
  busy: "غيّر شخص آخر الشيء نفسه في هذه اللحظة. حاول مرة أخرى.",
  database_away: "قاعدة البيانات لا تستجيب الآن. تحقق بعد لحظة مما إذا حُفظ هذا، وإن لم يُحفظ فحاول مرة أخرى.",
  disk_full: "قرص الخادم ممتلئ ولم يُحفظ شيء. أخبر المسؤول عن تشغيل Baton ليوفّر مساحة.",
  needs_role: "دورك لا يسمح بهذا.",
  internal: "حدثت مشكلة داخل Baton وسُجّلت في سجله.",
  unexpected: "لم يستطع Baton الرد. أعد المحاولة بعد لحظة.",
} satisfies Same<typeof en, ArabicPlurals>;
