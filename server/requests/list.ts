/** Requests found by words, state or contact. */
import type { z } from "zod";
import type { requestsApi, Strip } from "../../shared/api/requests.ts";
import { isOpen } from "../../shared/request.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import {
  findByWords,
  findNewestId,
  findRequestIds,
  listOfContact,
  type Search,
  type Words,
} from "./list-store.ts";
import { stripsByIds } from "./strips.ts";

const PAGE = 50;
/** So many ids are looked through at a time, and so many times for one answer: about a tenth of a second each. */
const STRETCH = 20_000;
const STRETCHES = 5;

type Query = z.infer<(typeof requestsApi)["listRequests"]["body"]>;

export async function listRequests(
  db: Db,
  query: Query,
  accountId: number | null,
): Promise<{ strips: Strip[]; next: string | null }> {
  if (query.after !== undefined && !/^\d{1,15}$/.test(query.after))
    throw new UserError("bad_request", "This page of the list is not known. Start from its top.");
  const search = {
    state: query.state,
    contactId: query.contactId ?? null,
    below: query.after === undefined ? null : Number(query.after),
    from: null,
    filed: { categoryId: query.categoryId ?? null, areaId: query.areaId ?? null },
    teamId: query.teamId ?? null,
  };
  const found = query.q ? await findWords(db, search, wordsOf(query.q)) : await findPage(db, search);
  return { strips: await stripsByIds(db, found.ids, accountId), next: found.next };
}

type Found = { ids: number[]; next: string | null };

async function findPage(db: Db, search: Search): Promise<Found> {
  return pageOf(await findRequestIds(db, search, PAGE + 1), null);
}

/**
 * Words among what is open, or of one contact, are found in one go. In the archive they are looked for from the newest
 * on; a page that comes short, yet with a next one, says that there is more to look through.
 */
async function findWords(db: Db, search: Search, words: Words): Promise<Found> {
  const isArchive = search.state === "all" || (search.state !== "open" && !isOpen(search.state));
  if (!isArchive || search.contactId !== null)
    return pageOf(await findByWords(db, search, words, PAGE + 1), null);
  let below = search.below ?? (await findNewestId(db)) + 1;
  const ids: number[] = [];
  for (let stretch = 0; stretch < STRETCHES && below > 1 && ids.length <= PAGE; stretch++) {
    const from = Math.max(1, below - STRETCH);
    ids.push(...(await findByWords(db, { ...search, below, from }, words, PAGE + 1 - ids.length)));
    below = from;
  }
  return pageOf(ids, below > 1 ? below : null);
}

/** `below`: from where to go on when this page is not full. */
function pageOf(ids: readonly number[], below: number | null): Found {
  const next = ids.length > PAGE ? (ids[PAGE - 1] ?? null) : below;
  return { ids: ids.slice(0, PAGE), next: next === null ? null : String(next) };
}

const REFERENCE = /^r[-\s]?(\d{1,15})$/i;
/** Shorter pieces of a number would be found in nearly everybody's. */
const PART_OF_NUMBER = /^[\s().+\-/]*(\d[\s().+\-/]*){3,}$/;

/** "R-12" and "12" name a request; three digits and more may be part of a number; all else is words. */
export function wordsOf(typed: string): Words {
  const reference = REFERENCE.exec(typed)?.[1] ?? (/^\d{1,15}$/.test(typed) ? typed : null);
  return {
    pattern: `%${typed.replace(/[\\%_]/g, "\\$&")}%`,
    digits: PART_OF_NUMBER.test(typed) ? `%${typed.replace(/\D/g, "")}%` : null,
    id: reference === null ? null : Number(reference),
  };
}

/** What a contact has open, and what of theirs was over only since `overSince`; freshest word first. */
export async function listRequestsOfContact(
  db: Db,
  contactId: number,
  accountId: number | null,
  overSince: Date,
): Promise<Strip[]> {
  return stripsByIds(db, await listOfContact(db, contactId, overSince), accountId);
}

/** For the search box: what is open, then what is newest in the archive, so that no key waits for all of it. */
export async function searchRequests(
  db: Db,
  typed: string,
  accountId: number | null,
  limit: number,
): Promise<Strip[]> {
  const words = wordsOf(typed);
  const search = { contactId: null, below: null } as const;
  const named = words.id === null ? [] : await stripsByIds(db, [words.id], accountId);
  const open = await findByWords(db, { ...search, state: "open", from: null }, words, limit);
  const from = (await findNewestId(db)) - STRETCH;
  const newest =
    open.length < limit ? await findByWords(db, { ...search, state: "all", from }, words, limit) : [];
  const ids = [...new Set([...open, ...newest])].filter((id) => id !== words.id);
  return [...named, ...(await stripsByIds(db, ids, accountId))].slice(0, limit);
}
