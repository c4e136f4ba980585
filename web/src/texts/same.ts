/** Arabic counts in six forms; i18next asks for them by these endings besides `one` and `other`. */
export type ArabicPlurals = "zero" | "two" | "few" | "many";

/**
 * The same keys as another language, so that a missing text is a type error. Plurals are keys that end in
 * `$one` and `$other` and are asked for without the ending; where English has `$other`, the further forms
 * of the language are asked for too.
 */
export type Same<Texts, Plurals extends string = never> = {
  [Key in keyof Texts]: Texts[Key] extends string ? string : Same<Texts[Key], Plurals>;
} & {
  [Key in keyof Texts as Key extends `${infer Base}$other` ? `${Base}$${Plurals}` : never]: string;
};
