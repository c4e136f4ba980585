/** A title drawn from what somebody wrote first. Pure. */

const LONGEST = 80;

/** Openings that say nothing of what is wanted: English, Spanish, Arabic, Portuguese, French. Longer ones first. */
const GREETINGS = [
  ["good morning", "good afternoon", "good evening", "good day", "hi there", "hello", "hey", "hi", "dear"],
  ["buenos días", "buenos dias", "buenas tardes", "buenas noches", "buen día", "buen dia", "buenas", "hola"],
  ["que tal", "qué tal"],
  ["السلام عليكم ورحمة الله وبركاته", "السلام عليكم ورحمة الله", "السلام عليكم", "صباح الخير", "مساء الخير"],
  ["مرحبا", "مرحباً", "أهلا", "اهلا", "هلا", "سلام"],
  ["bom dia", "boa tarde", "boa noite", "tudo bem", "tudo bom", "olá", "ola", "oi"],
  ["bonjour", "bonsoir", "salut", "coucou"],
  ["sir", "madam", "everyone", "team", "all", "please"],
]
  .flat()
  .sort((one, other) => other.length - one.length);

const EDGE = /^(?:[\s,.;:!¡¿?،؛؟–—-]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f)+/u;

export type Said = { kind: string; text: string | null; place: string | null };

/** The first words that say something; else the place sent, else what came and from whom. */
export function suggestTitle(messages: readonly Said[], name: string): string {
  for (const { text } of messages) {
    const title = text ? firstWords(text) : "";
    if (title) return title;
  }
  const place = messages.find((message) => message.place)?.place;
  if (place) return shorten(place);
  const kinds = new Set(messages.map((message) => message.kind));
  if (kinds.has("image")) return `Photo from ${name}`;
  if (kinds.has("audio")) return `Voice note from ${name}`;
  if (kinds.has("video")) return `Video from ${name}`;
  if (kinds.has("location")) return `Place from ${name}`;
  if (kinds.has("document")) return `Document from ${name}`;
  return `Message from ${name}`;
}

function firstWords(text: string): string {
  const bare = withoutGreeting(text.replace(/\s+/g, " ").trim());
  const sentence = /^.*?[.!?؟。।](?=\s|$)/u.exec(bare)?.[0] ?? bare;
  // "Sr. Pérez": a first sentence this short is none.
  const first = sentence.length < 12 ? bare : sentence;
  return shorten(first.replace(/[\s.!,;:،؛。।]+$/u, ""));
}

function withoutGreeting(text: string): string {
  let rest = text.replace(EDGE, "");
  for (;;) {
    const lower = rest.toLowerCase();
    const greeting = GREETINGS.find(
      (known) => lower.startsWith(known) && !/^[\p{L}\p{N}]/u.test(rest.slice(known.length)),
    );
    if (!greeting) break;
    rest = rest.slice(greeting.length).replace(EDGE, "");
  }
  // Spanish opens a question with a mark that belongs to it.
  return /[¡¿]$/.test(text.slice(0, text.length - rest.length))
    ? text.slice(text.length - rest.length - 1)
    : rest;
}

/** At a word's end where there is one; never through the middle of a letter. */
function shorten(text: string): string {
  const letters = [...text];
  if (letters.length <= LONGEST) return text;
  const cut = letters.slice(0, LONGEST - 1).join("");
  const space = cut.lastIndexOf(" ");
  return `${(space > LONGEST / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
