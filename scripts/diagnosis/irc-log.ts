/** Reads the annotated IRC logs of Kummerfeld et al. (2019); the data stay outside the repository. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type IrcMessage = {
  /** Who, in small letters; null for the server's own lines. */
  by: string | null;
  minute: number;
  text: string;
  /** Words in small letters without the marks around them. */
  words: string[];
  /** Speakers of this log that it names, the first word's one first. */
  names: string[];
  /** Whom it speaks to: a name at its beginning. */
  to: string | null;
};

export type IrcLog = {
  name: string;
  messages: IrcMessage[];
  /** Of each annotated message, those it goes on from; itself: it begins something. */
  links: Map<number, number[]>;
};

const LINE = /^\[(\d\d):(\d\d)\]\s+(?:<([^>]+)>|\*\s+(\S+))\s?(.*)$/;
/** Nicks that are plain words are taken for names only where somebody is spoken to. */
const SHORTEST_NAME = 4;

export function readLogs(folder: string): IrcLog[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ascii.txt"))
    .sort()
    .map((file) => {
      const name = file.replace(".ascii.txt", "");
      const lines = readFileSync(join(folder, file), "utf8").split("\n");
      if (lines.at(-1) === "") lines.pop();
      return {
        name,
        messages: readLines(lines),
        links: readLinks(readFileSync(join(folder, `${name}.annotation.txt`), "utf8")),
      };
    });
}

function readLines(lines: readonly string[]): IrcMessage[] {
  let minute = 0;
  let days = 0;
  const messages = lines.map((line): IrcMessage => {
    const found = LINE.exec(line);
    if (!found) return { by: null, minute, text: line, words: [], names: [], to: null };
    const clock = Number(found[1]) * 60 + Number(found[2]);
    if (clock + days * 1440 < minute - 60) days++;
    minute = Math.max(minute, clock + days * 1440);
    const text = found[5] ?? "";
    const words = text
      .toLowerCase()
      .split(/\s+/)
      .map((word) => word.replace(/^[^a-z0-9_\-[\]\\^{}|`]+|[^a-z0-9_\-[\]\\^{}|`]+$/g, ""))
      .filter(Boolean);
    return { by: (found[3] ?? found[4] ?? "").toLowerCase(), minute, text, words, names: [], to: null };
  });
  const speakers = new Set(messages.flatMap(({ by }) => by ?? []));
  for (const message of messages) {
    const [first] = message.words;
    const isSpokenTo = /^@?\S+[:,>]/.test(message.text);
    for (const word of message.words) {
      if (!speakers.has(word) || message.names.includes(word) || word === message.by) continue;
      const isFirst = word === first;
      if (word.length >= SHORTEST_NAME || (isFirst && isSpokenTo)) message.names.push(word);
      if (isFirst && (isSpokenTo || word.length >= SHORTEST_NAME)) message.to = word;
    }
  }
  return messages;
}

function readLinks(text: string): Map<number, number[]> {
  const links = new Map<number, number[]>();
  for (const line of text.split("\n")) {
    const [one, other] = line.split(/\s+/).map(Number);
    if (one === undefined || other === undefined || Number.isNaN(other)) continue;
    const later = Math.max(one, other);
    const known = links.get(later);
    if (known) known.push(Math.min(one, other));
    else links.set(later, [Math.min(one, other)]);
  }
  return links;
}
