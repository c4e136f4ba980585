/** How people say where, in eight languages, as parts of patterns. */
import { anyCase } from "../../../shared/words/spans.ts";

/** A number, a letter, or both: "12", "4B", "B-304", "٣". */
const MARK =
  "(?:no\\.? ?|n[º°o]\\.? ?|num(?:ero|éro)?\\.? ?|nomor |number |nambari |namba |رقم )?#?(?:[a-zA-Z]{1,2}[- ]?)?[\\d٠-٩]{1,5}(?:[-/]?[a-zA-Z\\d]{1,4})?(?!\\p{L})";
const LETTER_MARK = `(?:${MARK}|(?:[A-Z]|[bcf-hj-np-tv-xz])(?![\\p{L}\\p{N}'’]))`;
/** Names begin with a capital, or are numbers ("5th", "9 de Julio"); small words may stand between. */
const NAME =
  "(?:(?:de |del |de la |la |los |las |da |do |dos |das |du |des |d['’]|l['’]|al[- ]|el[- ]|bin |e )?(?:\\p{Lu}[\\p{L}\\p{M}'’.-]*|\\d{1,3}(?:st|nd|rd|th)))";
const NAMES = `${NAME}(?: ${NAME}){0,3}`;
/** Any two words where capitals are not to be had: after a street's kind it is a name, however typed. */
const LOOSE = "(?:de |del |de la |da |do |dos |du |des |de l['’])?[\\p{L}\\p{M}'’.-]{3,}";
const HOUSE =
  "(?:,? ?(?:no\\.? ?|n[º°o]\\.? ?|nomor |num\\.? |number )?#?\\d{1,5}(?: ?- ?\\d{1,5})?[a-zA-Z]?(?![\\p{L}\\p{N}])(?! (?:étage|piso|andar|floor)))";

/** Where a name goes: put in last, since its capitals count. */
const HOLE = "<>";

const STREETS = [
  `\\d{1,5}[a-zA-Z]? (?:${HOLE}) (?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|ct|boulevard|blvd|way|terrace|crescent|square|place|gardens|highway|mews)\\b`,
  `(?:${HOLE}) (?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|boulevard|blvd|terrace|crescent|square|highway|mews)\\b${HOUSE}?`,
  `(?:calle|carrera|cra\\.?|cl\\.?|avenida|av\\.?|avda\\.?|paseo|plaza|calzada|camino|transversal|diagonal|jirón|jr\\.)(?: ${HOLE}| ${LOOSE}| ${MARK})(?:${HOUSE}| #? ?\\d{1,4}(?: ?- ?\\d{1,4})?)?`,
  `(?:rua|r\\.|avenida|av\\.?|travessa|praça|praca|alameda|estrada|rodovia|largo)(?: ${HOLE}| ${LOOSE})${HOUSE}?`,
  `(?:\\d{1,4}(?: ?(?:bis|ter))?,? )?(?:rue|avenue|av\\.?|boulevard|bd\\.?|place|impasse|chemin|allée|allee|quai|route|cours|square)(?: ${HOLE}| (?:de la |du |des |de l['’]|de )?${LOOSE})${HOUSE}?`,
  `(?:jl\\.?|jln\\.?|jalan|gang|gg\\.?|perumahan|perum|komplek|kompleks|cluster|ruko)(?: ${HOLE}| ${LOOSE})(?: (?:blok )?${MARK}){0,2}`,
  `(?:شارع|حي|طريق|برج|مول|مجمع|كمبوند|ميدان|سكة|حارة|منطقة|مدينة)(?: [\\p{Script=Arabic}]{2,}){1,2}(?: ${MARK})?`,
  `(?:${HOLE}) (?:nagar|vihar|colony|enclave|chowk|marg|bazar|bazaar|society|apartments?|heights|towers?|residency|layout|extension)`,
  `(?:mtaa wa|barabara ya|mji wa|kata ya|jengo la|soko la|stendi ya|kituo cha)(?: ${HOLE}| ${LOOSE})(?: ${MARK})?`,
];

