/** Fetching what people sent: first where it lies (an address good for five minutes), then the bytes. */
import { z } from "zod";
import type { GraphNumber } from "./client.ts";
import { refusalOf } from "./graph-error.ts";

export type Found = { url: string; mimeType: string | null; sha256: string | null; bytes: number | null };

export type Trouble =
  /** WhatsApp has it no more, or so it says. */
  | { kind: "gone" }
  /** Our access is refused. */
  | { kind: "denied" }
  /** The address is not one of WhatsApp's. */
  | { kind: "refused_address" }
  /** It may work another time. */
  | { kind: "later"; detail: string };

/** The bytes stopped coming before they were all here. */
export class BrokenOff extends Error {
  override readonly name = "BrokenOff";
}

const Answer = z.object({
  url: z.url(),
  mime_type: z.string().optional(),
  sha256: z.string().optional(),
  file_size: z.coerce.number().int().nonnegative().optional().catch(undefined),
});

const NO_SUCH_OBJECT = 100;
/** The token is worthless, or lacks a right. */
const isDenied = (status: number, code: number | null): boolean =>
  status === 401 || code === 190 || code === 10 || (code !== null && code >= 200 && code < 300);

const ASK_MS = 20_000;
/** 100 MB over a slow line. */
const DOWNLOAD_MS = 10 * 60_000;
/** Without a byte for as long, a download is over: one that trickles may not hold its place for ten minutes. */
const STALLED_MS = 30_000;
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
    const { url, mime_type, sha256, file_size } = answer.data;
    return {
      kind: "found",
      url,
      mimeType: mime_type ?? null,
      sha256: sha256 ?? null,
      bytes: file_size ?? null,
    };
  }
  const code = refusalOf(json)?.code ?? null;
  if (isDenied(status, code)) return { kind: "denied" };
  if (status === 404 || code === NO_SUCH_OBJECT) return { kind: "gone" };
  return { kind: "later", detail: `code ${code ?? status}` };
}

/** The caller reads `bytes` to the end or leaves off; reading them throws `BrokenOff` when the line does not hold. */
export async function downloadMedia(
  number: GraphNumber,
  { url, bytes: announced }: Pick<Found, "url" | "bytes">,
  { stalledMs = STALLED_MS }: { stalledMs?: number } = {},
): Promise<{ kind: "bytes"; bytes: AsyncIterable<Uint8Array> } | Trouble> {
  const stalled = new AbortController();
  const watch = setTimeout(() => stalled.abort(), stalledMs).unref();
  const signal = AbortSignal.any([AbortSignal.timeout(DOWNLOAD_MS), stalled.signal]);
  let address = url;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    if (!mayFetch(address, number.graphUrl)) return { kind: "refused_address" };
    let response: Response;
    try {
      response = await fetch(address, { headers: bearer(number), redirect: "manual", signal });
    } catch (error) {
      return { kind: "later", detail: nameOf(error) };
    }
    const next = response.headers.get("location");
    if (response.ok && response.body) {
      const body: AsyncIterable<Uint8Array> = response.body;
      return { kind: "bytes", bytes: steady(body, announced, watch) };
    }
    await response.body?.cancel();
    if (response.status < 300 || response.status >= 400 || !next)
      // The address was good for five minutes; the next try asks for a new one.
      return { kind: "later", detail: `HTTP ${response.status}` };
    if (!URL.canParse(next, address)) return { kind: "refused_address" };
    address = new URL(next, address).href;
  }
  return { kind: "refused_address" };
}

async function* steady(
  body: AsyncIterable<Uint8Array>,
  announced: number | null,
  watch: NodeJS.Timeout,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.byteLength;
      watch.refresh();
      yield chunk;
    }
  } catch (cause) {
    throw new BrokenOff("the download broke off", { cause });
  } finally {
    clearTimeout(watch);
  }
  if (announced !== null && size < announced) throw new BrokenOff("fewer bytes than announced");
}

/** Where WhatsApp keeps what people send, and the Graph API itself. */
const META_HOSTS = ["fbsbx.com", "fbcdn.net", "whatsapp.net", "graph.facebook.com"];

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
