/** Words that name a time in a promise, in nine languages, folded as `cut` folds them. Data of promised-time.ts. */

const numbered = (lists: Record<number, string>): Map<string, number> =>
  new Map(
    Object.entries(lists).flatMap(([value, words]) =>
      words.split(" ").map((word) => [word.replaceAll("_", " "), Number(value)] as const),
    ),
  );

/** Up to three words in a row, joined by "_". Days ahead of today. */
export const DAYS_AHEAD = numbered({
  0: "today tonight hoy hoje aujourdhui hari_ini sore_ini siang_ini malam_ini nanti_sore nanti_siang nanti_malam اليوم النهارده النهارد الليله aaj leo heute esta_tarde esta_noche hoy_mismo ce_soir cet_apres cette_apres nachher this_afternoon this_evening this_morning",
  1: "tomorrow tmrw tmr tom tomoro manana amanha demain besok bsk غدا بكرا بكره باكر باچر باجر kal kesho morgen",
  2: "day_after_tomorrow pasado_manana depois_de_amanha apres_demain lusa بعد_بكره بعد_بكرا بعد_غد parso parson kesho_kutwa keshokutwa ubermorgen",
});

/** From Monday, 0. */
export const WEEKDAYS = numbered({
  0: "monday mon mondays lunes segunda segunda_feira lundi senin الاثنين الاتنين somvar somwar jumatatu montag",
  1: "tuesday tue tues martes terca terca_feira mardi selasa الثلاثاء الثلاثا التلات الثلاث mangalvar mangalwar jumanne dienstag",
  2: "wednesday wed weds miercoles quarta quarta_feira mercredi rabu الاربعاء الاربع budhvar budhwar jumatano mittwoch",
  3: "thursday thu thur thurs jueves quinta quinta_feira jeudi kamis الخميس guruvar guruwar alhamisi donnerstag",
  4: "friday fri viernes sexta sexta_feira vendredi jumat jumaat الجمعه shukravar shukrawar ijumaa freitag",
  5: "saturday sat sabado samedi sabtu السبت shanivar shaniwar jumamosi samstag sonnabend",
  6: "sunday domingo dimanche hari_minggu الاحد ravivar itvar itwar jumapili sonntag",
});

/** Parts of a day: the hour they end at, or `END` for the end of the business's day. */
export const END = 24;
export const PARTS = numbered({
  12: "morning first_thing noon midday lunchtime before_lunch de_la_manana por_la_manana en_la_manana a_la_manana primera_hora temprano mediodia medio_dia manha de_manha cedo logo_cedo meio_dia matin matinee midi premiere_heure pagi tengah_hari الصبح الصباح صباحا الظهر ظهرا بدري subah savere asubuhi adhuhuri fruh vormittag vormittags mittag mittags",
  15: "siang dopahar mchana بعد_الظهر",
  [END]:
    "afternoon evening tonight night eod end_of_day end_of_the_day close_of_business la_tarde esta_tarde a_la_tarde tarde tardecita noche esta_noche noite final_do_dia fim_do_dia apres_midi aprem soir soiree fin_de_journee sore malam العصر عصرا المغرب العشيه المسا المساء مساء بالليل الليله الليل اخر_النهار اخر_اليوم shaam sham raat jioni usiku alasiri nachmittag nachmittags abend abends feierabend",
});
/** Of them, those that tell which half of the day an hour lies in. */
export const EARLY = new Set(
  "morning am de_la_manana manha matin pagi الصبح صباحا الصباح subah asubuhi fruh vormittag vormittags morgens".split(
    " ",
  ),
);
export const LATE = new Set(
  "afternoon evening tonight night pm la_tarde tarde noche esta_noche noite soir aprem apres_midi siang sore malam العصر عصرا المغرب العشيه مساء المسا المساء بالليل الليل الليله م shaam sham raat jioni mchana usiku nachmittag nachmittags abend abends".split(
    " ",
  ),
);

