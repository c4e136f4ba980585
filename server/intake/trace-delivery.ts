/** What a recorded delivery held, read from its body again, and what became of each thing in it. */
import type { Db } from "../db/pool.ts";
import type { PayloadEvent } from "../whatsapp/payload-events.ts";
import { readDeliveries } from "./record.ts";
import { findBody } from "./report-store.ts";
import { type Moment, ofAnnotation, ofMessage, ofMessageIn } from "./trace-rules.ts";
import {
  type AnnotationRow,
  type DeliveryFacts,
  findMessages,
  type MessageFacts,
  messagesOfDelivery,
  type Named,
} from "./trace-store.ts";

export type Delivered = { messages: MessageFacts[]; moments: Moment[]; leftOut: number };

/** The first `most` of what it held. The dead hold nothing yet. */
export async function delivered(tx: Db, delivery: DeliveryFacts, most: number): Promise<Delivered> {
  if (!delivery.recordedAt) return { messages: [], moments: [], leftOut: 0 };
  const body = await findBody(tx, delivery.id);
  if (!body) {
    const messages = await messagesOfDelivery(tx, delivery.id, most);
    return { messages, moments: messages.flatMap(ofMessage), leftOut: 0 };
  }
  const { read } = readDeliveries([{ id: delivery.id, receivedAt: delivery.receivedAt, body }]);
  const events = read.slice(0, most).map(({ event }) => event);
  const found = await findMessages(tx, events.flatMap(namedIn));
  const byName = new Map(found.map((message) => [nameOf(message), message]));
  const recordedAt = delivery.recordedAt;
  return {
    messages: found.map(({ phoneNumberId: _, ...message }) => message),
    moments: events.flatMap((event) => {
      const [named] = namedIn(event);
      const message = (named && byName.get(nameOf(named))) ?? null;
      return momentsOf(event, message, { ...delivery, recordedAt });
    }),
    leftOut: Math.max(0, read.length - most),
  };
}

const nameOf = ({ phoneNumberId, wamid }: { phoneNumberId: string; wamid: string | null }): string =>
  `${phoneNumberId} ${wamid}`;

/** Which message an event is, or is about. */
function namedIn(event: PayloadEvent): Named[] {
  switch (event.kind) {
    case "message":
    case "status":
      return [{ phoneNumberId: event.about.phoneNumberId, wamid: event.wamid }];
    case "reaction":
    case "revision":
      return [{ phoneNumberId: event.about.phoneNumberId, wamid: event.targetWamid }];
    case "identity":
    case "person":
    case "preference":
    case "notice":
      return [];
    default:
      return event satisfies never;
  }
}

function momentsOf(
  event: PayloadEvent,
  message: MessageFacts | null,
  delivery: DeliveryFacts & { recordedAt: Date },
): Moment[] {
  const { id: deliveryId, recordedAt } = delivery;
  const annotation = (row: Pick<AnnotationRow, "what" | "at"> & Partial<AnnotationRow>): Moment[] =>
    ofAnnotation(
      { value: null, errorCode: null, ...row, deliveryId, deliveryRecordedAt: recordedAt },
      message,
    );
  switch (event.kind) {
    case "message":
      return message ? ofMessageIn(message, delivery) : [];
    case "status":
      return annotation({ what: "status", at: event.at, value: event.status, errorCode: event.errorCode });
    case "reaction":
      return annotation({ what: "reaction", at: event.at, value: event.emoji === null ? null : "there" });
    case "revision":
      return annotation({ what: event.revision, at: event.at });
    case "identity":
    case "person":
    case "preference":
      return [{ at: recordedAt, fact: { code: "person", what: event.kind } }];
    case "notice":
      return [{ at: recordedAt, fact: { code: "notice", field: event.field } }];
    default:
      return event satisfies never;
  }
}
