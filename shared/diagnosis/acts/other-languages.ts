/**
 * The commonest words of languages that nobody taught us but that look like one of those we know: without them an
 * Italian chat would pass for Spanish.
 */
const COMMON = [
  // Italian
  "che non sono della delle degli nella anche quando come questo questa siamo ciao grazie domani oggi buongiorno buonasera perche puoi possiamo abbiamo hai fatto dopo ancora va bene sto arrivando gli il",
  // Dutch
  "het een niet van voor zijn met ook maar wel naar kan kunnen morgen vandaag bedankt goedemorgen dank jullie wij hebben heeft wordt nog geen waar wanneer graag alvast ik je uw deze dat",
  // Turkish
  "bir ve bu icin merhaba tesekkurler tesekkur ederim gunaydin yarin bugun var yok degil ne zaman nasil tamam lutfen geldi gelecek oldu olarak ama cok daha sonra kadar abi efendim saat",
  // Polish
  "nie jest sie dzien dobry dziekuje prosze jutro dzisiaj tak jak czy kiedy gdzie bardzo mam moze juz tylko przez bedzie sa na dla ale witam pozdrawiam",
  // Romanian
  "si este sunt nu va rog multumesc buna ziua maine astazi cand unde pentru care cu din la ca mai foarte avem putem poate dar",
  // Tagalog
  "ang mga ng sa po opo na hindi naman lang kami kayo ako ikaw salamat magandang umaga bukas ngayon saan kailan wala meron pwede ba ito yung nasa para",
  // Vietnamese, its accents folded away
  "khong anh em chi toi ban cam xin chao ngay mai hom nay duoc nhe voi cho nha roi chua co mot cua nguoi lam",
  // Swedish, Danish, Norwegian
  "och att det som inte ikke jag jeg du har med for pa av er tack takk tak hej god morgen imorgon idag nar hvor nar kan vi ska skal",
  // Hausa, Yoruba, Zulu, Somali
  "ina kwana sannu nagode yaya lafiya kuma wannan zan bani se ni ti fun mo fe jowo ese ngiyabonga sawubona kusasa namhlanje mahadsanid waan waxaan iyo maanta berri",
].flatMap((words) => words.split(" "));
const STRANGE = new Set(COMMON.filter((word) => word.length > 1));

/** Letters of other scripts than Latin, Arabic and Devanagari. */
const OTHER_SCRIPT = /[^\p{Script=Latin}\p{Script=Arabic}\p{Script=Devanagari}\p{N}\p{M}\p{P}\p{S}\p{Cf}]/u;

/** Whether a folded word belongs to a language nobody taught us, or is often used in one. */
export const isStranger = (folded: string): boolean => STRANGE.has(folded) || OTHER_SCRIPT.test(folded);
