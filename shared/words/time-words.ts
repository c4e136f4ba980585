/** How people say when, in eight languages, as parts of patterns. Arabic and accents as typed, with and without. */

const DAY_WORDS = [
  // English
  "today|tonight|tomorrow|tmrw|tmr|tomoro|day after tomorrow|(?:the )?day after",
  "tomorrow morning|(?:this|tomorrow|today) (?:afternoon|evening)|end of (?:the )?(?:day|week|month)|asap today",
  "(?:this|next|coming|the coming) (?:week|weekend|month)|(?:over |at |on )?the weekend",
  // Spanish
  "hoy(?: mismo)?|esta (?:noche|tarde|semana)|pasado mañana|mañana|manana",
  "(?:la )?(?:próxima semana|proxima semana|semana que viene|semana próxima)|(?:este |el )?fin de semana|fin de mes|este mes",
  // Portuguese
  "hoje(?: mesmo)?|amanhã|amanha|depois de amanhã|depois de amanha|essa semana|nesta semana|esta semana",
  "(?:na )?semana que vem|(?:na )?próxima semana|(?:no |este |neste )?fim de semana|fim do mês|mês que vem",
  // French
  "aujourd['’]?hui|demain|après-demain|apres-demain|ce (?:soir|week-end|weekend|mois)|cet après-midi|cet aprem",
  "cette semaine|(?:la )?semaine prochaine|(?:le )?week-end(?: prochain)?|fin de semaine|fin du mois|le mois prochain",
  // Indonesian
  "hari ini|besok|bsk|lusa|nanti (?:siang|sore|malam|pagi)|(?:malam|siang|sore|pagi) ini|minggu (?:ini|depan)|akhir (?:pekan|minggu|bulan)|bulan depan",
  // Arabic
  "اليوم|النهارده|النهاردة|الليلة|الليله|هالليلة|غدا|غداً|غدًا|بكرا|بكرة|بكره|باكر|بعد بكرة|بعد بكره|بعد غد|بعد غدا",
  "الاسبوع (?:الجاي|القادم|الجاى|هذا)|الأسبوع (?:الجاي|القادم)|هذا الاسبوع|هذا الأسبوع|نهاية الاسبوع|نهاية الأسبوع|آخر الشهر|اخر الشهر",
  // Hinglish
  "aaj(?: hi| raat| shaam| subah| dopahar)?|kal(?: subah| shaam| dopahar| raat| tak)?|parso|parson|agle (?:hafte|mahine)|is hafte|weekend (?:pe|par|tak)",
  // Swahili
  "leo(?: hii| jioni| usiku| mchana| asubuhi)?|kesho(?: kutwa| asubuhi| jioni| mchana)?|keshokutwa|kesho kutwa|wiki (?:hii|ijayo)|mwisho wa (?:wiki|mwezi)|wikendi(?: hii)?|mwezi ujao",
];

const WEEKDAYS = [
  "(?:next |this |coming )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:next |this )?(?:tues|thurs|wed|thu|fri)",
  "(?:(?:el|este|próximo|proximo|el próximo) )?(?:lunes|martes|miércoles|miercoles|jueves|viernes|sábado|domingo)(?: que viene| próximo)?",
  "(?:(?:na|no|nesta|neste|essa|esse|próxima|próximo) )?(?:(?:segunda|terça|terca|quarta|quinta|sexta)(?:-feira| feira)?|sábado|sabado|domingo)(?: que vem)?",
  "(?:ce |le )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: prochain)?",
  "(?:hari )?(?:senin|selasa|rabu|kamis|jumat|jum['’]at|sabtu)(?: ini| depan| besok)?|hari minggu",
  "(?:يوم )?(?:الاحد|الأحد|الاثنين|الإثنين|الاتنين|الثلاثاء|الثلاثا|التلات|الاربعاء|الأربعاء|الاربع|الخميس|الجمعة|الجمعه|السبت)(?: الجاي| القادم| الجاى)?",
  "(?:is |agle )?(?:somvar|somwar|mangalvar|mangalwar|budhvar|budhwar|guruvar|guruwar|shukravar|shukrawar|shanivar|shaniwar|itvar|itwar|ravivar)(?: ko)?",
  "(?:siku ya )?(?:jumatatu|jumanne|jumatano|alhamisi|ijumaa|jumamosi|jumapili)(?: ijayo| hii)?",
];

