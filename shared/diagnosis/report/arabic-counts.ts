/** How Arabic counts, in the six forms that Intl tells apart. */

/** Most counted things in a sentence keep one wording whatever the number; then all forms are the same. */
export const always = (text: string) => ({
  zero: text,
  one: text,
  two: text,
  few: text,
  many: text,
  other: text,
});
/** A noun after its number: none, one, two, three to ten, eleven and more, hundreds. */
export const counted = (
  zero: string,
  one: string,
  two: string,
  few: string,
  many: string,
  other: string,
) => ({
  zero,
  one,
  two,
  few: `{count} ${few}`,
  many: `{count} ${many}`,
  other: `{count} ${other}`,
});
export const requests = counted("لا طلبات", "طلب واحد", "طلبان", "طلبات", "طلبًا", "طلب");
export const messages = counted("لا رسائل", "رسالة واحدة", "رسالتان", "رسائل", "رسالة", "رسالة");
export const after = (forms: ReturnType<typeof counted>, rest: string) => ({
  zero: `${forms.zero}${rest}`,
  one: `${forms.one}${rest}`,
  two: `${forms.two}${rest}`,
  few: `${forms.few}${rest}`,
  many: `${forms.many}${rest}`,
  other: `${forms.other}${rest}`,
});
