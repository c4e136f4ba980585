/** Every step of one delivery or message, with times. Ids and codes only, never words (law 11). */
import type { Db } from "../db/pool.ts";
import {
  type DeliveryFacts,
  findDelivery,
  findMessage,
  type MessageFacts,
  messagesOfDelivery,
  stepsOfMessage,
} from "./report-store.ts";

export type TraceStep = { at: Date; what: string };
export type Trace = {
  delivery: DeliveryFacts | null;
  messages: MessageFacts[];
  /** Oldest first. */
  steps: TraceStep[];
};

/**
 * `id` is a delivery's number (`12` or `delivery:12`), a message's (`message:34`) or a provider's id (`wamid.…`).
 * A bare number means the delivery if there is one, else the message. Null when nothing is known by it.
 */
export async function traceIntake(db: Db, id: string): Promise<Trace | null> {
  const named = /^(delivery|message):(\d{1,15})$/.exec(id);
  const bare = /^\d{1,15}$/.test(id) ? Number(id) : null;
  if (named?.[1] === "delivery" || (!named && bare !== null)) {
    const delivery = await findDelivery(db, bare ?? Number(named?.[2]));
    if (delivery) return traceDelivery(db, delivery);
    if (named) return null;
  }
  return traceMessage(db, { id: named ? Number(named[2]) : bare, wamid: id });
}

async function traceDelivery(db: Db, delivery: DeliveryFacts): Promise<Trace> {
  const messages = await messagesOfDelivery(db, delivery.id);
  return { delivery, messages, steps: inOrder([...stepsOfDelivery(delivery), ...messages.flatMap(said)]) };
}

async function traceMessage(db: Db, ask: { id: number | null; wamid: string }): Promise<Trace | null> {
  const message = await findMessage(db, ask);
  const wamid = message?.wamid ?? ask.wamid;
  // What waits for a message that never came has steps as well.
  const later = await stepsOfMessage(db, { id: message?.id ?? null, wamid });
  if (!message && later.length === 0) return null;
  const deliveryId =
    message?.deliveryId ?? later.find((step) => step.deliveryId !== null)?.deliveryId ?? null;
  const delivery = deliveryId === null ? null : await findDelivery(db, deliveryId);
  return {
    delivery,
    messages: message ? [message] : [],
    steps: inOrder([
      ...(delivery ? stepsOfDelivery(delivery) : []),
      ...(message ? said(message) : []),
      ...later.map(({ at, what }) => ({ at, what })),
    ]),
  };
}

function stepsOfDelivery(delivery: DeliveryFacts): TraceStep[] {
  const again = delivery.times > 1 ? `, ${delivery.times} times in all` : "";
  const received = { at: delivery.receivedAt, what: `delivery ${delivery.id} received${again}` };
  if (delivery.outcome === "dead")
    return [
      received,
      { at: delivery.receivedAt, what: `dead after ${delivery.attempts}: ${delivery.reason}` },
    ];
  return delivery.recordedAt
    ? [received, { at: delivery.recordedAt, what: `delivery ${delivery.id} recorded` }]
    : [received];
}

function said(message: MessageFacts): TraceStep[] {
  const { id, kind, side, conversationId } = message;
  return [
    { at: message.saidAt, what: `${kind} said by ${side}` },
    { at: message.recordedAt, what: `message ${id} written to conversation ${conversationId}` },
  ];
}

const inOrder = (steps: TraceStep[]): TraceStep[] => steps.sort((a, b) => a.at.getTime() - b.at.getTime());
