/** How long something may take, as it is typed and read: minutes of business time, a day being eight hours of it. */
const UNITS: readonly [RegExp, number][] = [
  [/^(m|min|minutes?|minutos?|د|دقيقة|دقائق)?$/u, 1],
  [/^(h|hr|hrs|hours?|horas?|س|ساعة|ساعات)$/u, 60],
  [/^(d|days?|d[ií]as?|ي|يوم|أيام)$/u, 480],
];
const MOST = 525_600;

/** Minutes; null for nothing typed; undefined when it makes no sense. "1 h 30" and "1,5 h" are read too. */
export function minutesTyped(typed: string): number | null | undefined {
  const text = latinDigits(typed).trim().toLowerCase();
  if (text === "") return null;
  const parts = [...text.matchAll(/(\d+(?:[.,]\d+)?)\s*(\p{L}*)\s*/gu)];
  if (parts.map(([whole]) => whole).join("") !== text) return undefined;
  let minutes = 0;
  for (const [, amount = "", unit = ""] of parts) {
    const size = UNITS.find(([named]) => named.test(unit))?.[1];
    if (size === undefined) return undefined;
    minutes += Number(amount.replace(",", ".")) * size;
  }
  const whole = Math.round(minutes);
  return whole >= 1 && whole <= MOST ? whole : undefined;
}

export type Amount = { d: number; h: number; m: number };

/** In the largest unit that leaves no rest; else hours and minutes. */
export function amountOf(minutes: number): Amount {
  if (minutes % 480 === 0) return { d: minutes / 480, h: 0, m: 0 };
  return { d: 0, h: Math.floor(minutes / 60), m: minutes % 60 };
}

/** ٠ and ۰ are where Arabic and Persian digits begin. */
const latinDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) % 16)).replaceAll("٫", ".");