const DAY_PARTS = [
  "in the (?:morning|afternoon|evening)|(?:early |late |mid[- ])?(?:morning|afternoon|evening)|first thing|lunch ?time|after (?:lunch|work|school)|noon|midday|midnight",
  "(?:por|en|a|de) la (?:mañana|tarde|noche)|al mediodía|al mediodia|a primera hora|a última hora|temprano|mediodía",
  "(?:de|pela|à|a|na parte da) (?:manhã|manha|tarde|noite)|meio[- ]dia|cedo|no fim do dia|no final do dia|de tardinha",
  "(?:le |dans la |en fin de |en début de )?(?:matin|matinée|après-midi|aprem|soirée|soir|journée)|à midi|midi|en fin de journée",
  "pagi(?:-pagi| hari)?|siang|sore|malam|tengah hari",
  "الصبح|الصباح|صباحا|صباحاً|الظهر|ظهرا|ظهراً|العصر|المغرب|المسا|المساء|مساء|مساءً|بالليل|ليلا|بعد الظهر|بعد العصر|بعد المغرب|العشاء",
  "subah(?: subah)?|dopahar|shaam|sham ko|raat(?: ko)?",
  "asubuhi|mchana|jioni|usiku|alasiri|adhuhuri",
];

const CLOCK = [
  "(?:at )?\\d{1,2}(?:[:.]\\d{2})? ?(?:a\\.?m\\.?|p\\.?m\\.?)|\\d{1,2}:\\d{2}(?: ?hrs?| ?h)?|at \\d{1,2}(?! ?(?:%|°|st|nd|rd|th|degrees|euros|km|kg|people|pieces))|\\d{1,2} o['’]?clock|half (?:past )?\\d{1,2}",
  "(?:between |entre (?:las? |às |as )?|entre |antara (?:jam |pukul )?|بين )\\d{1,2}(?:[:.h]\\d{0,2})?(?: ?[ap]m)? (?:and|y|e|et|dan|و) (?:las? |às |as |jam )?\\d{1,2}(?:[:.h]\\d{0,2})?(?: ?(?:[ap]m|hs|horas|heures))?",
  "(?:a |desde |hasta |tipo )?las? \\d{1,2}(?:[:.h]\\d{2})?(?: y (?:media|cuarto))?(?: ?(?:am|pm|hs?|hrs|horas))?(?! (?:veces|personas|cajas))",
  "(?:às |as |das |até as |até às |lá pelas |umas )?\\d{1,2}(?: ?h ?\\d{0,2}| ?hrs?| horas)(?: e meia)?",
  "(?:à |a |vers )?\\d{1,2} ?(?:h ?\\d{0,2}|heures?)",
  "(?:jam|pukul|jm) \\d{1,2}(?:[.:]\\d{2})?(?: (?:pagi|siang|sore|malam))?|(?:jam|pukul) (?:setengah )?(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)",
  "(?:الساعة|الساعه|س) ?(?:[\\d٠-٩]{1,2}(?:[:.][\\d٠-٩]{2})?|واحدة|وحدة|ثنتين|تنتين|اثنين|ثلاث|ثلاثة|تلاتة|اربع|أربع|اربعة|أربعة|خمس|خمسة|ست|ستة|سبع|سبعة|ثمان|ثمانية|تسع|تسعة|عشر|عشرة)(?: ونص| ونصف| وربع)?(?: ?[صم](?!\\p{L}))?",
  "(?:subah |shaam |raat |dopahar )?(?:\\d{1,2}(?:[:.]\\d{2})?|ek|do|teen|char|chaar|paanch|panch|chhe|saat|aath|nau|das|gyarah|barah)(?: ?- ?\\d{1,2})? ?(?:baje|bje|bajay|baj)(?: (?:tak|ke baad|se pehle|se pahle))?",
  "saa (?:moja|mbili|tatu|nne|tano|sita|saba|nane|tisa|kumi(?: na (?:moja|mbili))?|\\d{1,2}(?:[:.]\\d{2})?)(?: na (?:nusu|robo)| kamili)?(?: (?:ya )?(?:asubuhi|mchana|jioni|usiku))?",
];

const MONTHS =
  "jan(?:uary|uari|vier|eiro)?|enero|feb(?:ruary|ruari|rero)?|févr?(?:ier)?|fevereiro|mar(?:ch|et|zo|s)?|março|maret|apr(?:il)?|abril|avril|aprili|may|mayo|mai|maio|mei|june?|juni|junio|juin|junho|july?|juli|julio|juillet|julho|julai|aug(?:ust|ustus)?|agosto|août|aout|agustus|agosti|sept?(?:ember|tembre|iembre)?|setembro|septemba|oct(?:ober|obre|ubre)?|oktober|outubro|oktoba|nov(?:ember|embre|iembre|embro)?|novemba|dec(?:ember)?|desember|diciembre|décembre|dezembro|desemba|يناير|فبراير|مارس|ابريل|أبريل|مايو|يونيو|يوليو|اغسطس|أغسطس|سبتمبر|اكتوبر|أكتوبر|نوفمبر|ديسمبر";

