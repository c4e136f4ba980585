/** WhatsApp's own lines that say who runs the group: who made it, named it, added people. Pure. */
import type { Chat } from "../chat.ts";
import type { PersonIndex } from "../diagnosis.ts";

/** Beginnings of words for making, adding and naming, after the name of who did it; Arabic and Hindi among them. */
const RUNS =
  /\b(?:creat|added|changed (?:the|this) |cre[oó]|a[nñ]adi|agreg|cambi[oó] (?:el|la|este) |criou|adicionou|mudou (?:o|a) |cr[eé][eé]|ajout|modifi|erstellt|hinzugef|ge[aä]ndert|membuat|menambah|mengubah|aliunda|ameunda|alimwongeza|aliongeza|pinned|fij[oó]|fixou)|أنشأ|بإنشاء|أضاف|بإضافة|غيّر|बनाया|जोड़ा|создал|добавил|oluşturdu|ekledi/iu;
/** Not those: one's own number is everybody's, and who was added did nothing. */
const OWN = /phone number|n[uú]mero|num[eé]ro|telefon|رقم|nomor|namba/iu;
const MOST_LINES = 3000;

/** Whoever a line shows to run the group. "You" stands for whoever exported it, and that is not told. */
export function whoRunsTheGroup(chat: Chat): Set<PersonIndex> {
  const byFirstWord = Map.groupBy(chat.people.keys(), (person) => firstWord(chat.people[person] ?? ""));
  const found = new Set<PersonIndex>();
  let lines = 0;
  for (const { kind, text } of chat.messages) {
    if (kind !== "system" || ++lines > MOST_LINES) continue;
    for (const person of byFirstWord.get(firstWord(text)) ?? []) {
      const name = chat.people[person] ?? "";
      if (!text.startsWith(name)) continue;
      const rest = text.slice(name.length);
      if (/^\s/.test(rest) && RUNS.test(rest) && !OWN.test(rest)) found.add(person);
    }
  }
  return found;
}

const firstWord = (text: string): string => /^\S*/.exec(text)?.[0] ?? "";
