/** Statuses, reactions, edits and revokes of a batch: kept by the provider's id, joined with messages on either side. */
import type { Db } from "../db/pool.ts";
import type { Topic } from "../live/changes.ts";
import type { Person } from "../whatsapp/payload-events.ts";
import { noteLateFailures } from "./late-failures.ts";
import type { Conversations } from "./record-conversations.ts";
import type { People } from "./record-people.ts";
import { latestReactions, leastStatuses } from "./record-rules.ts";
import type { Sorted } from "./record-sort-rules.ts";
import { joinStatuses, settleMarked } from "./record-statuses.ts";
import {
  applyRevisions,
  conversationsOf,
  type Target,
  writeReactions,
  writeRevisions,
  writeStatuses,
} from "./record-store.ts";
import { conversationsAt } from "./waiting-store.ts";

/** A message of this batch; only one that went out has ticks. */
export type Written = Target & { isOut: boolean };

type Parts = Pick<Sorted, "statuses" | "reactions" | "revisions"> & {
  /** Messages written in this batch: what was parked for them joins now. */
  written: readonly Written[];
  people: People;
  conversations: Conversations;
  topics: Set<Topic>;
  now: Date;
};

export async function recordAnnotations(tx: Db, parts: Parts): Promise<void> {
  await recordStatuses(tx, parts);
  await recordReactions(tx, parts);
  await recordRevisions(tx, parts);
}

async function recordStatuses(tx: Db, parts: Parts): Promise<void> {
  const { statuses, people, conversations, topics, written, now } = parts;
  if (statuses.length > 0) {
    const rows = leastStatuses(
      statuses.map(({ pricing, ...status }) => ({
        ...status,
        pricing: pricing === null ? null : JSON.stringify(pricing),
      })),
    );
    await noteLateFailures(tx, rows, now);
    await writeStatuses(tx, rows);
    const calls = statuses.flatMap(({ numberId, wamid, callbackData }) =>
      callbackData === null ? [] : [{ numberId, wamid, callbackData }],
    );
    touch(topics, await settleMarked(tx, calls, now));
  }
  const sent = written.filter(({ isOut }) => isOut);
  const targets: Target[] = [...statuses, ...sent].map(({ numberId, wamid }) => ({ numberId, wamid }));
  if (targets.length === 0) return;
  const places = statuses.flatMap(({ numberId, groupId, person }) =>
    conversations.allOf(numberId, groupId, person && people.contactOf(person)),
  );
  touch(topics, await joinStatuses(tx, targets, places));
}

async function recordReactions(tx: Db, { reactions, people, topics }: Parts): Promise<void> {
  if (reactions.length === 0) return;
  const idOf = (person: Person | null) => (person && people.contactOf(person)?.id) ?? null;
  const rows = latestReactions(
    reactions.flatMap((reaction) => {
      const contactId = reaction.person ? idOf(reaction.person) : 0;
      return contactId === null ? [] : [{ ...reaction, contactId, withContactId: idOf(reaction.thread) }];
    }),
  );
  await writeReactions(tx, rows);
  await touchThreads(tx, topics, rows);
}

async function recordRevisions(tx: Db, { revisions, written, people, topics }: Parts): Promise<void> {
  const rows = revisions.map(({ revision, text, content, person, ...row }) => ({
    ...row,
    kind: revision,
    body: text,
    content: JSON.stringify(content),
    withContactId: (person && people.contactOf(person)?.id) ?? null,
  }));
  if (rows.length > 0) {
    await writeRevisions(tx, rows);
    await touchThreads(tx, topics, rows);
  }
  const targets = [...rows.map(({ numberId, targetWamid: wamid }) => ({ numberId, wamid })), ...written];
  if (targets.length === 0) return;
  const touched = await applyRevisions(tx, targets);
  if (touched.length > 0) topics.add("tray");
  touch(
    topics,
    touched.map(({ conversationId }) => conversationId),
  );
}

type Spoken = { numberId: number; targetWamid: string; withContactId: number | null; groupId: string | null };

/** The threads of what is spoken of; of what has not come yet, those in which it was said. */
async function touchThreads(tx: Db, topics: Set<Topic>, spoken: readonly Spoken[]): Promise<void> {
  const targets = spoken.map(({ numberId, targetWamid: wamid }) => ({ numberId, wamid }));
  const here = await conversationsOf(tx, targets);
  const places = spoken.map(({ numberId, withContactId: contactId, groupId }) => ({
    numberId,
    contactId: groupId === null ? contactId : null,
    groupId,
  }));
  const said = await conversationsAt(tx, places);
  touch(
    topics,
    [...here, ...said].map(({ conversationId }) => conversationId),
  );
}

function touch(topics: Set<Topic>, conversationIds: readonly number[]): void {
  for (const id of conversationIds) topics.add(`conversation:${id}`);
}