const DATES = [
  "\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}",
  `(?:(?:on|by|until|before) )?(?:(?:the|el|le|dia|no dia|tanggal|tgl|tarehe|يوم) )?\\d{1,2}(?:st|nd|rd|th|er|º)?(?: (?:of|de|do))? (?:${MONTHS})(?: \\d{4})?`,
  `(?:${MONTHS}) \\d{1,2}(?:st|nd|rd|th)?`,
  "(?:on |by |until |before )?the \\d{1,2}(?:st|nd|rd|th)|\\d{1,2}(?:st|nd|rd|th)",
  "(?:el|para el|hasta el) (?:día )?\\d{1,2}(?! ?(?:%|horas|piso|euros))|(?:no |o |do )?dia \\d{1,2}|(?:le|du|au|avant le) \\d{1,2}(?! ?(?:h|e|euros|rue))",
  "(?:tanggal|tgl) \\d{1,2}|tarehe \\d{1,2}|يوم [\\d٠-٩]{1,2}|\\d{1,2} tarikh|\\d{1,2} tareekh",
];

const COUNT =
  "(?:\\d{1,3}|[٠-٩]{1,3}|an?|one|two|three|half an|un|una|dos|tres|media|um|uma|duas|dois|deux|trois|une|satu|dua|tiga|ek|do|teen)";
const SPELLS = [
  `(?:in|within|in about) (?:the next )?(?:${COUNT} )?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?)`,
  `(?:en|dentro de) ${COUNT} (?:minutos?|horas?|días?|dias?|semanas?)|(?:em|daqui a|dentro de) ${COUNT} (?:minutos?|horas?|dias?|semanas?)`,
  `(?:dans|d['’]ici) ${COUNT} (?:minutes?|min|heures?|jours?|semaines?|h)`,
  "(?:dalam )\\d{1,3} (?:menit|jam|hari|minggu)|\\d{1,3} (?:menit|jam|hari) lagi|dalam (?:satu|dua|tiga) (?:jam|hari)",
  "(?:خلال|بعد) (?:[\\d٠-٩]{1,3} )?(?:ساعة|ساعه|ساعتين|ساعات|يوم|يومين|ايام|أيام|اسبوع|أسبوع|دقيقة|دقايق|نص ساعة)",
  "(?:\\d{1,3}|ek|do|teen) (?:ghante|ghanta|din|hafte|minute) (?:me|mein|ke andar|baad)|(?:ndani ya|baada ya) (?:saa|siku|wiki|dakika) (?:moja|mbili|tatu|\\d{1,3})",
];

/** What stands between two parts of one time. */
const JOINTS =
  "at|by|before|after|around|about|from|to|till|until|between|and|or|on|in|the|of|a|al|las|la|los|el|de|del|por|para|antes|después|despues|entre|y|o|ou|e|às|as|das|da|do|pela|à|até|le|la|vers|avant|après|entre|et|au|du|jam|pukul|sampai|sebelum|antara|dan|pada|atau|قبل|بعد|بين|و|الى|إلى|لـ|على|من|ko|se|tak|ke|pehle|baad|kabla|ya|hadi|kati|na|saa|mida";

const OPENINGS =
  "by|before|after|until|till|from|between|around|antes de|antes del|después de|a partir de|a partir del|desde el|entre|hasta|até|antes das|antes de|depois das|a partir de|avant|après|à partir de|à partir du|d['’]ici|sebelum|sesudah|setelah|mulai|antara|قبل|بعد|من|ابتداء من|kabla ya|baada ya|kuanzia|hadi";

export const TIMES = [...DAY_WORDS, ...WEEKDAYS, ...DAY_PARTS, ...CLOCK, ...DATES, ...SPELLS];
export { JOINTS, OPENINGS };

/** Parts of the day need a day beside them, or a clock: "mañana" alone is tomorrow, "siang" alone may be a greeting. */
export const LEANING = DAY_PARTS;

/** Before a time: it is over, or it is what is moved away from. */
export const AWAY =
  "since|ago|last|instead of|not|jangan|pas|no|não|mat|sio|rather than|desde|hace|en vez de|en lugar de|el pasado|desde o|há|ha|faz|em vez de|ao invés de|depuis|il y a|au lieu de|sejak|dari|bukan|من|منذ|بدل|كان|tangu|badala ya|instead";
/** After a time: it is over. */
export const OVER =
  "ago|last|pasado|pasada|passado|passada|dernier|dernière|atrás|lalu|kemarin|الماضي|الماضية|اللي فات|se|iliyopita|lililopita|wala|tha|thi";
