/** Tells WhatsApp that a message was read here, and that somebody writes an answer. May be said any number of times. */
import type { GraphNumber } from "./client.ts";

export type MarkRead = { wamid: string; isTyping: boolean };

/** Nobody waits for it, and nothing depends on it. */
const TIMEOUT_MS = 10_000;

/** Null when WhatsApp took it; else why not, as a status or a system's code. */
export async function markReadAt(
  number: GraphNumber,
  { wamid, isTyping }: MarkRead,
  signal: AbortSignal,
): Promise<string | null> {
  try {
    const response = await fetch(
      `${number.graphUrl}/${number.graphVersion}/${number.phoneNumberId}/messages`,
      {
        method: "POST",
        headers: { authorization: `Bearer ${number.accessToken}`, "content-type": "application/json" },
        body: JSON.stringify(markReadBody({ wamid, isTyping })),
        redirect: "error",
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      },
    );
    await response.body?.cancel();
    return response.ok ? null : `HTTP ${response.status}`;
  } catch (error) {
    return error instanceof Error ? error.name : "no answer";
  }
}

const markReadBody = ({ wamid, isTyping }: MarkRead) => ({
  messaging_product: "whatsapp",
  status: "read",
  message_id: wamid,
  ...(isTyping && { typing_indicator: { type: "text" } }),
});
