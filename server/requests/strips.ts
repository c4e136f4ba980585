/** Strips: a request as every screen shows it. */
import type { Strip } from "../../shared/api/requests.ts";
import { requestRef } from "../../shared/request.ts";
import { contactName } from "../conversations/rules.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import { type StripRow, selectStrips } from "./strip-store.ts";

/** In the order of the ids; those that are not there, or were opened by mistake, are left out. */
export async function stripsByIds(
  db: Db,
  ids: readonly number[],
  accountId: number | null,
): Promise<Strip[]> {
  return ids.length === 0 ? [] : (await selectStrips(db, ids, accountId)).map(stripOf);
}

/** @throws UserError when there is none */
export async function stripById(db: Db, id: number, accountId: number | null): Promise<Strip> {
  const [strip] = await stripsByIds(db, [id], accountId);
  if (!strip) throw notFound(id);
  return strip;
}

export const notFound = (id: number): UserError =>
  new UserError("not_found", `There is no request ${requestRef(id)}. It may have been taken back.`, {
    code: "request_not_found",
  });

function stripOf(row: StripRow): Strip {
  return {
    id: row.id,
    title: row.title,
    category:
      row.categoryId !== null && row.categoryName !== null
        ? { id: row.categoryId, name: row.categoryName, needsWork: row.needsWork ?? true }
        : null,
    area: row.areaId !== null && row.areaName !== null ? { id: row.areaId, name: row.areaName } : null,
    client: personOf(row.clientId, row.clientName, row.clientUsername, row.clientPhone),
    conversationId: row.conversationId,
    place: row.place,
    state: row.state,
    stateSince: row.stateSince.toISOString(),
    returnsTo: row.returnsTo,
    owner: ownerOf(row),
    worker: personOf(row.workerId, row.workerName, row.workerUsername, row.workerPhone),
    waitsOn: row.waitsOn,
    nextStep:
      row.nextStep && row.nextStepAt
        ? { code: row.nextStep, text: row.nextStepText, at: row.nextStepAt.toISOString() }
        : null,
    promise:
      row.promiseAt && row.promiseState ? { at: row.promiseAt.toISOString(), state: row.promiseState } : null,
    priority: row.priority,
    unread: row.unread,
    windowClosesAt: row.windowClosesAt?.toISOString() ?? null,
    chases: row.chases,
    openedAt: row.openedAt.toISOString(),
    version: row.version,
  };
}

function personOf(
  id: number | null,
  name: string | null,
  username: string | null,
  phone: string | null,
): { id: number; name: string } | null {
  return id === null ? null : { id, name: contactName({ name, username, phone }) };
}

function ownerOf({ ownerAccountId, ownerTeamId, ownerName }: StripRow): Strip["owner"] {
  if (ownerAccountId !== null) return { kind: "account", id: ownerAccountId, name: ownerName ?? "?" };
  if (ownerTeamId !== null) return { kind: "team", id: ownerTeamId, name: ownerName ?? "?" };
  return null;
}
