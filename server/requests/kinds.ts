/** The kinds of request there are. */
import type { Category } from "../../shared/api/system.ts";
import type { Db } from "../db/pool.ts";
import { listCategories } from "./store.ts";

/** Those a request can be filed under now. */
export async function listKinds(db: Db): Promise<Category[]> {
  return (await listCategories(db))
    .filter(({ isArchived }) => !isArchived)
    .map(({ id, name, needsWork, priority }) => ({ id, name, needsWork, priority }));
}

/** Under which one each is counted that a request was ever filed under. */
export async function kindsByFiling(db: Db): Promise<ReadonlyMap<number, { id: number; name: string }>> {
  const kinds = await listCategories(db);
  const names = new Map(kinds.map(({ id, name }) => [id, name]));
  return new Map(
    kinds.map(({ id, name, countsAs }) => [id, { id: countsAs, name: names.get(countsAs) ?? name }]),
  );
}
