/**
 * A person makes two contacts one, or takes one apart. Rows stay where they are: only where they are read changes, so
 * each thread and id is whose it was when it is taken back. A person's word stands over what WhatsApp links later.
 */
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import { announce, type Topic } from "../live/changes.ts";
import { kindsAfterParting, mayMerge, partingOf, type Side } from "./contact-merge-rules.ts";
import {
  deleteAparts,
  insertAparts,
  insertJoin,
  type Part,
  selectJoins,
  selectParts,
  selectThreadsOf,
  updateKinds,
  updateParted,
} from "./contact-merge-store.ts";
import { lockPeople, settlePeople } from "./record-people-settle.ts";

type By = { accountId: number | null; now: Date };

/** Ids of the rows that were joined, for the audit. */
export async function mergeContacts(
  tx: Db,
  ask: { intoId: number; otherId: number; isConfirmed: boolean },
  { accountId, now }: By,
): Promise<{ intoId: number; otherId: number }> {
  await lockPeople(tx);
  const parts = await selectParts(tx, [ask.intoId, ask.otherId]);
  const into = sideOf(parts, ask.intoId);
  const other = sideOf(parts, ask.otherId);
  const answer = mayMerge(into, other, ask.isConfirmed);
  if (answer.kind === "refused") throw REFUSED[answer.why]();
  await deleteAparts(tx, into.rowIds, other.rowIds);
  await insertJoin(tx, {
    ...{ contactId: other.rootId, intoId: into.rootId, sideIds: other.rowIds, intoIds: into.rowIds },
    ...{ kindsBefore: into.kinds, at: now, accountId },
  });
  await updateKinds(tx, into.rootId, answer.kinds);
  await settleAndTell(tx, [...into.rowIds, ...other.rowIds]);
  return { intoId: into.rootId, otherId: other.rootId };
}

/** The part of a contact is a contact of its own again; returns both sides. */
export async function takeApart(
  tx: Db,
  ask: { contactId: number; partId: number },
  { accountId, now }: By,
): Promise<{ contactId: number; partId: number }> {
  await lockPeople(tx);
  const parts = await selectParts(tx, [ask.contactId]);
  const whole = sideOf(parts, ask.contactId);
  const joins = await selectJoins(tx, whole.rowIds);
  const parting = partingOf(ask.partId, whole.rowIds, joins);
  if (parting.kind === "refused") throw REFUSED[parting.why]();
  await insertAparts(tx, parting.apart, { at: now, accountId });
  if (parting.kind === "take_back") {
    const { join } = parting;
    await updateParted(tx, join.id, { at: now, accountId });
    const kindsOf = (id: number) => parts.find((part) => part.id === id)?.kinds ?? [];
    await updateKinds(
      tx,
      join.intoId,
      kindsAfterParting(kindsOf(join.intoId), join, kindsOf(join.contactId)),
    );
  }
  await settleAndTell(tx, whole.rowIds);
  const after = await selectParts(tx, whole.rowIds);
  const rootOf = (id: number) => after.find((part) => part.id === id)?.rootId ?? id;
  const partRoot = rootOf(ask.partId);
  const rest = whole.rowIds.map(rootOf).find((id) => id !== partRoot);
  if (rest === undefined) throw new Error("A part was taken out and is still in.");
  return { contactId: rest, partId: partRoot };
}

async function settleAndTell(tx: Db, rowIds: readonly number[]): Promise<void> {
  await settlePeople(tx, { ids: [], contactIds: rowIds, claims: [], homes: [] });
  const threads = await selectThreadsOf(tx, rowIds);
  // Strips show names, a tray item is of one person, and a thread is all that they said.
  const topics: Topic[] = ["contacts", "board", "tray"];
  await announce(tx, [...topics, ...threads.map((id): Topic => `conversation:${id}`)]);
}

function sideOf(parts: readonly Part[], contactId: number): Side {
  const rootId = parts.find(({ id }) => id === contactId)?.rootId;
  const root = parts.find(({ id }) => id === rootId);
  if (!root)
    throw new UserError("not_found", "This contact is not here (any more). Look it up under Contacts.", {
      code: "no_such_contact",
    });
  return {
    rootId: root.id,
    hasPhone: root.phone !== null,
    rowIds: parts.filter((part) => part.rootId === root.id).map(({ id }) => id),
    kinds: root.kinds,
  };
}

const REFUSED = {
  same_contact: () =>
    new UserError("conflict", "These two are one contact already. Choose somebody else.", {
      code: "same_contact",
    }),
  both_have_phones: () =>
    new UserError(
      "conflict",
      "Both have a phone number of their own, so they may be two people. Confirm that they are one.",
      { code: "both_have_phones" },
    ),
  not_joined: () =>
    new UserError("conflict", "This part is not in this contact (any more). Look at the contact again.", {
      code: "not_joined",
    }),
} as const;
