/** Sending through the Cloud API. Every end of a call is one of four; nothing is thrown for an ordinary one. */
import { z } from "zod";
import { jsonOf } from "../json.ts";
import { refusalOf } from "./graph-error.ts";
import { postJson } from "./post-json.ts";
import { verdictOn } from "./send-errors.ts";

/** What a call needs to know of one of our numbers. */
export type GraphNumber = {
  graphUrl: string;
  graphVersion: string;
  phoneNumberId: string;
  accessToken: string;
};

/** A phone number in digits, or the stable id of somebody who shows none. */
export type Recipient = { phone: string } | { bsuid: string };

export type OutgoingCall = {
  to: Recipient;
  /** `type` and what belongs to it, as the platform wants it. */
  body: Readonly<Record<string, unknown>>;
  quotedWamid: string | null;
  /** Comes back with every status, so a status can settle a call whose end was never seen. */
  callbackData: string;
};

export type SendResult =
  | { kind: "accepted"; wamid: string }
  /** `stopsNumber`: the number or account is refused, not the message. */
  | { kind: "refused"; code: number | null; detail: string; stopsNumber: boolean }
  /** Certainly not processed. `code` null: WhatsApp was not reached at all. */
  | { kind: "repeat"; code: number | null; detail: string }
  /** May have gone out. Never sent again blindly. */
  | { kind: "unknown"; code: number | null; detail: string };

const Accepted = z.object({ messages: z.array(z.object({ id: z.string().min(1) })).min(1) });

/** Longer than WhatsApp's slowest answers; after it the end is unknown. */
const TIMEOUT_MS = 20_000;

export async function sendMessage(
  number: GraphNumber,
  message: OutgoingCall,
  options: { timeoutMs?: number } = {},
): Promise<SendResult> {
  const body = {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    // Without the plus the business's own country code may be put before the number.
    ...("phone" in message.to ? { to: `+${message.to.phone}` } : { recipient: message.to.bsuid }),
    ...message.body,
    ...(message.quotedWamid && { context: { message_id: message.quotedWamid } }),
    biz_opaque_callback_data: message.callbackData,
  };
  const answer = await postJson(
    `${number.graphUrl}/${number.graphVersion}/${number.phoneNumberId}/messages`,
    {
      token: number.accessToken,
      body: JSON.stringify(body),
      timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
    },
  );
  if (answer.kind === "answered") return resultOf(answer.status, answer.text);
  return { kind: answer.hasLeft ? "unknown" : "repeat", code: null, detail: answer.why };
}

/** What an answer means. */
export function resultOf(status: number, text: string): SendResult {
  const json = jsonOf(text);
  const accepted = Accepted.safeParse(json);
  const wamid = accepted.success ? accepted.data.messages[0]?.id : undefined;
  if (status < 300 && wamid) return { kind: "accepted", wamid };
  const error = refusalOf(json);
  const code = error?.code ?? null;
  const detail = error?.detail ?? `HTTP ${status}`;
  const verdict = verdictOn(status, error);
  switch (verdict) {
    case "repeat":
      return { kind: "repeat", code, detail };
    case "unknown":
      return { kind: "unknown", code, detail };
    case "stop":
    case "final":
      return { kind: "refused", code, detail, stopsNumber: verdict === "stop" };
    default:
      return verdict satisfies never;
  }
}
