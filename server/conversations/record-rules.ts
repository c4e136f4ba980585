/** What becomes of an event when it is written: whose side it is on, and which of two copies stays. Pure. */
import type { MessageKind, SendState, Side } from "../../shared/message.ts";
import { needsSorting } from "../triage/rules.ts";
import type { CameBy, MessageEvent, ReactionEvent, StatusEvent } from "../whatsapp/payload-events.ts";

export type MessageRow = {
  conversationId: number;
  numberId: number;
  wamid: string;
  contactId: number | null;
  side: Side;
  kind: MessageKind;
  fromPhone: boolean;
  saidAt: Date;
  quotedWamid: string | null;
  sendState: SendState | null;
  triage: "waiting" | null;
  cameBy: CameBy;
  deliveryId: number;
  body: string | null;
  content: string;
};

export type Contact = { id: number; kinds: readonly string[] };

function sideOf(speaker: MessageEvent["speaker"], contact: Contact | null): Side {
  switch (speaker) {
    case "contact":
      if (contact?.kinds.includes("worker")) return "worker";
      return contact && !contact.kinds.includes("client") ? "staff" : "client";
    case "us":
      return "staff";
    case "bot":
      return "bot";
    case "system":
      return "system";
    default:
      return speaker satisfies never;
  }
}

export function messageRow(
  event: MessageEvent,
  at: { conversationId: number; numberId: number; contact: Contact | null; deliveryId: number },
): MessageRow {
  const side = sideOf(event.speaker, at.contact);
  const isOut = (event.speaker === "us" || event.speaker === "bot") && event.messageKind !== "call";
  return {
    conversationId: at.conversationId,
    numberId: at.numberId,
    wamid: event.wamid,
    contactId: event.speaker === "contact" || event.speaker === "system" ? (at.contact?.id ?? null) : null,
    side,
    kind: event.messageKind,
    fromPhone: event.speaker === "us" && event.cameBy !== "webhook",
    saidAt: event.saidAt,
    quotedWamid: event.quotedWamid,
    // It left a phone of ours, so it was sent; statuses may say more.
    sendState: isOut ? "sent" : null,
    triage: needsSorting({ side, kind: event.messageKind, cameBy: event.cameBy }) ? "waiting" : null,
    cameBy: event.cameBy,
    deliveryId: at.deliveryId,
    body: event.text,
    content: JSON.stringify(event.content),
  };
}

const BELIEVED = { us: 100, webhook: 40, echo: 30, standby: 20, history: 10 } as const;

/** Of two copies of one message the stronger stays: live before history, content before its placeholder. */
export function strength(copy: { cameBy: CameBy | "us"; kind: string }): number {
  const isPlaceholder = copy.kind === "media_placeholder" || copy.kind === "unsupported";
  return BELIEVED[copy.cameBy] - (isPlaceholder ? 5 : 0);
}

/** One row for each message in the order WhatsApp gives, the strongest copy of each. */
export function strongest(rows: readonly MessageRow[]): MessageRow[] {
  const kept = new Map<string, MessageRow>();
  for (const row of rows) {
    const key = `${row.numberId}:${row.wamid}`;
    const before = kept.get(key);
    if (!before || strength(row) > strength(before)) kept.set(key, row);
  }
  return [...kept.values()].sort((a, b) => a.saidAt.getTime() - b.saidAt.getTime());
}

export type StatusRow = Pick<
  StatusEvent,
  "wamid" | "status" | "participant" | "at" | "errorCode" | "callbackData"
> & { numberId: number; pricing: string | null; deliveryId: number };

/** The same status twice in a batch is one row with the least of each value, as the database would keep it. */
export function leastStatuses(rows: readonly StatusRow[]): StatusRow[] {
  const kept = new Map<string, StatusRow>();
  for (const row of rows) {
    const key = JSON.stringify([row.numberId, row.wamid, row.status, row.participant]);
    const before = kept.get(key);
    kept.set(
      key,
      before
        ? {
            ...before,
            at: new Date(Math.min(row.at.getTime(), before.at.getTime())),
            errorCode: least(row.errorCode, before.errorCode),
            callbackData: least(row.callbackData, before.callbackData),
            pricing: least(row.pricing, before.pricing),
          }
        : row,
    );
  }
  return [...kept.values()];
}

function least<T extends string | number>(a: T | null, b: T | null): T | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

export type ReactionRow = Pick<ReactionEvent, "wamid" | "targetWamid" | "emoji" | "at" | "groupId"> & {
  numberId: number;
  /** 0 for us. */
  contactId: number;
  /** In whose thread. */
  withContactId: number | null;
  deliveryId: number;
};

/** The last word of each person about each message. */
export function latestReactions(rows: readonly ReactionRow[]): ReactionRow[] {
  const kept = new Map<string, ReactionRow>();
  for (const row of rows) {
    const key = JSON.stringify([row.numberId, row.targetWamid, row.contactId]);
    const before = kept.get(key);
    const isLater =
      !before ||
      row.at > before.at ||
      (row.at.getTime() === before.at.getTime() && (row.wamid ?? "") > (before.wamid ?? ""));
    if (isLater) kept.set(key, row);
  }
  return [...kept.values()];
}
