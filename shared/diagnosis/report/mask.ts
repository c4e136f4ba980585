/** A diagnosis that may be shown to others: names, phone numbers and addresses masked, the same one always alike. */
import { foldWord } from "../../words/words.ts";
import type { Chat, ChatMessage } from "../chat.ts";
import type { ChatRequest, Diagnosis, MessageIndex, Role } from "../diagnosis.ts";
import { digitsOf, readNames, TELLING_DIGITS } from "./masked-names.ts";
import type { Voice } from "./voice.ts";

/** Nobody outside the chat can be told from a common word except by a capital letter: see `readNames`. */
export function maskDiagnosis(diagnosis: Diagnosis, voice: Voice): Diagnosis {
  const { chat, people, requests } = diagnosis;
  const masks = masksOf(people, voice);
  const mask = makeMask(diagnosis, masks, voice);
  const shown = new Set<MessageIndex>(requests.flatMap(({ messages }) => messages));
  const masked: Chat = {
    ...chat,
    title: null,
    people: masks,
    messages: chat.messages.map(
      (message): ChatMessage => ({
        ...message,
        // What no request holds is shown nowhere: it need not be read at all.
        text: shown.has(message.index) ? mask(message.text) : "",
        file: null,
      }),
    ),
    unreadable: { count: chat.unreadable.count, first: [] },
  };
  return {
    ...diagnosis,
    chat: masked,
    people: people.map((person, index) => ({ ...person, name: masks[index] ?? "" })),
    requests: requests.map((request): ChatRequest => ({ ...request, title: mask(request.title) })),
  };
}

/** "Staff A" for who answers, "Client 3" for who asks: one look tells the sides apart. */
function masksOf(people: Diagnosis["people"], { words, tell, number }: Voice): string[] {
  const counted: Record<Role, number> = { staff: 0, worker: 0, client: 0, bot: 0 };
  return people.map(({ role }) => {
    const n = counted[role]++;
    const isLetter = role === "staff" || role === "worker";
    return tell(words.mask[role], { n: isLetter && n < 26 ? String.fromCharCode(65 + n) : number(n + 1) });
  });
}

const WORD = /[\p{L}\p{M}\p{Join_Control}]+/gu;
/** Seven digits and more in any script, with the marks that stand inside a number; "+" before them. */
const NUMBER = /[+@]?\p{Nd}(?:[\s().·•*/-]{0,2}\p{Nd}){6,}/gu;
const HAS_DIGIT = /\p{Nd}/u;
const MAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu;
const LINK = /(?:https?:\/\/|www\.)\S+/giu;
/** Letters that Arabic writes onto the next word: and, so, with, for, like, the. */
const JOINED = /^(?:[وف]?(?:[بلك]?ال|لل|[بلك])|[وف])/u;
/** "Juma Salim" is one person, not twice the same. */
const TWICE = /(\p{L}+ [\p{Lu}\p{Nd}]+)(?:[ \u00a0]\1)+(?![\p{L}\p{N}])/gu;

function makeMask(
  { chat, languages }: Diagnosis,
  masks: readonly string[],
  { words, tell, number }: Voice,
): (text: string) => string {
  const { byWord, whole, unspaced, byDigits } = readNames(chat, masks, languages);
  const counts = { name: 0, number: 0, address: 0 };
  const others = new Map<string, string>();
  const other = (kind: keyof typeof counts, key: string): string => {
    const known = others.get(`${kind} ${key}`);
    if (known) return known;
    counts[kind]++;
    const made = tell(words.mask[kind], { n: number(counts[kind]) });
    others.set(`${kind} ${key}`, made);
    return made;
  };
  const find = (word: string): string | null => {
    const folded = foldWord(word);
    const bare = folded.replace(JOINED, "");
    for (const form of bare.length < 2 ? [folded] : [folded, bare]) {
      const mask = byWord.get(form);
      if (mask !== undefined) return mask ?? other("name", form);
    }
    return null;
  };
  const seen = new Map<string, string | null>();
  const ofWord = (word: string): string | null => {
    const known = seen.get(word);
    if (known !== undefined) return known;
    const mask = find(word);
    seen.set(word, mask);
    return mask;
  };
  const maskWords = (text: string): string => {
    let masked = "";
    let from = 0;
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (index < from) continue;
      const name = whole.get(word)?.find(({ name }) => text.startsWith(name, index));
      const mask = name?.mask ?? ofWord(word);
      if (mask === null) continue;
      masked += text.slice(from, index) + mask;
      from = index + (name?.name.length ?? word.length);
    }
    return from === 0 ? text : (masked + text.slice(from)).replace(TWICE, "$1");
  };
  return (text) => {
    let masked = text;
    if (masked.includes("@")) masked = masked.replace(MAIL, (mail) => other("address", mail.toLowerCase()));
    if (/:\/\/|www\./i.test(masked)) masked = masked.replace(LINK, (link) => other("address", link));
    if (HAS_DIGIT.test(masked))
      masked = masked.replace(NUMBER, (written) => {
        const digits = digitsOf(written).slice(-TELLING_DIGITS);
        return byDigits.get(digits) ?? other("number", digits);
      });
    if (unspaced) masked = masked.replace(unspaced.pattern, (name) => unspaced.masks.get(name) ?? name);
    return maskWords(masked);
  };
}
