/** The simulator's control API, as the server passes it on to admins. */
import { z } from "zod";
import { ApiFailure } from "../api/call.ts";
import {
  Assets,
  Deliveries,
  type Handling,
  type NewPerson,
  Phone,
  PhoneMessage,
  type Said,
  SampleDay,
  Settings,
  Status,
  Thread,
} from "./shapes.ts";

const BASE = "/api/v1/phones";

const Failed = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

async function ask<T>(schema: z.ZodType<T>, path: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(`${BASE}/${path}`, {
    ...init,
    headers: { "x-baton": "1", ...init.headers },
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return schema.parse(answer);
  const failed = Failed.safeParse(answer);
  const { code, message } = failed.success
    ? failed.data.error
    : { code: "unexpected", message: response.statusText };
  throw new ApiFailure(code, message, response.status);
}

const json = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});
const anything = z.unknown();

/** One person's phone, in the chat with one of our numbers. */
export type Chat = { phoneId: string; numberId: string };
const phonePath = (id: string, rest = "") => `phones/${encodeURIComponent(id)}${rest}`;
const chatPath = ({ phoneId, numberId }: Chat, rest: string, more = "") =>
  phonePath(phoneId, `${rest}?number=${encodeURIComponent(numberId)}${more}`);

export const EVENTS_ADDRESS = `${BASE}/events`;
/** Media are served under the control API's own path. */
export const mediaAddress = (url: string): string => url.replace(/^\/control/, BASE);

export const simulator = {
  status: () => ask(Status, "status"),
  phones: () => ask(z.object({ phones: z.array(Phone) }), "phones"),
  addPerson: (person: NewPerson) => ask(Phone, "phones", json("POST", person)),
  removePerson: (id: string) => ask(anything, phonePath(id), { method: "DELETE" }),
  changeNumber: (id: string, waId: string) => ask(Phone, phonePath(id, "/number"), json("POST", { waId })),
  /** `keepalive`: the page may be gone before the answer. */
  handle: (chat: Chat, handling: Handling) =>
    ask(Phone, chatPath(chat, ""), { ...json("PATCH", handling), keepalive: true }),
  thread: (chat: Chat, limit: number) => ask(Thread, chatPath(chat, "/thread", `&limit=${limit}`)),
  say: (chat: Chat, said: Said) => ask(PhoneMessage, chatPath(chat, "/messages"), json("POST", said)),
  read: (chat: Chat) => ask(anything, chatPath(chat, "/read"), json("POST", {})),
  played: (chat: Chat, messageId: string) =>
    ask(anything, chatPath(chat, "/played"), json("POST", { messageId })),
  closeWindow: (chat: Chat) => ask(anything, chatPath(chat, "/close-window"), json("POST", {})),
  upload: (file: Blob) =>
    ask(z.object({ mediaId: z.string() }), "media", {
      method: "POST",
      headers: { "content-type": file.type || "application/octet-stream" },
      body: file,
    }),
  assets: () => ask(Assets, "assets"),
  deliveries: () => ask(Deliveries, "deliveries?limit=14"),
  change: (settings: Partial<Settings>) => ask(Settings, "settings", json("PATCH", settings)),
  jump: (forwardMs: number) => ask(anything, "clock", json("POST", { forwardMs })),
  day: (act: "pause" | "resume") => ask(SampleDay, `sample-day/${act}`, json("POST", {})),
  playDay: () => ask(SampleDay, "sample-day", json("POST", {})),
};
