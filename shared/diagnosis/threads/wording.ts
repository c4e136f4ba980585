/** The words of a whole chat as numbers, with how rare each is and whom each names. One pass, then arrays. Pure. */
import { cut } from "../../words/cut.ts";
import { LANGUAGES } from "../../words/lexicon/languages.ts";
import type { Chat, ChatMessage } from "../chat.ts";
import type { PersonIndex } from "../diagnosis.ts";

type Entry = { stem: number; people: readonly PersonIndex[]; isEverybody: boolean };

/** Letters that tell a word from others; what follows is mostly its ending. */
const STEM_LETTERS = 5;
const SHORTEST_NAME = 3;
/** A word of so many names tells nobody: the firm's, "client". */
const MOST_NAMESAKES = 3;
const LONGEST_TEXT = 600;
/** Once in 10 to this power: as rare as words need to be. */
const RARE_DIGITS = 2.5;
const MOST_STEMS = 60;
const PIECE =
  /@?[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’](?=\p{L}))*(?:[.,:/-](?=\p{N})(?<=\p{N}.)\p{N}+)*|[?؟]/gu;

/** Words of small talk and grammar in the lists of all languages: they never tell what something is about. */
const COMMON: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap((phrases) =>
    (["stop", "thanks", "ok", "greeting", "farewell", "filler", "yes", "no", "also", "time", "ask"] as const)
      .flatMap((act) => (phrases[act] ?? "").split(","))
      .map((phrase) => phrase.trim())
      .filter((phrase) => phrase !== "" && !/[\s*]/.test(phrase))
      .flatMap((word) => cut(word).map(({ folded }) => folded)),
  ),
);

/** Who is spoken to in an announcement. */
const EVERYBODY: ReadonlySet<string> = new Set(
  [
    "everyone everybody all guys customers clients members residents folks",
    "todos todas chicos vecinos clientes pessoal gente galera moradores",
    "tous toutes chers clients mesdames messieurs locataires",
    "semua semuanya bapak ibu warga penghuni pelanggan",
    "الجميع جميعا عملاء عملائنا الكرام شباب سكان اخوان الاخوه",
    "sab sabko sabhi sabka friends dosto members",
    "wote wateja ndugu wapendwa wakuu",
    "alle liebe mieter zusammen kunden leute nachbarn",
  ].flatMap((words) => words.split(" ").flatMap((word) => cut(word).map(({ folded }) => folded))),
);

export class Wording {
  /** Of message i, `stems[begins[i]]` up to `stems[begins[i + 1]]`, each once. */
  readonly begins: Uint32Array;
  #stems = new Int32Array(4096);
  /** By stem: in how many messages, 0 where it tells nothing. */
  #times: number[] = [];
  #isFigure: boolean[] = [];
  #isCommon: boolean[] = [];
  #ids = new Map<string, number>();
  #entries = new Map<string, Entry>();
  #namesakes = new Map<string, PersonIndex[]>();
  #named = new Map<number, PersonIndex[]>();
  #addressed = new Map<number, PersonIndex>();
  readonly wordCounts: Uint16Array;
  readonly asks: Uint8Array;
  readonly everybody: Uint8Array;
  readonly #messages: number;

  constructor(chat: Chat) {
    this.#messages = Math.max(2, chat.messages.length);
    this.begins = new Uint32Array(chat.messages.length + 1);
    this.wordCounts = new Uint16Array(chat.messages.length);
    this.asks = new Uint8Array(chat.messages.length);
    this.everybody = new Uint8Array(chat.messages.length);
    this.#learnNames(chat);
    let filled = 0;
    for (const message of chat.messages) {
      filled = message.by === null ? filled : this.#read(message, filled);
      this.begins[message.index + 1] = filled;
    }
  }

  get stems(): Int32Array {
    return this.#stems;
  }

