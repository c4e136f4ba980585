/** Labelled messages as examples: those of the training chats, and the single ones in ./acts. */
import { readdirSync, readFileSync } from "node:fs";
import {
  beforeWithoutRoles,
  beforeWithRoles,
  classOf,
  sidesOf,
  walkOf,
} from "../../shared/diagnosis/acts/before.ts";
import { factsOf, MOST_CONTENT } from "../../shared/diagnosis/acts/text-facts.ts";
import { openBook, wordsIn } from "../../shared/diagnosis/acts/word-book.ts";
import { ACTS, type Act } from "../../shared/diagnosis/diagnosis.ts";
import { type Example, exampleOf } from "./act-learner.ts";
import type { TrainingChat } from "./training-chats.ts";

/** `index`: place in the chat; -1 for a single message. */
export type Labelled = { example: Example; group: string; language: string; index: number; text: string };

const book = openBook();
const NOTHING: readonly Act[] = ["status_chase", "acknowledgement", "closing", "chat"];

export function examplesOf({ name, language, chat, people, acts }: TrainingChat): Labelled[] {
  const facts = chat.messages.map(({ text, kind }) => factsOf(text, kind, wordsIn(book, text)));
  const classes = Uint8Array.from(chat.messages, ({ index, kind }) =>
    kind === "system" ? 0 : classOf(facts[index]?.facts ?? 0, kind === "text"),
  );
  const content = new Int32Array(facts.length * MOST_CONTENT);
  facts.forEach((one, at) => {
    content.set(one.content, at * MOST_CONTENT);
  });
  const texts = Int32Array.from(chat.messages, ({ index, kind }) => (kind === "system" ? -1 : index));
  const walk = walkOf(chat, classes, texts, content);
  const sides = sidesOf(people);
  const labelled: Labelled[] = [];
  for (const { index, by, text } of chat.messages) {
    const does = acts[index] ?? [];
    if (by === null || does.length === 0) continue;
    const before: number[] = [];
    const beforeKnown: number[] = [];
    beforeWithoutRoles(walk, index, before);
    beforeWithRoles(walk, index, people, sides, beforeKnown);
    const example = exampleOf(wordsIn(book, text), {
      texts: facts[index]?.features ?? [],
      before,
      beforeKnown,
      isOurs: people[by]?.role !== "client",
      acts: does,
      addsNothing: does.every((act) => NOTHING.includes(act)),
      weight: 1,
    });
    labelled.push({ example, group: name, language, index, text });
  }
  return labelled;
}

/** How much a message without its chat counts. */
const SINGLE_WEIGHT = 0.6;

/**
 * ./acts/LANGUAGE.tsv: under a line "= acts who" (acts: main one first, a + where a chase also says something new; who:
 * `ours`, `client` or `any`) one text a line.
 */
export function singleExamples(): Labelled[] {
  const folder = new URL("./acts/", import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".tsv"))
    .sort()
    .flatMap((file) => {
      let [marks, who] = ["", ""];
      return readFileSync(new URL(file, folder), "utf8")
        .split("\n")
        .flatMap((line) => {
          const head = /^= (\S+) (ours|client|any)$/.exec(line);
          if (head) [marks, who] = [head[1] ?? "", head[2] ?? ""];
          return head || line === "" ? [] : singlesOf(marks, who, line, file.replace(/\.tsv$/, ""));
        });
    });
}

function singlesOf(marks: string, who: string, text: string, language: string): Labelled[] {
  const does = marks
    .replace("+", "")
    .split(",")
    .map((mark) => {
      const act = ACTS.find((each) => each === mark);
      if (act === undefined) throw new Error(`acts/${language}.tsv, ${text}: no act ${mark}`);
      return act;
    });
  const words = wordsIn(book, text);
  const { features } = factsOf(text, "text", words);
  const voices = who === "any" ? [true, false] : [who === "ours"];
  return voices.map((isOurs) => ({
    example: exampleOf(words, {
      texts: features,
      before: [],
      beforeKnown: [],
      isOurs,
      acts: does,
      addsNothing: !marks.endsWith("+") && does.every((act) => NOTHING.includes(act)),
      weight: SINGLE_WEIGHT / voices.length,
    }),
    group: `single ${language}`,
    language,
    index: -1,
    text,
  }));
}
