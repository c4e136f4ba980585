/** What people decide changes what is suggested next, on every process at once; what they take back is forgotten. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Learning } from "../../shared/api/learning.ts";
import type { Trade } from "../../shared/api/trade.ts";
import { type ItemPage, openTrayStory, type TrayStory } from "../tray-story.ts";
import { until } from "../world.ts";

let story: TrayStory;
/** The other process. */
let there: string;
let pools: number;
beforeAll(async () => {
  story = await openTrayStory();
  there = await story.beside();
  const added = await story.manager.call<Trade>("POST", "categories", {
    name: "Pools",
    label: "breakdown_repair",
    needsWork: true,
  });
  pools = added.body.categories.find(({ name }) => name === "Pools")?.id ?? 0;
});
afterAll(() => story?.close());

/** A word no model has ever heard, in words that say little. */
const HEARD = [
  "Hello, it is about the zorblet, please have a look",
  "The zorblet again, could you see to it",
  "Someone should look at our zorblet this week",
];
const LIKE = "Please, the zorblet, when you can";
const SECONDS = { seconds: 150 };

let clients = 0;
async function waiting(text: string): Promise<number> {
  const { id } = await (await story.chat(`Client ${++clients}`)).says(text);
  await story.lookedThrough();
  return id;
}
async function suggestedThere(id: number): Promise<ItemPage["suggestion"]> {
  const answer = await fetch(`${there}/api/v1/tray/${id}`, {
    headers: { cookie: story.bruno.cookie, "x-baton": "1" },
  });
  return ((await answer.json()) as ItemPage).suggestion;
}
const suggestedHere = async (id: number) => (await story.itemOf(id)).suggestion;
const onBoth = async (id: number) =>
  (await Promise.all([suggestedHere(id), suggestedThere(id)])).map((made) => made?.categoryId ?? null);
const categories = async (id: number) => (await onBoth(id)).map((made) => made?.value ?? null);
const bothSay = (id: number, isSo: (value: number | null) => boolean) =>
  until(
    () => categories(id),
    (values) => values.every(isSo),
    30_000,
  );
const figures = async () => {
  const { kinds } = (await story.ana.call<Learning>("GET", "learning")).body;
  return kinds.find(({ kind }) => kind === "category")?.month;
};

test("three filed under a category teach the fourth on both processes; taken back, it is as before; only what was predicted first counts", async () => {
  // Both have their models: without one nothing is said of a kind.
  const known = await waiting("My boiler is broken, no hot water in the house");
  await bothSay(known, (value) => value !== null);
  const like = await waiting(LIKE);
  const [before] = await categories(like);
  expect(before).not.toBe(pools);
  expect(await figures()).toMatchObject({ decisions: 0, proposed: 0, right: 0 });

  const decisions: number[] = [];
  let right = 0;
  let proposed = 0;
  for (const text of HEARD) {
    await story.jump(SECONDS);
    const id = await waiting(text);
    const predicted = (await suggestedHere(id))?.categoryId ?? null;
    if (predicted) proposed += 1;
    if (predicted?.value === pools) right += 1;
    const { decision } = await story.decide(story.ana, {
      ...{ messageIds: [id], kind: "opens", title: "Zorblet", categoryId: pools },
    });
    decisions.push(decision.id);
    // Whoever asks about it afterwards changes nothing of what had been said before.
    expect(await story.ana.call("GET", `tray/${id}`)).toMatchObject({ status: 409 });
  }
  await bothSay(like, (value) => value === pools);
  const [here, other] = await onBoth(like);
  expect(other).toEqual(here);
  expect(here?.because).toContainEqual(
    expect.objectContaining({ code: "like_others", count: 3, name: "Pools" }),
  );
  // Each judged by what was said before it: the first could not be right.
  expect(right).toBeLessThan(3);
  expect(await figures()).toMatchObject({ decisions: 3, proposed, right });

  for (const id of decisions)
    expect(await story.ana.call("POST", `tray/decisions/${id}/undo`)).toMatchObject({ status: 200 });
  await bothSay(like, (value) => value === before);
  expect(await figures()).toMatchObject({ decisions: 0, proposed: 0, right: 0 });
});
