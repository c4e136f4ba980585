import type { Same } from "../same.ts";
import type { steps as en } from "./number-steps.en.ts";

export const steps: Same<typeof en> = {
  nothing: "لا شيء مطلوب.",
  connect_number:
    "اضبط WHATSAPP_PHONE_NUMBER_ID و WHATSAPP_ACCESS_TOKEN و WHATSAPP_APP_SECRET بقيم هذا الرقم ثم أعد تشغيل باتون. تجدها في ميتا: developers.facebook.com، تطبيقاتي، تطبيقك، WhatsApp، إعداد API.",
  enter_token:
    "أنشئ رمزاً جديداً لمستخدم نظام وأدخله باسم WHATSAPP_ACCESS_TOKEN. في ميتا: business.facebook.com، الإعدادات، المستخدمون، مستخدمو النظام، إنشاء رمز؛ واختر whatsapp_business_messaging و whatsapp_business_management.",
  restore_key:
    "شغّل باتون بمفتاح BATON_SECRET_KEY أو بملف secret.key من الجهاز السابق، أو أدخل الرمز والأسرار من جديد.",
  enter_app_secret:
    "أدخله باسم WHATSAPP_APP_SECRET. في ميتا: developers.facebook.com، تطبيقاتي، تطبيقك، إعدادات التطبيق، أساسي، سر التطبيق.",
  give_permission:
    "في ميتا: business.facebook.com، الإعدادات، المستخدمون، مستخدمو النظام. أسند حساب واتساب إلى المستخدم بتحكم كامل، وأنشئ رمزاً فيه whatsapp_business_messaging.",
  fix_billing:
    "في ميتا: business.facebook.com، الفوترة والمدفوعات، حساب واتساب للأعمال. أضف وسيلة دفع أو جدّدها.",
  open_account_quality:
    "في ميتا: business.facebook.com/business-support-home. اختر الحساب؛ يُذكر السبب هناك ويمكن طلب مراجعة.",
  send_less:
    "أرسل ما يتوقعه الناس فقط، ورسائل أقل دفعة واحدة. في ميتا: WhatsApp Manager، أدوات الحساب، أرقام الهواتف، يظهر متى ينتهي الحد.",
  resume_number:
    "عالج السبب أولاً، ويدل عليه رمز واتساب. ثم اضغط «استئناف»؛ وإذا عاد رمز الوصول إلى العمل استؤنف من تلقاء نفسه.",
  register_number:
    "في ميتا: WhatsApp Manager، أدوات الحساب، أرقام الهواتف. أكمل تسجيل الرقم هناك برمزه ذي الأرقام الستة.",
  wait: "انتظر؛ لا شيء مطلوب الآن. حالة ميتا في metastatus.com.",
  look_at_costs:
    "انظر في صفحة التكاليف كم تكلف الرسالة حيث عملاؤك. قل في رسالة واحدة ما يتسع لها؛ وما يُكتب على هاتف العمل يبقى مجانياً.",
  look_at_failed: "افتح الطلبات المعنية؛ كل رسالة فشلت تذكر السبب وما يمكن فعله.",
  fetch_media_again: "افتح الرسائل المعنية واضغط الجلب من جديد.",
  replay_dead: "أعد المحاولة: في صفحة ما وصل، أو بالأمر ‎baton intake replay.",
  check_webhook:
    "اكتب إلى الرقم من أي هاتف. إن لم يظهر شيء خلال دقيقة فانظر بهذا الترتيب: metastatus.com؛ ثم في ميتا تطبيقك، WhatsApp، الإعداد: هل العنوان هو هذا وهل «messages» مشترك فيه؛ ثم هل التطبيق منشور وسره لم يتغيّر؛ ثم هل يسمح جدار الحماية والوسيط والشهادة بدخول واتساب.",
  reconnect:
    "إن لم يكن مقصوداً فاربطه من جديد: مع تطبيق الأعمال على الهاتف من الإعدادات، الحساب، منصة الأعمال؛ وإلا ففي ميتا، WhatsApp Manager، الشركاء.",
  look_at_review:
    "في ميتا: business.facebook.com، الإعدادات، مركز الأمان وحسابات واتساب. يُذكر ما ينقص، ويمكن طلب مراجعة من جديد.",
  look_at_quality:
    "في ميتا: WhatsApp Manager، الإحصاءات، الجودة. أرسل القوالب لمن طلبها فقط؛ يتعافى التقييم خلال سبعة أيام.",
  choose_name:
    "في ميتا: WhatsApp Manager، أدوات الحساب، أرقام الهواتف، الملف. اختر اسماً يدل على عملك كما في موقعك وأرسله من جديد.",
  check_pin:
    "اسأل في الفريق من فعل ذلك. إن لم يفعله أحد فعيّن رمزاً جديداً في ميتا: WhatsApp Manager، أرقام الهواتف، التحقق بخطوتين، وراجع من لديه وصول.",
  look_at_templates:
    "في ميتا: WhatsApp Manager، قوالب الرسائل. افتح كلاً منها؛ يُذكر ما يجب تغييره. وحتى ذلك استعمل قالباً آخر.",
  share_history:
    "إن أردت المحادثات القديمة هنا فافصل الرقم واربطه من جديد على الهاتف واسمح بمشاركتها. وإلا فاتركه.",
  read_notice: "انظر إليه مرة. إن لم يتغيّر شيء آخر فلا شيء مطلوب.",
};
