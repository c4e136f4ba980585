/** Fetching what people sent: first where it lies (an address good for five minutes), then the bytes. */
import { z } from "zod";
import type { GraphNumber } from "./client.ts";

export type Found = { url: string; mimeType: string | null; sha256: string | null };

/** `gone`: WhatsApp has it no more. `later`: it may work another time. `refused`: the address is not WhatsApp's. */
export type Trouble =
  | { kind: "gone"; detail: string }
  | { kind: "later"; detail: string }
  | { kind: "refused"; detail: string };

const Answer = z.object({
  url: z.url(),
  mime_type: z.string().optional(),
  sha256: z.string().optional(),
});

const NO_SUCH_OBJECT = 100;
const Refused = z.object({ error: z.object({ code: z.coerce.number() }) });

const ASK_MS = 20_000;
/** 100 MB over a slow line. */
const DOWNLOAD_MS = 10 * 60_000;
const MOST_REDIRECTS = 3;

export async function findMedia(
  number: GraphNumber,
  mediaId: string,
): Promise<({ kind: "found" } & Found) | Trouble> {
  const address = `${number.graphUrl}/${number.graphVersion}/${encodeURIComponent(mediaId)}?phone_number_id=${encodeURIComponent(number.phoneNumberId)}`;
  let status: number;
  let json: unknown;
  try {
    const response = await fetch(address, {
      headers: bearer(number),
      redirect: "error",
      signal: AbortSignal.timeout(ASK_MS),
    });
    status = response.status;
    json = await response.json();
  } catch (error) {
    return { kind: "later", detail: nameOf(error) };
  }
  const answer = Answer.safeParse(json);
  if (status < 300 && answer.success) {
    const { url, mime_type, sha256 } = answer.data;
    return { kind: "found", url, mimeType: mime_type ?? null, sha256: sha256 ?? null };
  }
  const refused = Refused.safeParse(json);
  const code = refused.success ? refused.data.error.code : null;
  if (status === 404 || code === NO_SUCH_OBJECT) return { kind: "gone", detail: `code ${code ?? status}` };
  return { kind: "later", detail: `code ${code ?? status}` };
}

/** The caller reads `bytes` to the end or cancels it. */
export async function downloadMedia(
  number: GraphNumber,
  url: string,
): Promise<{ kind: "bytes"; bytes: ReadableStream<Uint8Array> } | Trouble> {
  const signal = AbortSignal.timeout(DOWNLOAD_MS);
  let address = url;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    if (!mayFetch(address, number.graphUrl)) return { kind: "refused", detail: "not WhatsApp's address" };
    let response: Response;
    try {
      response = await fetch(address, { headers: bearer(number), redirect: "manual", signal });
    } catch (error) {
      return { kind: "later", detail: nameOf(error) };
    }
    const next = response.headers.get("location");
    if (response.status >= 300 && response.status < 400 && next) {
      await response.body?.cancel();
      address = new URL(next, address).href;
    } else if (response.ok && response.body) {
      return { kind: "bytes", bytes: response.body };
    } else {
      await response.body?.cancel();
      // The address was good for five minutes; the next try asks for a new one.
      return { kind: "later", detail: `HTTP ${response.status}` };
    }
  }
  return { kind: "refused", detail: "too many redirects" };
}

const META_HOSTS = ["fbsbx.com", "fbcdn.net", "facebook.com", "whatsapp.net"];

/** The token goes nowhere else: to the Graph address this number is set up with, or by TLS to Meta's own hosts. */
export function mayFetch(address: string, graphUrl: string): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, protocol, hostname, port, username } = new URL(address);
  if (username) return false;
  if (origin === new URL(graphUrl).origin) return true;
  return (
    protocol === "https:" &&
    port === "" &&
    META_HOSTS.some((host) => hostname === host || hostname.endsWith(`.${host}`))
  );
}

const bearer = (number: GraphNumber) => ({ authorization: `Bearer ${number.accessToken}` });

function nameOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return "no answer";
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.name;
}
