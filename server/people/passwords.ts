/** Passwords: argon2id, and nothing that a list of frequent ones holds. */
import { hash, verify } from "@node-rs/argon2";
import { UserError } from "../errors.ts";
import { FREQUENT } from "./frequent-passwords.ts";
import { makeSecret } from "./secrets.ts";

/** Above OWASP's least (19 MiB, 2 passes); 50 to 70 ms on the two cores this was measured on. */
const COST = { memoryCost: 65_536, timeCost: 2, parallelism: 1 };
/** Each takes 64 MiB and a core: more at once would only make all of them slow. */
const MOST_AT_ONCE = 2;
const MOST_WAITING = 40;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) {
    if (waiting.length >= MOST_WAITING)
      throw new UserError("unavailable", "Too many people sign in at once. Try again in a moment.");
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running++;
  try {
    return await work();
  } finally {
    // The place is handed on, so nobody slips in between.
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, COST));

let decoy: Promise<string> | null = null;

/** Without an account the same work is done on a hash nothing matches, so time does not tell who exists. */
export async function checkPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(makeSecret().secret);
  const against = passwordHash ?? (await decoy);
  return (await inTurn(() => verify(against, password))) && passwordHash !== null;
}

/** What is left after taking away one's name must still be a password of some length. */
const LEAST_OWN_CHARACTERS = 8;

/** Why a password would be guessed early, or null. Pure. */
export function weakness(password: string, about: { login: string; name: string }): string | null {
  const plain = password.toLowerCase();
  if (FREQUENT.has(plain) || FREQUENT.has(plain.replace(/[\d\W_]+$/u, "")))
    return "Many people use this password, so it is tried first. Choose another.";
  if (new Set(plain).size < 5) return "This repeats a few characters. Choose something longer to guess.";
  if (/^(.{1,5})\1+/u.test(plain) && /^(.{1,5})\1+.{0,2}$/u.test(plain))
    return "This repeats itself. Choose something harder to guess.";
  const known = [about.login, ...about.login.split("@"), ...about.name.toLowerCase().split(/\s+/), "baton"];
  let own = plain;
  for (const word of known.sort((a, b) => b.length - a.length))
    if ([...word].length >= 3) own = own.replaceAll(word, "");
  if (own !== plain && [...own].length < LEAST_OWN_CHARACTERS)
    return "This is mostly your name. Choose something others would not guess.";
  return isRun(plain) ? "This is a row of keys or numbers. Choose something harder to guess." : null;
}

/** @throws UserError saying why */
export function refuseWeak(password: string, about: { login: string; name: string }): void {
  const why = weakness(password, about);
  if (why) throw new UserError("bad_request", why, { code: "weak_password" });
}

const ROWS = ["01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm"];

/** Most of it goes along a row of the keyboard, the alphabet or the digits, in either direction. */
function isRun(plain: string): boolean {
  const rows = ROWS.flatMap((row) => [row, [...row].reverse().join("")]);
  const letters = [...plain];
  let inRow = 0;
  for (let i = 0; i + 1 < letters.length; i++)
    if (rows.some((row) => row.includes(`${letters[i]}${letters[i + 1]}`))) inRow++;
  return inRow >= letters.length - 3;
}