const UNITS = [
  `(?:flat|apt\\.?|apartment|unit|room|suite|floor|level|building|bldg\\.?|block|tower|gate|villa|house|shop|bay|dock|door|office|warehouse|desk|lot|plot|stall|counter|ward|lane|lift|elevator) ${LETTER_MARK}`,
  "(?:ground|first|second|third|fourth|fifth|top|\\d{1,2}(?:st|nd|rd|th)) floor(?: (?:bathroom|toilet|kitchen|office|corridor|hall|landing|flat))?",
  `(?:piso|depto\\.?|dpto\\.?|departamento|apto\\.?|apartamento|habitación|habitacion|local|edificio|torre|bloque|casa|oficina|bodega|puerta|portal|interior|int\\.|escalera|consultorio|nave|sala) ${LETTER_MARK}`,
  "(?:\\d{1,2}[º°ª]|primer|segundo|tercer|cuarto|quinto|último) piso|planta baja|(?:primera|segunda|tercera) planta",
  `(?:apto\\.?|ap\\.?|apartamento|bloco|sala|casa|loja|quarto|prédio|predio|torre|andar|box|portão|galpão|conjunto|cj\\.?) ${LETTER_MARK}|\\d{1,2}[º°ª]? andar|térreo`,
  `(?:appartement|appart|appt\\.?|apt\\.?|étage|etage|bâtiment|batiment|bât\\.?|chambre|porte|bureau|studio|lot|hall|salle|quai|résidence|escalier|cage) ${LETTER_MARK}|(?:\\d{1,2}(?:er|e|ème|eme)|premier|deuxième|troisième|quatrième|dernier) étage|rez-de-chaussée|rdc`,
  `(?:kamar|unit|lantai|lt\\.?|blok|apartemen|rumah|gedung|tower|kios|ruang|gudang|gerbang|meja) ${LETTER_MARK}(?: ${MARK})?`,
  `(?:شقة|شقه|غرفة|غرفه|فيلا|فلة|مبنى|مبني|عمارة|عماره|الدور|الطابق|بلوك|مكتب|بوابة|محل|عيادة|قطعة|بيت|مستودع|جناح) (?:${MARK}|الاول|الأول|الثاني|التاني|الثالث|التالت|الرابع|الخامس|السادس|السابع|الارضي|الأرضي|الاخير|الأخير)`,
  "(?:الدور|الطابق) (?:ال)?[\\p{Script=Arabic}]+",
  `(?:chumba|nyumba|ghorofa|jengo|ofisi|duka|plot|block|geti|mlango|ghala|floor ya) (?:cha |ya |la |namba |nambari )?${LETTER_MARK}`,
  `(?:sector|sec|phase|wing|tower|flat|makan|dukaan|house|plot|floor|gali|ward) (?:no\\.? ?)?${LETTER_MARK}`,
];

const ROOM_NAMES = [
  "(?:the |our |my )?(?:main |back |front |guest |master |upstairs |downstairs |staff |server |meeting |waiting )?(?:kitchen|bathroom|bedroom|living room|basement|cellar|garage|garden|attic|lobby|hallway|reception|laundry room|stairwell|roof|balcony|toilet|corridor|warehouse|loading dock|car park|parking|server room|meeting room|waiting room|canteen|stock room|storeroom)",
  "(?:la |el |mi |nuestra |nuestro )?(?:cocina|baño|sala|dormitorio|sótano|sotano|garaje|cochera|jardín|azotea|terraza|recepción|recepcion|lavadero|pasillo|balcón|bodega|lavandería|comedor|patio|estacionamiento|vestíbulo)",
  "(?:a |o |nossa |nosso |minha |meu )?(?:cozinha|banheiro|quarto|sala|porão|garagem|jardim|terraço|recepção|lavanderia|corredor|varanda|área de serviço|quintal|estacionamento|portaria)",
  "(?:la |le |ma |mon |notre |l['’])?(?:cuisine|salle de bain|salle de bains|chambre|salon|cave|garage|jardin|grenier|hall|couloir|balcon|terrasse|buanderie|réception|accueil|parking|entrepôt|salle d['’]attente|sous-sol)",
  "(?:dapur|kamar mandi|kamar tidur|ruang tamu|garasi|teras|balkon|lobi|lobby|gudang|parkiran|ruang rapat|toilet)",
  "(?:المطبخ|الحمام|غرفة النوم|الصالة|الصاله|السطح|الحديقة|الكراج|الجراج|البلكونة|الاستقبال|المدخل|المستودع|المجلس|القبو)",
  "(?:jikoni|bafuni|chumbani|sebuleni|chooni|varandani|getini|ghalani|mapokezi|stoo)",
  "(?:kitchen|bathroom|bedroom|hall|balcony|rasoi|chhat|terrace|basement|parking|gate)",
];

/** A word that a place follows. */
const LEADS =
  "at|in|to|from|near|opposite|behind|outside|around|next to|en|a|al|hasta|para|cerca de|frente a|em|no|na|ao|perto d[oea]|à|au|aux|chez|dans|près de|vers|sur|di|ke|dari|dekat|depan|في|ب|الى|إلى|عند|قرب|جنب|من|kwa|huko|kwenye|karibu na|hapa|pale|mpaka|hadi|toka|me|mein|pe|par";

const withNames = (pattern: string): string => anyCase(pattern).replaceAll(HOLE, `(?:${NAMES})`);

/** Case counts in them for names alone: used without the flag i. */
export const ADDRESSES = [...STREETS, ...UNITS].map(withNames);
export const NAMED_AFTER = anyCase(LEADS);
export { LEADS, NAMES, ROOM_NAMES };

/** What may stand between two parts of one address. */
export const ADDRESS_JOINTS =
  "of|in|at|on|near|de|del|en|la|do|da|no|na|em|du|au|à|le|di|في|من|ya|la|wa|katika|kwenye";

/** Capitals that name no place. */
export const NO_PLACES =
  "january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|whatsapp|wifi|i|ok|mr|mrs|ms|dr|sr|sra|dona|don|pak|bu|ibu|mas|kak|mama|baba|excel|pdf|sms|pin|otp|visa|mastercard|iphone|samsung|tv|ac|mpesa|m-pesa|paypal|pix|upi|gpay|paytm|google|facebook|instagram|gmail|english|inggris|español|english";
