/** What each number says first, over HTTP. */
import type { FastifyInstance } from "fastify";
import { type FirstWords, firstWordsApi } from "../../shared/api/first-words.ts";
import { UserError } from "../errors.ts";
import { serve } from "../http/route.ts";
import { announce } from "../live/changes.ts";
import type { Numbers } from "../numbers/directory.ts";
import { audit } from "../people/audit.ts";
import type { System } from "../system.ts";
import { clockOf, isTimeZone, minutesOf } from "./rules.ts";
import { findFirstWords, type StoredFirstWords, writeFirstWords } from "./store.ts";

export function serveFirstWords(
  http: FastifyInstance,
  { system, numbers }: { system: System; numbers: Numbers },
): void {
  const { db, clock } = system;
  const must = (id: number) => {
    const number = numbers.get(id);
    if (!number || number.kind === "unclaimed")
      throw new UserError("not_found", "There is no such number (any more).");
  };
  serve(http, firstWordsApi.firstWords, async ({ params }) => {
    must(params.id);
    return shown((await findFirstWords(db, params.id)) ?? NOTHING_SET);
  });
  serve(http, firstWordsApi.setFirstWords, async ({ params, body, actor, request }) => {
    must(params.id);
    const words = stored(body);
    await db.transaction(async (tx) => {
      const at = clock.now();
      await writeFirstWords(tx, params.id, words, at);
      const facts = { greets: words.greets, answersWhenShut: words.answersWhenShut };
      const subject = { kind: "number", id: params.id };
      await audit(tx, { at, by: actor, action: "number.first_words", subject, facts, address: request.ip });
      await announce(tx, ["numbers"]);
    });
    return shown(words);
  });
}

const NOTHING_SET: StoredFirstWords = {
  greets: false,
  answersWhenShut: false,
  timeZone: "UTC",
  opening: [],
  greeting: {},
  whenShut: {},
  fallbackLanguage: "en",
};

const shown = (words: StoredFirstWords): FirstWords => ({
  ...words,
  opening: words.opening.map(([weekday, from, to]) => ({ weekday, from: clockOf(from), to: clockOf(to) })),
});

/** @throws UserError when what is switched on could not be said, or would be said at all hours */
function stored(words: FirstWords): StoredFirstWords {
  if (!isTimeZone(words.timeZone))
    throw new UserError("bad_request", "This time zone is not known. Choose one such as Europe/Madrid.", {
      code: "time_zone",
    });
  if (words.opening.some(({ from, to }) => minutesOf(to) <= minutesOf(from)))
    throw new UserError("bad_request", "Each span must end after it begins. Over midnight takes two spans.", {
      code: "opening_spans",
    });
  if (words.answersWhenShut && words.opening.length === 0)
    throw new UserError("bad_request", "Enter the opening hours first: without them it is always shut.", {
      code: "opening_first",
    });
  const isSaid = (texts: Record<string, string>) => Boolean(texts[words.fallbackLanguage]);
  if ((words.greets && !isSaid(words.greeting)) || (words.answersWhenShut && !isSaid(words.whenShut)))
    throw new UserError("bad_request", "Write a text in the language for everybody else, or switch it off.", {
      code: "words_missing",
    });
  return {
    ...words,
    opening: words.opening
      .map(({ weekday, from, to }) => [weekday, minutesOf(from), minutesOf(to)] as const)
      .sort((a, b) => a[0] - b[0] || a[1] - b[1]),
  };
}
