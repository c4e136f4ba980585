/** Says of a body what the platform would: what it is, or which code refuses it. Touches nothing. */
import type { z } from "zod";
import type { Refusal } from "./graph-error.ts";
import { MarkRead, SEND_TYPES, SendCommon, SendContent } from "./send-body.ts";

export type Outgoing =
  | { kind: "read"; messageId: string; isTyping: boolean }
  | {
      kind: "send";
      /** A phone number wins over a BSUID when both are given. */
      to: { address: string; isUserId: boolean; isGroup: boolean };
      quoteId: string | null;
      callbackData: string | null;
      identityHash: string | null;
      content: SendContent;
    }
  | { kind: "refuse"; refusal: Refusal };

export function readOutgoing(body: unknown): Outgoing {
  if (!isFields(body)) return refuse(100, "The body is not a JSON object");
  const given = body;
  if (given.messaging_product === undefined)
    return refuse(100, "The parameter messaging_product is required.");
  if (given.messaging_product !== "whatsapp")
    return refuse(100, "Param messaging_product must be 'whatsapp'");
  return given.status === undefined ? readSend(given) : readMark(given);
}

function isFields(body: unknown): body is Record<string, unknown> {
  return typeof body === "object" && body !== null && !Array.isArray(body);
}

function readMark(given: Record<string, unknown>): Outgoing {
  if (given.status !== "read") return refuse(100, "Param status must be one of {READ}");
  const mark = MarkRead.safeParse(given);
  if (!mark.success) return refuseIssue(mark.error, given);
  const { message_id: messageId, typing_indicator: typing } = mark.data;
  return { kind: "read", messageId, isTyping: typing !== undefined };
}

function readSend(given: Record<string, unknown>): Outgoing {
  const common = SendCommon.safeParse(given);
  if (!common.success) return refuseIssue(common.error, given);
  const { to, recipient, context, biz_opaque_callback_data: callbackData } = common.data;
  const address = to ?? recipient;
  const isGroup = common.data.recipient_type === "group";
  if (address === undefined) return refuse(131008, "Required parameter to is missing");
  if (to !== undefined && !isGroup && !/^\+?[\d\s()-]{5,24}$/.test(to))
    return refuse(131009, "to is not a phone number");
  if (to === undefined && !/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(address)) {
    return refuse(131009, "recipient is not a user id");
  }
  /** Old clients leave the type out for text. */
  const type = given.type ?? "text";
  const typed = { ...given, type, ...(typeof type === "string" ? { [type]: unpack(given[type]) } : {}) };
  if (!SEND_TYPES.some((known) => known === typed.type)) {
    return refuse(100, `Param type must be one of {${SEND_TYPES.join(", ").toUpperCase()}}`);
  }
  const content = SendContent.safeParse(typed);
  if (!content.success) return refuseIssue(content.error, typed);
  return {
    kind: "send",
    to: { address, isUserId: to === undefined, isGroup },
    quoteId: context?.message_id ?? null,
    callbackData: callbackData ?? null,
    identityHash: common.data.recipient_identity_key_hash ?? null,
    content: content.data,
  };
}

/** Absent: 131008. Of the wrong kind, or a text too long: 100. Any other broken limit: 131009. */
function refuseIssue(error: z.ZodError, body: unknown): Outgoing {
  const issue = error.issues[0];
  if (!issue) return refuse(100);
  const where = issue.path.join(".");
  if (lookUp(body, issue.path) === undefined) return refuse(131008, `Required parameter ${where} is missing`);
  if (issue.code === "too_big" && where === "text.body") {
    return refuse(100, `Param text['body'] must be at most ${issue.maximum} characters long.`);
  }
  if (issue.code === "invalid_type") return refuse(100, `Param ${where} must be of type ${issue.expected}`);
  return refuse(131009, `Parameter ${where} is not valid: ${issue.message}`);
}

/** Graph takes a part of the body as JSON within the JSON too, and some clients write it so. */
function unpack(part: unknown): unknown {
  if (typeof part !== "string") return part;
  try {
    return JSON.parse(part);
  } catch {
    return part;
  }
}

function lookUp(body: unknown, path: readonly PropertyKey[]): unknown {
  let at = body;
  for (const step of path) {
    if (typeof at !== "object" || at === null) return undefined;
    at = Reflect.get(at, step);
  }
  return at;
}

function refuse(code: number, details?: string): Outgoing {
  return { kind: "refuse", refusal: { code, ...(details === undefined ? {} : { details }) } };
}