  /** 0 for what everybody always says, 1 for what one message in some hundreds says. */
  rarity(stem: number): number {
    if (this.#isCommon[stem]) return 0;
    const times = Math.max(2, this.#times[stem] ?? 2);
    return Math.min(1, Math.max(0, Math.log10(this.#messages / times) / RARE_DIGITS));
  }

  isFigure(stem: number): boolean {
    return this.#isFigure[stem] ?? false;
  }

  /** In how many messages. */
  times(stem: number): number {
    return this.#times[stem] ?? 0;
  }

  /** Whom the message names, its writer apart. */
  namedIn(index: number): readonly PersonIndex[] {
    return this.#named.get(index) ?? NOBODY;
  }

  /** Who is named first, within its first words. */
  addressedIn(index: number): PersonIndex | -1 {
    return this.#addressed.get(index) ?? -1;
  }

  #learnNames(chat: Chat): void {
    const inTitle = new Set(cut(chat.title ?? "").map(({ folded }) => folded));
    chat.people.forEach((name, person) => {
      const digits = name.replace(/\D/g, "");
      const words = digits.length >= 7 ? [digits] : cut(name).map(({ folded }) => folded);
      for (const word of new Set(words)) {
        if (word.length < SHORTEST_NAME && !/\d/.test(word)) continue;
        if (inTitle.has(word) || COMMON.has(word)) continue;
        const known = this.#namesakes.get(word);
        if (known) known.push(person);
        else this.#namesakes.set(word, [person]);
      }
    });
    for (const [word, people] of this.#namesakes)
      if (people.length > MOST_NAMESAKES) this.#namesakes.delete(word);
  }

  #read({ index, text, by }: ChatMessage, filled: number): number {
    const pieces = text === "" ? null : text.slice(0, LONGEST_TEXT).toLowerCase().match(PIECE);
    if (!pieces) return filled;
    const begin = filled;
    let words = 0;
    for (const piece of pieces) {
      if (piece === "?" || piece === "؟") {
        this.asks[index] = 1;
        continue;
      }
      words++;
      const entry = this.#entries.get(piece) ?? this.#enter(piece);
      for (const person of entry.people) if (person !== by) this.#name(index, person, words);
      if (entry.isEverybody) this.everybody[index] = 1;
      if (entry.stem < 0 || filled - begin >= MOST_STEMS) continue;
      let at = begin;
      while (at < filled && this.#stems[at] !== entry.stem) at++;
      if (at < filled) continue;
      if (filled === this.#stems.length) {
        const stems = this.#stems;
        this.#stems = new Int32Array(2 * stems.length);
        this.#stems.set(stems);
      }
      this.#stems[filled++] = entry.stem;
      this.#times[entry.stem] = (this.#times[entry.stem] ?? 0) + 1;
    }
    this.wordCounts[index] = Math.min(words, 60_000);
    return filled;
  }

  #name(index: number, person: PersonIndex, word: number): void {
    const known = this.#named.get(index);
    if (!known) {
      this.#named.set(index, [person]);
      if (word <= 3) this.#addressed.set(index, person);
    } else if (!known.includes(person)) known.push(person);
  }

  #enter(piece: string): Entry {
    const token = cut(piece.startsWith("@") ? piece.slice(1) : piece)[0];
    const folded = token?.folded ?? "";
    const isFigure = token?.hasDigit === true;
    const isTime = isFigure && folded.includes(":");
    const key = isFigure ? folded.replace(/[.,:/-]+/g, "") : stemOf(folded);
    const tells = !isTime && (isFigure ? key !== "" : folded.length > 2);
    const entry: Entry = {
      stem: tells ? this.#idOf(key, isFigure, COMMON.has(folded)) : -1,
      people: this.#namesakes.get(folded) ?? NOBODY,
      isEverybody: EVERYBODY.has(folded),
    };
    this.#entries.set(piece, entry);
    return entry;
  }

  #idOf(key: string, isFigure: boolean, isCommon: boolean): number {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(key, id);
    this.#isFigure[id] = isFigure;
    this.#isCommon[id] = isCommon;
    this.#times[id] = 0;
    return id;
  }
}

const NOBODY: readonly PersonIndex[] = [];

const stemOf = (folded: string): string => folded.replace(/^[وفبل]?ال(?=.{3})/, "").slice(0, STEM_LETTERS);
