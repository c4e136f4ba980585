/** Things that requests are about, in all languages: two texts that name the same one are about the same, even when
 * the desk writes its titles in another language. A star stands for any ending. */
export const CONCEPTS: Record<string, string> = {
  tap: "tap, taps, faucet*, grifo*, llave de agua, canilla*, torneira*, robinet*, keran*, kran, حنفيه, صنبور, nal, nalka, bomba la maji",
  leak: "leak*, drip*, gotea*, gotera*, fuga*, pierde agua, vazament*, vazando, goteira*, fuite*, fuit, bocor*, rembes*, تسريب, تسرب, يسرب, بيسرب, تهريب, tapak*, leakage, inavuja, kuvuja, yavuja, vuja*",
  toilet:
    "toilet*, wc, flush*, inodoro*, excusado*, poceta, vaso sanitario, privada, sanitario, toilettes, chasse d eau, kloset*, حمام, مرحاض, تواليت, سيفون, choo",
};