export const MINUTES_IN = numbered({
  1: "min mins minute minutes minuto minutos menit mnt minuten minut dakika dk دقيقه دقايق دقائق mn minit",
  60: "hour hours hr hrs hora horas heure heures ghante ghanta ghanto ghantay ساعه ساعات stunde stunden std masaa lisaa",
  1440: "day days dia dias jour jours tag tage tagen din ايام siku",
});
/** Spells that need no number. */
export const SPELLS = numbered({
  15: "ربع_ساعه quarter_hour quart_dheure cuarto_de_hora robo_saa viertelstunde seperempat_jam",
  30: "half_an_hour half_hour media_hora meia_hora demi_heure demi_heures setengah_jam نص_ساعه نصف_ساعه aadhe_ghante adhe_ghante aadha_ghanta nusu_saa halben_stunde halbe_stunde halbstunde",
  60: "an_hour one_hour the_hour una_hora uma_hora une_heure lheure sejam satu_jam ek_ghante ek_ghanta saa_moja_lijalo ndani_ya_saa_moja baada_ya_saa_moja einer_stunde eine_stunde stundchen",
  120: "ساعتين couple_of_hours",
});

export const NUMBERS = numbered({
  1: "one una uno um uma une un satu واحده وحده واحد ek moja ein eins eine einer einem",
  2: "two dos dois duas deux dua ثنتين تنتين اثنين do mbili mawili zwei couple",
  3: "three tres trois tiga ثلاث ثلاثه تلاته teen tin tatu matatu drei",
  4: "four cuatro quatro quatre empat اربع اربعه char chaar nne manne vier",
  5: "five cinco cinq lima خمس خمسه paanch panch tano matano funf",
  6: "six seis sechs enam ست سته chhe che sita",
  7: "seven siete sete sept tujuh سبع سبعه saat saba sieben",
  8: "eight ocho oito huit delapan ثمان ثمانيه تمانيه aath nane acht",
  9: "nine nueve nove neuf sembilan تسع تسعه nau tisa neun",
  10: "ten diez dez dix sepuluh عشر عشره das kumi zehn",
  11: "eleven once onze sebelas gyarah elf kumi_na_moja",
  12: "twelve doce doze douze barah zwolf kumi_na_mbili",
  15: "fifteen quince quinze pandrah funfzehn",
  20: "twenty veinte vinte vingt bees ishirini zwanzig عشرين",
  30: "thirty treinta trinta trente tees thelathini dreißig dreissig",
});

/** Before an hour. */
export const BEFORE_HOUR = new Set(
  "at by before around about til till until to between and las la tipo as às das ate a vers avant entre y e et jam pukul jm saa الساعه ساعه س um gegen ab bis ca circa vor على ع مع ف zwischen und sebelum before antes despues after apres nach kabla hadi mida nos @".split(
    " ",
  ),
);
/** After an hour. */
export const AFTER_HOUR = new Set("h hs hrs oclock uhr heures baje bje bajay baj horas".split(" "));
export const HALVES = new Set("media meia demi nusu نص ونص ونصف nisfu".split(" "));
export const QUARTERS = new Set("cuarto quart robo وربع ربع".split(" "));
/** "Half four": half past three. */
export const HALF_BEFORE = new Set("halb setengah".split(" "));
export const FROM_SUNRISE = new Set(["saa"]);

/** Days from the first of them on: "in the next week". */
export const NEXT_WEEK = new Set(
  "next_week semana_que_viene proxima_semana semana_que_vem semaine_prochaine minggu_depan الاسبوع_الجاي الاسبوع_القادم agle_hafte wiki_ijayo nachste_woche nachsten_woche".split(
    " ",
  ),
);
/** Before a number: a day of the month. */
export const DAY_OF_MONTH = new Set("el dia le the am tanggal tgl tarehe يوم tarikh".split(" "));
/** Before or after a time: it is over. */
export const OVER = new Set(
  "since ago hace desde ha faz depuis yang_lalu lalu sejak tadi من منذ seit tangu kemarin yesterday ayer ontem hier امس امبارح gestern jana yaliyopita pehle".split(
    " ",
  ),
);
