/** Who is there that morning, what they say and what is done about it. */
import type { Turn } from "./turn.ts";

const text = (phone: string, words: string) => ({ phone, message: { type: "text", text: words } });

export const WORKERS = [
  { name: "Suresh Pillai", phone: "+971 52 555 0141" },
  { name: "Jomon Kurian", phone: "+971 52 555 0142" },
  { name: "Bilal Ahmad", phone: "+971 52 555 0143" },
  { name: "Crew 2", phone: "+971 52 555 0144" },
];

/** Beside the simulator's own cast. */
export const CLIENTS = [
  { name: "Marina Heights FM", kind: "client", locale: "en-GB", waId: "971505550161" },
  { name: "أم خالد", kind: "client", locale: "ar-AE", waId: "971505550162" },
  { name: "Suresh Pillai", kind: "worker", locale: "hi-IN", waId: "971525550141" },
  { name: "Noura Al Mansoori", kind: "client", locale: "ar-AE", waId: "971505550164" },
  { name: "Lena Hoffmann", kind: "client", locale: "de-DE", waId: "971505550163" },
];

/** What came by WhatsApp, oldest first; what is left unsorted at the end waits in the tray. */
export const TALK: Turn[] = [
  { at: "08:02", says: text("fatima", "The kitchen mixer drips, can you look at it this week?") },
  {
    at: "08:03",
    opens: { key: "mixer", title: "Kitchen mixer drips", place: "Al Barsha 1, Bldg 9, 4B" },
  },
  { at: "08:06", about: "mixer", move: "waiting", waitsOn: "third_party" },
  { at: "08:07", about: "mixer", next: { text: "Ask the supplier for the part", at: "12:45" } },
  {
    at: "08:51",
    says: text("noura-al-mansoori", "السخان يفصل القاطع كل مرة نشغله"),
  },
  {
    at: "08:52",
    opens: { key: "heater", title: "Water heater: breaker trips again", place: "Al Barsha 1, Bldg 14, 304" },
  },
  { at: "08:55", about: "heater", promise: "13:00" },
  { at: "08:57", about: "heater", move: "assigned", worker: "Suresh Pillai" },
  { at: "09:02", about: "heater", reply: "الفني سوريش عندكم قبل الغدا إن شاء الله" },
  { at: "09:21", about: "heater", move: "working" },
  { at: "09:40", says: text("ravi", "पानी की मोटर चालू नहीं होती, सुबह से टंकी खाली है") },
  {
    at: "09:42",
    by: "yusuf",
    opens: { key: "motor", title: "पानी की मोटर चालू नहीं होती", place: "Al Nahda 304" },
  },
  { at: "09:44", by: "yusuf", about: "motor", move: "assigned", worker: "Bilal Ahmad" },
  { at: "09:45", by: "yusuf", about: "motor", promise: "11:00" },
  { at: "10:10", by: "yusuf", about: "motor", move: "working" },
  { at: "10:20", says: text("ravi", "कब तक आएंगे?") },
  { at: "10:21", by: "yusuf", about: "motor", sorts: "chase" },
  { at: "10:30", says: text("grace", "Good morning, the gas hob in the kitchen will not light any more") },
  {
    at: "10:32",
    opens: { key: "hob", title: "Gas hob will not light", place: "Discovery Gardens, Bldg 12" },
  },
  { at: "10:36", about: "hob", move: "assigned", worker: "Jomon Kurian" },
  { at: "10:52", says: text("ravi", "अभी तक कोई नहीं आया") },
  { at: "10:53", by: "yusuf", about: "motor", sorts: "chase" },
  { at: "11:02", says: text("grace", "Any update please? I have guests at 1") },
  { at: "11:03", about: "hob", sorts: "chase" },
  {
    at: "11:05",
    about: "hob",
    move: "ready",
    reason: "Jomon is at the clinic until 2",
    next: { text: "Find another worker", at: "11:30" },
  },
  { at: "11:10", about: "heater", says: text("noura-al-mansoori", "وصل الفني؟ أنا بالدوام وأمي بالبيت") },
  { at: "11:11", about: "heater", sorts: "belongs" },
  {
    at: "11:16",
    about: "heater",
    move: "blocked",
    reason: "needs a thermostat, AED 380",
    next: { text: "Approve AED 380 for the thermostat. Suresh waits on site.", at: "11:40" },
  },
  {
    at: "11:20",
    by: "yusuf",
    about: "heater",
    note: "Mother opens the door, ring twice. Do not call during Dhuhr.",
  },
  { at: "11:26", about: "heater", says: text("noura-al-mansoori", "تمام، القطعة كم سعرها؟ وكم تاخذ وقت؟") },
  { at: "11:27", about: "heater", sorts: "belongs" },
  {
    at: "11:33",
    says: text(
      "fatima",
      "السلام عليكم، الماي ينزل من سقف المطبخ. من الصبح ويخر على الكهرباء، تقدرون ترسلون حد اليوم قبل العصر؟",
    ),
  },
  { at: "11:33", says: { phone: "fatima", message: { type: "image", asset: "ceiling.jpg" } } },
  { at: "11:34", says: { phone: "fatima", message: { type: "image", asset: "valve.jpg" } } },
  { at: "11:34", says: { phone: "fatima", message: { type: "audio", asset: "valve-drips.ogg" } } },
  { at: "11:37", says: text("ravi", "AC फिर से बंद हो गया, वही flat 304") },
  { at: "11:38", says: text("lena-hoffmann", "Any update please? Been waiting since 9") },
  { at: "11:39", says: text("phone", "بكم تنظيف الخزان؟") },
  { at: "11:40", says: { phone: "suresh-pillai", message: { type: "image", asset: "water-heater.jpg" } } },
  {
    at: "11:41",
    says: {
      phone: "marina-heights-fm",
      message: {
        type: "location",
        latitude: 25.0805,
        longitude: 55.1403,
        name: "Marina Heights Tower",
        address: "Marina Heights, Tower B, lobby 9",
      },
    },
  },
  { at: "11:42", says: { phone: "julian", message: { type: "unsupported", of: "poll" } } },
];
