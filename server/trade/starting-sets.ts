/** Categories to begin with: added beside what is there, taken away again as long as nobody used them. */
import type { z } from "zod";
import type { tradeApi, WrittenCategory } from "../../shared/api/trade.ts";
import { PRIORITIES } from "../../shared/request.ts";
import type { StartingSet } from "../../shared/trade.ts";
import type { Db } from "../db/pool.ts";
import { type Asking, note } from "./asking.ts";
import { addCategory, writeCategory } from "./categories.ts";
import { findNamed, lockKinds, writeStanding } from "./kind-store.ts";
import { CLINIC } from "./sets/clinic.ts";
import { COURIER } from "./sets/courier.ts";
import { HOME } from "./sets/home.ts";
import { PROPERTY } from "./sets/property.ts";
import type { SetCategory, SetLanguage } from "./sets/set.ts";
import { TELECOM } from "./sets/telecom.ts";
import { restoreKind } from "./standing.ts";
import { type CategoryRow, listCategoryRows } from "./store.ts";

const SETS: Record<StartingSet, readonly SetCategory[]> = {
  home: HOME,
  courier: COURIER,
  clinic: CLINIC,
  property: PROPERTY,
  telecom: TELECOM,
};

type Sets = z.input<(typeof tradeApi)["startingSets"]["output"]>["sets"];

/** What each would bring, in this language; here already is also what has the same name. */
export async function startingSets(db: Db, language: SetLanguage): Promise<Sets> {
  const here = (await listCategoryRows(db)).filter(({ isArchived }) => !isArchived);
  const names = new Set(here.map(({ name }) => name.toLowerCase()));
  const brought = new Set(here.map(({ broughtBy }) => broughtBy));
  return (Object.keys(SETS) as StartingSet[]).map((key) => ({
    key,
    categories: SETS[key].map((category) => {
      const written = writtenOf(category, language);
      const isHere = brought.has(markOf(key, category)) || names.has(written.name.toLowerCase());
      return { ...written, isHere };
    }),
  }));
}

/** Returns how many came, or came back. */
export async function addStartingSet(
  tx: Db,
  key: StartingSet,
  language: SetLanguage,
  asking: Asking,
): Promise<number> {
  await lockKinds(tx, "category");
  const rows = await listCategoryRows(tx);
  let added = 0;
  for (const category of SETS[key]) {
    const written = writtenOf(category, language);
    const before = rows.find(({ broughtBy }) => broughtBy === markOf(key, category));
    // Never used, it comes back as new, in the language now asked for.
    const name = before?.isUsed ? before.name : written.name;
    const isTaken = await findNamed(tx, "category", name, before?.id ?? null);
    if (isTaken || (before && !before.isArchived)) continue;
    if (before) await bringBack(tx, before, written, asking);
    else await addCategory(tx, written, asking, markOf(key, category));
    added++;
  }
  return added;
}

async function bringBack(
  tx: Db,
  before: CategoryRow,
  written: WrittenCategory,
  asking: Asking,
): Promise<void> {
  if (before.isUsed) return restoreKind(tx, "category", before, asking);
  await writeCategory(tx, before.id, written);
  const { id, version } = before;
  return restoreKind(tx, "category", { id, version: version + 1, name: written.name }, asking);
}

/** Those it brought that nothing was ever filed under, nor merged into. */
export async function removeStartingSet(
  tx: Db,
  key: StartingSet | "first",
  asking: Asking,
): Promise<number[]> {
  await lockKinds(tx, "category");
  const rows = await listCategoryRows(tx);
  const unused = rows.filter(
    ({ id, broughtBy, isUsed, isArchived }) =>
      broughtBy?.startsWith(`${key}/`) &&
      !isUsed &&
      !isArchived &&
      !rows.some((row) => row.mergedInto === id),
  );
  for (const { id } of unused) {
    await writeStanding(tx, "category", { id, archivedAt: asking.now, mergedInto: null });
    await note(tx, asking, { kind: "category", id, done: "archived" });
  }
  return unused.map(({ id }) => id);
}

/** Those of them that were put away, as undo of putting several away. */
export async function restoreCategories(tx: Db, ids: readonly number[], asking: Asking): Promise<void> {
  await lockKinds(tx, "category");
  const rows = await listCategoryRows(tx);
  for (const row of rows) if (ids.includes(row.id)) await restoreKind(tx, "category", row, asking);
}

const markOf = (set: StartingSet, { key }: SetCategory): string => `${set}/${key}`;

function writtenOf(category: SetCategory, language: SetLanguage): WrittenCategory {
  const { label, needsWork, evidence, priority, targets } = category;
  const aims = PRIORITIES.map((each) => {
    const [firstReply, takeUp, resolution] = targets[each] ?? [null, null, null];
    return [each, { firstReply, takeUp, resolution }] as const;
  });
  return {
    name: category.name[language],
    ...{ label, needsWork, priority },
    evidence: [...evidence],
    teamId: null,
    // One entry for each priority.
    targets: Object.fromEntries(aims) as WrittenCategory["targets"],
  };
}
