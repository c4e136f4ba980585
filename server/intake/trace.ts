/** Every step of one delivery or message, with times. Ids and codes only, never words (law 11). */

import { planForLargeTables } from "../db/plans.ts";
import type { Database, Db } from "../db/pool.ts";
import { stepWords } from "./step-words.ts";
import { delivered } from "./trace-delivery.ts";
import {
  inOrder,
  type Moment,
  ofAnnotation,
  ofDelivery,
  ofMedia,
  ofMessage,
  ofQuote,
  ofSending,
  ofSorting,
  type TraceStep,
} from "./trace-rules.ts";
import {
  annotationsOf,
  type DeliveryFacts,
  findDelivery,
  findKey,
  findMessage,
  findMessageByKey,
  type Key,
  type MessageFacts,
  mediaOf,
  messagesOfDelivery,
  outboxOf,
  replaysOf,
  requestsOf,
  sortingOf,
} from "./trace-store.ts";

export type TracedMessage = MessageFacts & { requestIds: number[] };
export type Trace = {
  delivery: DeliveryFacts | null;
  /** That brought it, but is not kept any more. */
  goneDeliveryId: number | null;
  messages: TracedMessage[];
  /** Oldest first; `what` in English, for the command line. */
  steps: (TraceStep & { what: string })[];
  /** How many things of a large delivery are left out. */
  leftOut: number;
};

type Found = Omit<Trace, "messages" | "steps"> & { messages: MessageFacts[]; moments: Moment[] };

/** What one looks at; a delivery may hold thousands. */
const MOST = 200;

/**
 * `id` is a delivery's number (`12` or `delivery:12`), a message's (`message:34`) or a provider's id (`wamid.…`).
 * A bare number means the delivery if there is one, else the message. Null when nothing is known by it.
 */
export async function traceIntake(db: Database, id: string): Promise<Trace | null> {
  return db.transaction(async (tx) => {
    await planForLargeTables(tx);
    const found = await find(tx, id);
    return found && (await whole(tx, found));
  });
}

async function find(tx: Db, id: string): Promise<Found | null> {
  const [, kind, digits] = /^(?:(delivery|message):)?(\d{1,15})$/.exec(id) ?? [];
  const number = Number(digits);
  if (digits && kind !== "message") {
    const found = await traceDelivery(tx, number);
    if (found) return found;
  }
  if (digits && kind !== "delivery") {
    const message = await findMessage(tx, number);
    if (message) return traceMessage(tx, message);
  }
  // Nobody promised that a provider's id is no number.
  const key = kind ? null : await findKey(tx, id);
  return key && traceKey(tx, key);
}

async function traceDelivery(tx: Db, id: number): Promise<Found | null> {
  const delivery = await findDelivery(tx, id);
  if (delivery) {
    const { messages, moments, leftOut } = await delivered(tx, delivery, MOST);
    const steps = [...(await stepsOf(tx, delivery)), ...moments];
    return { delivery, goneDeliveryId: null, messages, moments: steps, leftOut };
  }
  const messages = await messagesOfDelivery(tx, id, MOST);
  if (messages.length === 0) return null;
  return { delivery, goneDeliveryId: id, messages, moments: messages.flatMap(ofMessage), leftOut: 0 };
}

async function traceMessage(tx: Db, message: MessageFacts): Promise<Found> {
  const { id, numberId, wamid, deliveryId, quotedWamid } = message;
  const delivery = deliveryId === null ? null : await findDelivery(tx, deliveryId);
  const annotations = wamid === null ? [] : await annotationsOf(tx, { numberId, wamid });
  const [media, outbox, sorting] = [await mediaOf(tx, id), await outboxOf(tx, id), await sortingOf(tx, id)];
  const quoted = quotedWamid === null ? null : await findMessageByKey(tx, { numberId, wamid: quotedWamid });
  return {
    delivery,
    goneDeliveryId: delivery ? null : deliveryId,
    messages: [message],
    moments: [
      ...(outbox ? ofSending(id, outbox) : []),
      ...(delivery ? await stepsOf(tx, delivery) : []),
      ...ofMessage(message),
      ...(quotedWamid === null ? [] : ofQuote(message, quoted)),
      ...annotations.flatMap((row) => ofAnnotation(row, message)),
      ...(media ? ofMedia(media) : []),
      ...sorting.flatMap(ofSorting),
    ],
    leftOut: 0,
  };
}

/** What waits for a message that never came has steps as well. */
async function traceKey(tx: Db, key: Key): Promise<Found> {
  const message = await findMessageByKey(tx, key);
  if (message) return traceMessage(tx, message);
  const annotations = await annotationsOf(tx, key);
  const deliveryId = annotations.find((row) => row.deliveryId !== null)?.deliveryId ?? null;
  const delivery = deliveryId === null ? null : await findDelivery(tx, deliveryId);
  return {
    delivery,
    goneDeliveryId: delivery ? null : deliveryId,
    messages: [],
    moments: [
      ...(delivery ? await stepsOf(tx, delivery) : []),
      ...annotations.flatMap((row) => ofAnnotation(row, null)),
    ],
    leftOut: 0,
  };
}

async function stepsOf(tx: Db, delivery: DeliveryFacts): Promise<Moment[]> {
  const { id, receivedAt, recordedAt, attempts } = delivery;
  const replays = attempts > 1 ? await replaysOf(tx, id, receivedAt, recordedAt) : [];
  return ofDelivery(delivery, replays);
}

async function whole(tx: Db, { moments, messages, ...found }: Found): Promise<Trace> {
  const sorted =
    messages.length > 0
      ? await requestsOf(
          tx,
          messages.map(({ id }) => id),
        )
      : [];
  return {
    ...found,
    messages: messages.map((message) => ({
      ...message,
      requestIds: sorted.flatMap(({ messageId, requestId }) => (messageId === message.id ? [requestId] : [])),
    })),
    steps: inOrder(moments).map((step) => ({ ...step, what: stepWords(step.fact) })),
  };
}
