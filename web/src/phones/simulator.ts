/** The simulator's control API, as the server passes it on to admins. Parsed here, once, at the door. */
import { z } from "zod";
import { ApiFailure } from "../api/call.ts";

const BASE = "/api/v1/phones";

const Phone = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(["client", "worker"]),
  waId: z.string().nullable(),
  window: z.object({ open: z.boolean(), closesAt: z.string().nullable() }),
  typing: z.boolean(),
  unread: z.number(),
  last: z.object({ at: z.string(), preview: z.string() }).nullable(),
});
export type Phone = z.infer<typeof Phone>;

const STATES = ["sending", "accepted", "sent", "delivered", "read", "played", "failed"] as const;

const PhoneMessage = z.object({
  id: z.string(),
  from: z.enum(["phone", "business"]),
  at: z.string(),
  type: z.string(),
  text: z.string().nullable(),
  header: z.string().nullable(),
  footer: z.string().nullable(),
  media: z
    .object({ id: z.string(), url: z.string(), mime: z.string(), filename: z.string().nullable() })
    .nullable(),
  location: z
    .object({
      latitude: z.number(),
      longitude: z.number(),
      name: z.string().nullable(),
      address: z.string().nullable(),
    })
    .nullable(),
  contacts: z.array(z.object({ name: z.string(), phones: z.array(z.string()) })),
  buttons: z.array(z.object({ id: z.string(), title: z.string() })),
  chosen: z.string().nullable(),
  quote: z.object({ id: z.string(), preview: z.string() }).nullable(),
  reactions: z.array(z.object({ from: z.string(), emoji: z.string() })),
  state: z.enum(STATES),
});
export type PhoneMessage = z.infer<typeof PhoneMessage>;

const Settings = z.object({
  duplicates: z.boolean(),
  shuffle: z.boolean(),
  delayMs: z.number(),
  wrongSignature: z.boolean(),
  freeze: z.boolean(),
});
export type Settings = z.infer<typeof Settings>;

const SampleDay = z.object({
  state: z.enum(["idle", "playing", "paused", "done"]),
  sent: z.number(),
  total: z.number(),
});

const Status = z.object({
  business: z.object({ name: z.string() }),
  settings: Settings,
  sampleDay: SampleDay,
});

const Delivery = z.object({
  id: z.number(),
  at: z.string(),
  kind: z.string(),
  note: z.enum(["twice", "shuffled", "wrong signature"]).nullable(),
  attempts: z.array(z.object({ answer: z.number().nullable() })),
});
export type Delivery = z.infer<typeof Delivery>;

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

export type Said =
  | { type: "text"; text: string }
  | { type: "image" | "audio"; asset: string }
  | { type: "image"; mediaId: string }
  | { type: "button"; messageId: string; buttonId: string }
  | { type: "unsupported" };

export const EVENTS_ADDRESS = `${BASE}/events`;
/** Media are served under the control API's own path. */
export const mediaAddress = (url: string): string => url.replace(/^\/control/, BASE);

export const simulator = {
  status: () => ask(Status, "status"),
  phones: () => ask(z.object({ phones: z.array(Phone) }), "phones"),
  thread: (id: string) =>
    ask(
      z.object({ phone: Phone, messages: z.array(PhoneMessage) }),
      `phones/${encodeURIComponent(id)}/thread`,
    ),
  deliveries: () =>
    ask(
      z.object({
        deliveries: z.array(Delivery),
        totals: z.object({ posted: z.number(), distinct: z.number(), medianMs: z.number() }),
      }),
      "deliveries?limit=12",
    ),
  assets: () =>
    ask(
      z.object({ assets: z.array(z.object({ name: z.string(), kind: z.enum(["image", "audio"]) })) }),
      "assets",
    ),
  say: (id: string, said: Said) =>
    ask(anything, `phones/${encodeURIComponent(id)}/messages`, json("POST", said)),
  upload: (file: File) =>
    ask(z.object({ mediaId: z.string() }), "media", {
      method: "POST",
      headers: { "content-type": file.type },
      body: file,
    }),
  closeWindow: (id: string) =>
    ask(anything, `phones/${encodeURIComponent(id)}/close-window`, json("POST", {})),
  change: (settings: Partial<Settings>) => ask(Settings, "settings", json("PATCH", settings)),
  day: (act: "pause" | "resume") => ask(SampleDay, `sample-day/${act}`, json("POST", {})),
  playDay: () => ask(SampleDay, "sample-day", json("POST", {})),
};
