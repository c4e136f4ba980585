/** The kinds of request there are. */
import type { Category } from "../../shared/api/system.ts";
import type { Db } from "../db/pool.ts";
import { listCategories } from "./store.ts";

export const listKinds = (db: Db): Promise<Category[]> => listCategories(db);
