/** Requests found by words, state or contact. */
import type { z } from "zod";
import type { requestsApi, Strip } from "../../shared/api/requests.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import { findRequestIds, listOfContact, type Search } from "./list-store.ts";
import { stripsByIds } from "./strips.ts";

const PAGE = 50;

type Query = z.infer<(typeof requestsApi)["listRequests"]["query"]>;

export async function listRequests(
  db: Db,
  query: Query,
  accountId: number | null,
): Promise<{ strips: Strip[]; next: string | null }> {
  if (query.after !== undefined && !/^\d{1,15}$/.test(query.after))
    throw new UserError("bad_request", "This page of the list is not known. Start from its top.");
  const ids = await findRequestIds(
    db,
    {
      state: query.state,
      contactId: query.contactId ?? null,
      words: query.q ? wordsOf(query.q) : null,
      after: query.after === undefined ? null : Number(query.after),
    },
    PAGE + 1,
  );
  const strips = await stripsByIds(db, ids.slice(0, PAGE), accountId);
  return { strips, next: ids.length > PAGE ? String(ids[PAGE - 1]) : null };
}

const REFERENCE = /^r[-\s]?(\d{1,15})$/i;
/** Shorter pieces of a number would be found in nearly everybody's. */
const PART_OF_NUMBER = /^[\s().+\-/]*(\d[\s().+\-/]*){3,}$/;

/** "R-12" and "12" name a request; three digits and more may be part of a number; all else is words. */
export function wordsOf(typed: string): NonNullable<Search["words"]> {
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

const RECENT_MS = 90 * 24 * 3_600_000;

/** For the search box: what is open, then what was over lately, so that no key waits for the whole archive. */
export async function searchRequests(
  db: Db,
  typed: string,
  accountId: number | null,
  now: Date,
  limit: number,
): Promise<Strip[]> {
  const words = wordsOf(typed);
  const search = { state: "all", contactId: null, words, after: null } as const;
  const named = words.id === null ? [] : await stripsByIds(db, [words.id], accountId);
  const open = await findRequestIds(db, { ...search, state: "open" }, limit);
  const overSince = new Date(now.getTime() - RECENT_MS);
  const over = open.length < limit ? await findRequestIds(db, { ...search, overSince }, limit) : [];
  const ids = [...new Set([...open, ...over])].filter((id) => id !== words.id);
  return [...named, ...(await stripsByIds(db, ids, accountId))].slice(0, limit);
}
