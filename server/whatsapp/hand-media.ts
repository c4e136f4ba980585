/** Handing a file to WhatsApp, to be named in a message afterwards. Nothing is sent by it, so it may be repeated. */
import { z } from "zod";
import { jsonOf } from "../json.ts";
import type { GraphNumber } from "./client.ts";
import { refusalOf } from "./graph-error.ts";
import { verdictOn } from "./send-errors.ts";

export type Handed =
  | { kind: "handed"; mediaId: string }
  /** `stopsNumber`: the number or account is refused, not the file. */
  | { kind: "refused"; code: number | null; detail: string; stopsNumber: boolean }
  /** It may work another time. */
  | { kind: "repeat"; code: number | null; detail: string };

const Accepted = z.object({ id: z.coerce.string().min(1) });

/** 100 MB over a slow line. */
const TIMEOUT_MS = 10 * 60_000;

export async function handMedia(
  number: GraphNumber,
  file: { blob: Blob; mimeType: string; fileName: string },
  { timeoutMs = TIMEOUT_MS }: { timeoutMs?: number } = {},
): Promise<Handed> {
  const form = new FormData();
  form.append("messaging_product", "whatsapp");
  form.append("type", file.mimeType);
  form.append("file", file.blob, file.fileName);
  let answer: { status: number; text: string };
  try {
    const response = await fetch(`${number.graphUrl}/${number.graphVersion}/${number.phoneNumberId}/media`, {
      method: "POST",
      headers: { authorization: `Bearer ${number.accessToken}` },
      body: form,
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    answer = { status: response.status, text: await response.text() };
  } catch (error) {
    return { kind: "repeat", code: null, detail: error instanceof Error ? error.name : "no answer" };
  }
  return handedOf(answer.status, answer.text);
}

export function handedOf(status: number, text: string): Handed {
  const json = jsonOf(text);
  const accepted = Accepted.safeParse(json);
  if (status < 300 && accepted.success) return { kind: "handed", mediaId: accepted.data.id };
  const refused = refusalOf(json);
  if (!refused) return { kind: "repeat", code: null, detail: `HTTP ${status}` };
  const { code, detail } = refused;
  const verdict = verdictOn(status, { code });
  if (verdict === "repeat" || verdict === "unknown") return { kind: "repeat", code, detail };
  return { kind: "refused", code, detail, stopsNumber: verdict === "stop" };
}
