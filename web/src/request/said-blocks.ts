/** The lines of a text as WhatsApp lays them out: quoted lines, lists and blocks of code between plain ones. */

export type Block =
  | { kind: "plain"; text: string }
  | { kind: "quoted"; text: string }
  | { kind: "code"; text: string }
  | { kind: "bullets"; items: string[] }
  | { kind: "numbers"; items: { number: number; text: string }[] };

const FENCED = /```([\s\S]*?\n[\s\S]*?)```/g;
const QUOTED = /^> ?(.*)$/;
const BULLET = /^[*-] (\S.*)$/;
const NUMBER = /^(\d{1,3})\. (\S.*)$/;

export function parseBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (const found of text.matchAll(FENCED)) {
    blocks.push(...parseLines(text.slice(from, found.index).replace(/\n$/, "")));
    blocks.push({ kind: "code", text: (found[1] ?? "").replace(/^\n|\n$/g, "") });
    from = found.index + found[0].length;
  }
  blocks.push(...parseLines(text.slice(from).replace(from > 0 ? /^\n/ : /^$/, "")));
  return blocks;
}

function parseLines(text: string): Block[] {
  if (text === "") return [];
  const blocks: Block[] = [];
  for (const line of text.split("\n")) {
    const one = parseLine(line);
    const last = blocks.at(-1);
    if (!last || !joined(last, one)) blocks.push(one);
  }
  return blocks;
}

function parseLine(line: string): Block {
  const quoted = QUOTED.exec(line);
  if (quoted) return { kind: "quoted", text: quoted[1] ?? "" };
  const bullet = BULLET.exec(line);
  if (bullet) return { kind: "bullets", items: [bullet[1] ?? ""] };
  const [, digits, text] = NUMBER.exec(line) ?? [];
  if (digits && text) return { kind: "numbers", items: [{ number: Number(digits), text }] };
  return { kind: "plain", text: line };
}

/** Lines of one kind after each other are one block. */
function joined(last: Block, one: Block): boolean {
  if ((last.kind === "plain" && one.kind === "plain") || (last.kind === "quoted" && one.kind === "quoted"))
    last.text += `\n${one.text}`;
  else if (last.kind === "bullets" && one.kind === "bullets") last.items.push(...one.items);
  else if (last.kind === "numbers" && one.kind === "numbers") last.items.push(...one.items);
  else return false;
  return true;
}
