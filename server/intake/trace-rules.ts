/** Facts of rows become steps with times, in their order. Pure. */
import type { Step, StepFact } from "../../shared/api/intake.ts";
import { whyDead } from "./reason-rules.ts";
import type {
  AnnotationRow,
  DeliveryFacts,
  MediaRow,
  MessageFacts,
  OutboxRow,
  ReplayRow,
  SortingRow,
} from "./trace-store.ts";

/** Something that happened at a time. */
export type Moment = { at: Date; fact: StepFact };
export type TraceStep = Omit<Step, "at"> & { at: Date };

/** Said by WhatsApp's clock; everything else is by ours. */
const BY_WHATSAPP = new Set<StepFact["code"]>(["said", "status", "reaction", "edit", "revoke"]);

/** What is at the same moment stays in the order in which it is given: cause before effect. */
export function inOrder(moments: readonly Moment[]): TraceStep[] {
  const sorted = moments.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return sorted.map(({ at, fact }, index) => {
    const before = sorted[index - 1];
    return {
      at,
      afterMs: before ? at.getTime() - before.at.getTime() : null,
      byWhatsapp: BY_WHATSAPP.has(fact.code),
      fact,
    };
  });
}

export function ofDelivery(delivery: DeliveryFacts, replays: readonly ReplayRow[]): Moment[] {
  const { id: deliveryId, receivedAt, recordedAt, outcome, reason, attempts, times } = delivery;
  const moments: Moment[] = [{ at: receivedAt, fact: { code: "received", deliveryId, times } }];
  if (outcome === "dead")
    moments.push({
      at: receivedAt,
      fact: { code: "dead", deliveryId, attempts, why: whyDead(reason ?? "") },
    });
  for (const { at, outcome, by } of replays)
    moments.push({ at, fact: { code: "replayed", deliveryId, outcome, by } });
  if (recordedAt) moments.push({ at: recordedAt, fact: { code: "recorded", deliveryId } });
  return moments;
}

export function ofMessage(message: MessageFacts): Moment[] {
  const { id: messageId, kind, side, fromPhone, conversationId, cameBy } = message;
  return [
    { at: message.saidAt, fact: { code: "said", messageId, kind, side, fromPhone } },
    { at: message.recordedAt, fact: { code: "written", messageId, conversationId, cameBy } },
  ];
}

/** One that had come before by another delivery is not written again. */
export function ofMessageIn(message: MessageFacts, delivery: DeliveryFacts): Moment[] {
  const { id: messageId, deliveryId } = message;
  if (deliveryId === delivery.id || !delivery.recordedAt) return ofMessage(message);
  return [{ at: delivery.recordedAt, fact: { code: "known", messageId, deliveryId } }];
}

type Target = Pick<MessageFacts, "id" | "recordedAt"> | null;

/** What is said about a message. When it came before its message, also since when it waited and until when. */
export function ofAnnotation(row: AnnotationRow, target: Target): Moment[] {
  const { what, at, value, errorCode, deliveryId, deliveryRecordedAt } = row;
  const about = { messageId: target?.id ?? null, deliveryId };
  const fact: StepFact =
    what === "status"
      ? { code: what, status: value ?? "", errorCode, ...about }
      : what === "reaction"
        ? { code: what, isTakenBack: value === null, ...about }
        : { code: what, ...about };
  return [{ at, fact }, ...parked(what, deliveryId, deliveryRecordedAt, target?.recordedAt ?? null)];
}

/** A message that quotes one which came later, or never. */
export function ofQuote(message: MessageFacts, quoted: { recordedAt: Date } | null): Moment[] {
  return parked("quote", message.deliveryId, message.recordedAt, quoted?.recordedAt ?? null);
}

function parked(
  what: Extract<StepFact, { code: "parked" }>["what"],
  deliveryId: number | null,
  from: Date | null,
  until: Date | null,
): Moment[] {
  if (!from || (until && until <= from)) return [];
  return [{ at: from, fact: { code: "parked", what, deliveryId, until: until?.toISOString() ?? null } }];
}

export function ofMedia({ state, attempts, reason, createdAt, fetchedAt }: MediaRow): Moment[] {
  const asked: Moment = {
    at: createdAt,
    fact:
      state === "failed"
        ? { code: "media", state, attempts, reason }
        : { code: "media", state: "asked", attempts, reason: null },
  };
  return fetchedAt && state === "fetched"
    ? [asked, { at: fetchedAt, fact: { code: "media", state, attempts, reason: null } }]
    : [asked];
}

export function ofSending(messageId: number, outbox: OutboxRow): Moment[] {
  const { state, queuedAt, calledAt, answeredAt, attempts, errorCode } = outbox;
  const isOver = state === "accepted" || state === "refused" || state === "unknown";
  return [
    { at: queuedAt, fact: { code: "queued", messageId } },
    ...(calledAt ? [{ at: calledAt, fact: { code: "called" as const, attempts } }] : []),
    ...(answeredAt && isOver
      ? [{ at: answeredAt, fact: { code: "answered" as const, state, errorCode } }]
      : []),
  ];
}

export function ofSorting({ at, decision, requestId, undoneAt, by }: SortingRow): Moment[] {
  return [
    { at, fact: { code: "sorted", decision, requestId, by } },
    ...(undoneAt ? [{ at: undoneAt, fact: { code: "unsorted" as const, requestId } }] : []),
  ];
}
