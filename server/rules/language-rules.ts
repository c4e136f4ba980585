/** In which language something is written: by its script, and in Latin letters by the small words of each. A guess. Pure. */
import type { GuessedLanguage } from "../../shared/rule.ts";

/** Scripts of one language, as far as the clients of a business go. */
const SCRIPTS: readonly [RegExp, GuessedLanguage][] = [
  [/\p{sc=Hebr}/gu, "he"],
  [/\p{sc=Deva}/gu, "hi"],
  [/\p{sc=Beng}/gu, "bn"],
  [/\p{sc=Taml}/gu, "ta"],
  [/\p{sc=Telu}/gu, "te"],
  [/\p{sc=Grek}/gu, "el"],
  [/\p{sc=Thai}/gu, "th"],
  [/\p{sc=Hang}/gu, "ko"],
  [/[\p{sc=Hira}\p{sc=Kana}]/gu, "ja"],
];

const SMALL_WORDS: Partial<Record<GuessedLanguage, string>> = {
  en: "the is are was my your you we it to of and in for on not can please have has what when where with this that hello need they i am still from be do does did there will would how",
  es: "el la los las un una es son está esta mi mis su tu que de del y en por para con no hola gracias necesito cuando donde se ya muy qué cómo buenas buenos quiero tengo hay le lo más pero favor",
  pt: "o os as um uma é são está meu minha seu que de do da dos das e em no na por para com não olá oi obrigado obrigada preciso quando onde você já muito bom boa quero tenho tem mais mas foi ainda",
  fr: "le la les un une est sont mon ma mes votre vous je que de du des et en pour avec ne pas bonjour merci quand où il elle ce cette dans sur besoin c'est j'ai mais très qui au",
  it: "il lo gli un una è sono mio mia che di del della e in per con non ciao grazie quando dove si già molto buongiorno ho bisogno ancora anche ma c'è questo vorrei",
  de: "der die das ein eine ist sind mein meine ihr sie ich wir und in für mit nicht bitte danke hallo wann wo zu den dem auf es noch kein keine haben hat war aber wie von",
  nl: "de het een is zijn mijn uw u ik we en in voor met niet graag bedankt hallo wanneer waar op van dat dit er nog geen heb heeft maar hoe kan te",
  tr: "bir bu ve için ile değil var yok ne zaman nerede merhaba teşekkürler lütfen ben sen biz çok daha mi mı benim evet hayır nasıl ama gibi",
  id: "yang di dan ke dari ini itu saya kami anda tidak ada bisa mau sudah belum untuk dengan apa kapan mana tolong terima kasih selamat pagi siang sore malam ya nya gak kak mohon",
  sw: "ya na wa kwa ni la za katika hii hiyo mimi yangu yako si hapana ndiyo nini lini wapi tafadhali asante habari naomba nina hakuna bado sana je kuna leo kesho maji",
  // Hindi in Latin letters, as it is typed.
  hi: "hai nahi nahin kya kab kaha kahan mera meri mere aap hum kar karo raha rahi ho ka ki ke ko se bhai ji abhi tak chahiye kal aaj bahut theek haan mujhe gaya paani wala",
};

const OF_WORD = new Map<string, GuessedLanguage[]>();
for (const [language, words] of Object.entries(SMALL_WORDS) as [GuessedLanguage, string][])
  for (const word of words.split(" ")) OF_WORD.set(word, [...(OF_WORD.get(word) ?? []), language]);

const countOf = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

/** Null when the words do not tell: none, too few, or as much of one as of another. */
export function guessLanguage(text: string): GuessedLanguage | null {
  const letters = countOf(text, /\p{L}/gu);
  if (letters === 0) return null;
  const isMost = (count: number) => count * 2 > letters;
  if (isMost(countOf(text, /\p{sc=Arab}/gu))) return arabicScript(text);
  if (isMost(countOf(text, /\p{sc=Cyrl}/gu))) return /[іїєґ]/iu.test(text) ? "uk" : "ru";
  for (const [script, language] of SCRIPTS) {
    const count = countOf(text, script);
    // Japanese is written with Han letters among its own.
    if (isMost(count) || (language === "ja" && count > 0)) return language;
  }
  if (isMost(countOf(text, /\p{sc=Han}/gu))) return "zh";
  return latinScript(text);
}

/** Persian and Urdu have letters that Arabic does not. */
function arabicScript(text: string): GuessedLanguage {
  if (/[ٹڈڑںےہھ]/u.test(text)) return "ur";
  return /[پچژگکی]/u.test(text) ? "fa" : "ar";
}

function latinScript(text: string): GuessedLanguage | null {
  const scores = new Map<GuessedLanguage, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{M}']+/gu) ?? []) {
    const languages = OF_WORD.get(word) ?? [];
    // A word of several languages says less for each.
    for (const language of languages)
      scores.set(language, (scores.get(language) ?? 0) + 1 / languages.length);
  }
  const [best, second] = [...scores].sort((one, other) => other[1] - one[1]);
  if (!best || best[1] < 0.5 || best[1] === second?.[1]) return null;
  return best[0];
}
