/** A diagnosis that may be shown to others: names, phone numbers and addresses masked, the same one always alike. */
import { foldWord } from "../../words/words.ts";
import type { Chat, ChatMessage } from "../chat.ts";
import type { ChatRequest, Diagnosis, MessageIndex, Role } from "../diagnosis.ts";
import { digitsOf, readNames } from "./masked-names.ts";
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
const ADDRESS = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|(?:https?:\/\/|www\.)\S+/giu;
/** Letters that Arabic writes onto the next word: and, so, with, for, like, the. */
const JOINED = /^(?:[وف]?(?:[بلك]?ال|لل|[بلك])|[وف])/u;
/** As many of the last digits tell one number from another, with or without its country. */
const TELLING_DIGITS = 8;

function makeMask(
  { chat, languages }: Diagnosis,
  masks: readonly string[],
  { words, tell, number }: Voice,
): (text: string) => string {
  const { byWord, whole, byDigits } = readNames(chat, masks, languages);
  const others = new Map<string, string>();
  const other = (kind: "name" | "number" | "address", key: string): string => {
    const known = others.get(`${kind} ${key}`);
    if (known) return known;
    let n = 1;
    for (const one of others.keys()) if (one.startsWith(`${kind} `)) n++;
    const made = tell(words.mask[kind], { n: number(n) });
    others.set(`${kind} ${key}`, made);
    return made;
  };
  const ofWord = (word: string): string | undefined => {
    const folded = foldWord(word);
    const known = byWord.get(folded);
    if (known !== undefined) return known === null ? other("name", folded) : known;
    const bare = folded.replace(JOINED, "");
    if (bare === folded || bare.length < 2) return undefined;
    const inner = byWord.get(bare);
    return inner === null ? other("name", bare) : inner;
  };
  return (text) => {
    let masked = text
      .replace(ADDRESS, (address) => other("address", address.toLowerCase()))
      .replace(NUMBER, (written) => {
        const digits = digitsOf(written).slice(-TELLING_DIGITS);
        return byDigits.get(digits) ?? other("number", digits);
      });
    for (const { name, mask } of whole) masked = masked.replaceAll(name, mask);
    masked = masked.replace(WORD, (word) => ofWord(word) ?? word);
    // "Juma Salim" is one person, not twice the same.
    return masked.replace(/(\p{L}+ [\p{Lu}\p{Nd}]+)(?:[ \u00a0]\1)+(?![\p{L}\p{N}])/gu, "$1");
  };
}
