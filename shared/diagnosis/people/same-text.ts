/** Who sends the same text again and again: a bot, or an automatic notice. Pure. */
import type { Chat } from "../chat.ts";
import type { PersonIndex } from "../diagnosis.ts";

/** People repeat short ones: "ok", "any update?". */
const SHORTEST = 30;
const FEWEST = 6;
/** Of all that somebody says; people who also talk are no bots. */
const MOSTLY = 0.75;
const LOOKED_AT = 200;

/** Numbers, names of days and times change in a notice: figures are alike. */
const shapeOf = (text: string): string =>
  text
    .slice(0, 300)
    .replace(/\p{N}+/gu, "0")
    .toLowerCase();

export function whoSendsTheSame(chat: Chat): Set<PersonIndex> {
  const tallies = chat.people.map(() => ({ all: 0, shapes: new Map<string, number>() }));
  for (const { by, kind, text } of chat.messages) {
    const tally = by === null ? null : tallies[by];
    if (!tally || kind === "system" || tally.all >= LOOKED_AT) continue;
    tally.all++;
    if (text.length < SHORTEST) continue;
    const shape = shapeOf(text);
    tally.shapes.set(shape, (tally.shapes.get(shape) ?? 0) + 1);
  }
  const bots = new Set<PersonIndex>();
  tallies.forEach(({ all, shapes }, person) => {
    let repeated = 0;
    for (const count of shapes.values()) if (count > 1) repeated += count;
    if (repeated >= FEWEST && repeated >= MOSTLY * all && shapes.size <= Math.max(4, 0.2 * all))
      bots.add(person);
  });
  return bots;
}
