/**
 * Words for the part of the day as clocks of all languages write them (Unicode CLDR 48: AM and PM and the finer
 * ones, shortened and whole, and forms that older phones wrote), lower case, without spaces, dots and dashes. Before
 * them the hours of the day that they are said of, as 24 bits in hex with midnight lowest: 000fff is AM. Pure.
 */
export const DAY_PERIOD_WORDS = `
000fff a am an ap bn de delamañana dop dumat dumatin ek ennelõunal fh fm gh goöň günortadanöň
000fff hengihengi hh hoseng ib inthemorning isuk iđitbeaivet matin moies ntɔ́ngɔ́ nụtụtụ pagi pd
000fff pg priekšp priekšpusdienā priešpiet prijepodne prpr rn sa safiya sf sub subaka to vm wd
000fff ybore àárọ̀ öö ŋdi πμ дополудня дп преподне претпл таңкы тң түскедейін үө לפנהצ לפניהצהריים
000fff פֿאַרמיטאָג اےایم بن ص صباحا صبح صبحمنجهند غم قبلازظهر قبلدوپہر قظ چب چۈشتىنبۇرۇن पूर्वाह्न
000fff फुं भोर मपू सकाळी এএম নুমাং পূর্বাহ্ণ পূর্বাহ্ন পূৰ্বাহ্ন પૂર્વમધ્યાહ્ન முற்பகல் పూర్వాహ్నం
000fff ಪೂರ್ವಾಹ್ನ ಬೆಳಿಗ್ಗೆ පෙව ก่อนเที่ยง ກ່ອນທ່ຽງ སྔ་ཆ་ སྔ་དྲོ་ နံနက် မနက် ቅቀ ጠዋት ጥዋት
000fff នៅពេលព្រឹក ព្រឹក ᱥᱮᱛᱟᱜ 上午 上昼 上晝 午前 오전
fff000 alasiri anw ch du ea eahketbeaivet eb efiafi eh em gd gm gosoň günortadansoň ip
fff000 kikiiɗe md mpókwa nabali nabalị ngo nm nomëttes odp p pk pm pn pop popiet ptg pēcp thapama
fff000 tk wb wengi yamma ym ös ɣetrɔ μμ попл послеполудня пп тк түстенкейін түштөнкийинки үх אחהצ
fff000 נאָכמיטאָג بظ بعددوپہر دن شام غو م مساء منجهندشام پیایم چك چۈشتىنكېيىن अपराह्न बेलासे मउ
fff000 सांझ অপরাহ্ণ অপরাহ্ন অপৰাহ্ন পিএম ઉત્તરમધ્યાહ્ન అపరాహ్నం ಅಪರಾಹ್ನ පව หลังเที่ยง ຫຼັງທ່ຽງ
fff000 ཕྱི་ཆ་ ཕྱི་དྲོ་ ညနေ ከሰዓት ከሰዓትበኋላ ድቀ ល្ងាច ᱧᱤᱫᱟᱹ ọ̀sán 下午 下昼 下晝 午後 오후
001000 adhuhuri amiază canoldydd delmediodía domediodía dél emesditës günorta hádegi keskip
001000 keskipäivällä keskpäeval laamiază mediodía meiodia mezzogiorno midday midi migdia mittags
001000 napol napoludnie noon opold opoldne perpiet podne pol poledne pusd pusdienlaikā
001000 saasitazamchana tanghalingtapat tr trưa tushpayti wpołudnie öğle напладне подне полд
001000 полдень түскі чактүш үддунд կեսօր կեսօրին بعدازظهر ظهر ظهرًا मध्यान्ह நண்பகல் ഉച്ച
001000 මධ්යාහ්නය เที่ยง ຕອນທ່ຽງ မွန်းတည့် შუადღ შუადღეს ቀትር ថ្ងៃត្រង់ 中午 正午 정오
03e000 aprèsmidi chiều delaprèsmidi delpomeriggio dipomeriggio dupăamiaza délután epasdites iltap
03e000 iltapäivällä intheafternoon nachm nachmittags odpoledne popietė popodne popol popoldan
03e000 popoludní popołudniu poslijepodne pärastlõunal pēcpusd pēcpusdienā síðdegis yprynhawn
03e000 öğledensonra попладне поподне түстенкейінгі түштөнкийин өдөр ցերեկը ցերեկվա بعدالظهر
03e000 ნაშუადღ ნაშუადღევს នៅពេលរសៀល
000fc0 aðmorgni damanhã damañá dimattina goizeko madalingaraw matí mañana norīta rytas sochtends
000fc0 səhər ujutru таңғы ујутру эртеңменен өглөө առավոտյան בבוקר בוקר صباحًا সকাল সকালবেলায় ఉదయం
000fc0 ಬೆಳಗ್ಗೆ രാവിലെ උදේ ในตอนเช้า
fc0000 abends aðkvöldi dieaand disera dusoir embrëmjes kveld malam omaftenen påkvelden påkvällen
fc0000 savonds soir vakaras yrhwyr вечора навечер երեկոյան مساءً රෑ በምሽት
1c0000 este fiẽ intheevening navečer tối uveče wieczorem кечинде кешкі орой увече அந்திமாலை
1c0000 సాయంత్రం ಸಂಜೆ ค่ำ საღ საღამოს នៅពេលល្ងាច 저녁
00003f aðnóttu damadrugada delamadrugada dinotte entathakusa goizald goizaldeko madrugada matinada
00003f naktis natt ngumaga pånatten snachts գիշերը գիշերվա በሌሊት
000ff0 sáng ujutro πρωί τοπρωί ранку утра صبحمیں बिहान सकाळ सकाळीं सुबह ਸਵੇਰੇ સવારે 朝
000c00 aamup aamupäivällä dopoldan form omformiddagen przedpołudniem påformiddagen påförm
000c00 påförmiddagen vorm vormittags претпладне
00f000 בצהריים צהריים دوپہر دوپہرمیں दनपार दनपारां दोपहर দুপুর দুপুরবেলায় ਦੁਪਹਿਰੇ બપોરે
03f000 diemiddag etterm omeftermiddagen påefterm påeftermiddagen påettermiddagen smiddags дня
03f000 మధ్యాహ్నం ಮಧ್ಯಾಹ್ನ
3c0000 kechqurun seara več večer zveč zvečer вечера вечерта בערב ערב
e0003f gece noću wnocy ноћу түнгі түничинде шөнө రాత్రి ರಾತ್ರಿ กลางคืน
f0000f βράδυ τοβράδυ رات راتمیں रात राती রাত্রি রাত্রিবেলায় રાત્રે
00e000 mchana nghapon अपरान्ह दुपार บ่าย ຕອນບ່າຍ နေ့လယ် 昼
000fe0 dieoggend dimineața hommikul காலை ຕອນເຊົ້າ დილ დილით
f80000 axşam danoite ebusuku شب ည 夜晚 晚上
e0000f ponoći zã éjjel đêm रात्र ਰਾਤੀਂ
0003c0 ekuseni morg påmorgenen rano zjut zjutraj
000038 לפנותבוקר فجرًا فيالصباح പുലർച്ചെ 아침
000030 hajnal sübh पहाट ভোর ভোরবেলায়
030000 אחרהצהריים سہپہر বিকাল மாலை ในตอนเย็น
000e00 dopol dopoledne dopoludnia délelőtt eparadites
0003e0 aamulla morgens ommorgenen påmorg påmorgonen
0f0000 शाम सांज सांजे સાંજે ຕອນແລງ
00001f dienag nachts omnatten 凌晨
000001 tengahmalam فيالمساء نیمهشب මැදියමටපසු
00000f enatës gecə ночі ноќе
c0000f vn vnoci ночи презнощта
180000 akşam iluntz iluntzeko vespre
e00000 atnight gaueko nit នៅពេលយប់
003000 eguerd eguerdiko tengahhari ŋdɔ
0c0000 شاممیں সন্ধ্যা সন্ধ্যাবেলায়
07e000 ntambama tarda عصر
7c0000 illalla vakarā õhtul
07c000 arrats arratsaldeko petang
070000 jioni साँझ 夕方
002000 மதியம் ഉച്ചയ്ക്ക് දවල්
000006 ل ليلاً
03c000 следобед හවස
0001f0 emëngjesit ráno
01f000 μεσημ τομεσημέρι
0e0000 απόγ τοαπόγευμα
0fe000 delatarde tarde
f00000 delanoche noche
80001f yöllä öösel
c00007 בלילה לילה
038000 sore വൈകുന്നേരം
e0001f ღამ ღამით
e00007 இரவு 밤
f0001f ກາງຄືນ ຕອນກາງຄືນ
040000 akşamüstü സന്ധ്യ
1f0000 संध्याकाळ ਸ਼ਾਮੀਂ
c0003f kechasi ponoči
0007c0 ertalab sabah
0000e0 早上 清晨
01e000 gündüz
060000 axşamüstü
0007f0 сутринта
003800 наобяд
00000e بامداد
ff0000 nggabi
1fe000 datarde
0001c0 reggel
006c00 siang
80000f 夜中
780000 夜
80003f naktī
0003f0 наутро
f80007 രാത്രി
004000 ഉച്ചതിരിഞ്ഞ്
380000 बेलुकी
c0001f noaptea
00003e පාන්දර
f8000f usiku
000070 alfajiri
000f80 asubuhi
000018 அதிகாலை
00c000 பிற்பகல்
000800 öğledenönce
03e800 kunduzi
000f00 朝早
001c00 emini
000010 fɔŋli
`;
