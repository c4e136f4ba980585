/** Connecting a number step by step, and what can be set on one that is connected. Secrets go in and never come out. */
import { z } from "zod";
import { ALL_CHECK_CODES, CHECK_LEVELS, CHECKS, CONNECT_STEPS } from "../connecting.ts";
import { Done, endpoint, Id, IdParams, Instant } from "./endpoint.ts";

const Check = z.object({
  check: z.enum(CHECKS),
  code: z.enum(ALL_CHECK_CODES),
  level: z.enum(CHECK_LEVELS),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Check = z.infer<typeof Check>;

const FoundNumber = z.object({
  phoneNumberId: z.string(),
  phone: z.string(),
  name: z.string().nullable(),
  quality: z.enum(["GREEN", "YELLOW", "RED", "UNKNOWN"]),
  limit: z.string().nullable(),
  isOnPhone: z.boolean(),
  isRegistered: z.boolean(),
  /** It is a number of ours already, or one whose messages came in before it was set up. */
  known: z.enum(["no", "unclaimed", "ours"]),
});
export type FoundNumber = z.infer<typeof FoundNumber>;

const Connection = z.object({
  id: Id,
  numberId: Id.nullable(),
  wantedPhoneNumberId: z.string().nullable(),
  graphUrl: z.string(),
  graphVersion: z.string(),
  hasToken: z.boolean(),
  appId: z.string().nullable(),
  appName: z.string().nullable(),
  /** Those the token reaches, as far as the Graph tells. */
  accountIds: z.array(z.string()),
  accountId: z.string().nullable(),
  numbers: z.array(FoundNumber),
  phoneNumberId: z.string().nullable(),
  phone: z.string().nullable(),
  name: z.string().nullable(),
  hasAppSecret: z.boolean(),
  webhookUrl: z.string(),
  /** To be copied to Meta; null as soon as it was used there, and then never shown again. */
  verifyToken: z.string().nullable(),
  checks: z.array(Check),
  /** Who wrote for the test, and when. */
  heard: z.object({ name: z.string(), at: Instant }).nullable(),
  steps: z.array(z.object({ step: z.enum(CONNECT_STEPS), isDone: z.boolean() })),
  isFinished: z.boolean(),
});
export type Connection = z.infer<typeof Connection>;

/** None of Meta's has a space; copying from a wrapped line or a header adds some. */
const secret = z
  .string()
  .max(2000)
  .transform((given) => given.replace(/^\s*bearer\s+/i, "").replace(/\s+/g, ""))
  .pipe(z.string().min(1));
const MetaId = z
  .string()
  .trim()
  .regex(/^\d{5,25}$/, "Digits only");
/** Without the version, which has its own field and would stand there twice. */
const GraphUrl = z
  .url({ protocol: /^https?$/ })
  .max(300)
  .transform((url) => url.replace(/(\/+v\d{1,3}\.\d{1,2})?\/*$/, ""));
const GraphVersion = z.string().regex(/^v\d{1,3}\.\d{1,2}$/);

const connection = "/api/v1/numbers/connections/:id" as const;

const NumberSettings = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(["real", "sample", "unclaimed"]),
  phone: z.string().nullable(),
  phoneNumberId: z.string(),
  businessAccountId: z.string().nullable(),
  appId: z.string().nullable(),
  graphUrl: z.string(),
  graphVersion: z.string(),
  hasToken: z.boolean(),
  hasAppSecret: z.boolean(),
  tokenExpiresAt: Instant.nullable(),
  verifiedAt: Instant.nullable(),
  checkedAt: Instant.nullable(),
  /** Described by the environment of the server: changed there. */
  isFromEnvironment: z.boolean(),
  disconnectedAt: Instant.nullable(),
  throughput: z.int(),
  throughputKind: z.enum(["normal", "coexistence", "upgraded"]),
  sendsReadMarks: z.boolean(),
});
export type NumberSettings = z.infer<typeof NumberSettings>;

export const connectingApi = {
  connections: endpoint({
    method: "GET",
    path: "/api/v1/numbers/connections",
    access: "admin",
    summary: "Numbers on their way that are not finished",
    output: z.object({
      connections: z.array(
        z.object({
          id: Id,
          numberId: Id.nullable(),
          name: z.string().nullable(),
          phone: z.string().nullable(),
          begunAt: Instant,
        }),
      ),
      /** What the guided page proposes. */
      graphUrl: z.string(),
      graphVersion: z.string(),
    }),
  }),
  beginConnection: endpoint({
    method: "POST",
    path: "/api/v1/numbers/connections",
    access: "admin",
    summary:
      "Begin to connect a number with an access token, which is checked at once; one of ours may begin with its own",
    body: z.object({
      graphUrl: GraphUrl.optional(),
      graphVersion: GraphVersion.optional(),
      token: secret.optional(),
      /** The row of one that is to be claimed or set up anew. */
      numberId: Id.optional(),
    }),
    output: Connection,
  }),
  connection: endpoint({
    method: "GET",
    path: connection,
    access: "admin",
    summary: "How far a number on its way is",
    params: IdParams,
    output: Connection,
  }),
  dropConnection: endpoint({
    method: "DELETE",
    path: connection,
    access: "admin",
    summary: "Give up connecting; a number that was chosen stays as it is",
    params: IdParams,
    output: Done,
  }),
  connectionToken: endpoint({
    method: "POST",
    path: `${connection}/token`,
    access: "admin",
    summary: "Another access token or Graph address; without a token the one that is kept",
    params: IdParams,
    body: z.object({
      token: secret.optional(),
      graphUrl: GraphUrl.optional(),
      graphVersion: GraphVersion.optional(),
    }),
    output: Connection,
  }),
  connectionAccount: endpoint({
    method: "POST",
    path: `${connection}/account`,
    access: "admin",
    summary: "The WhatsApp Business account; its numbers are listed",
    params: IdParams,
    body: z.object({ accountId: MetaId }),
    output: Connection,
  }),
  connectionNumber: endpoint({
    method: "POST",
    path: `${connection}/number`,
    access: "admin",
    summary: "One of the listed numbers becomes ours, with the messages it may have already",
    params: IdParams,
    body: z.object({ phoneNumberId: MetaId }),
    output: Connection,
  }),
  connectionRegister: endpoint({
    method: "POST",
    path: `${connection}/register`,
    access: "admin",
    summary: "Register the number for sending with its six-digit PIN",
    params: IdParams,
    body: z.object({ pin: z.string().regex(/^\d{6}$/) }),
    output: Connection,
  }),
  connectionSecret: endpoint({
    method: "POST",
    path: `${connection}/secret`,
    access: "admin",
    summary: "The app's secret, checked against the token",
    params: IdParams,
    body: z.object({ appSecret: secret, appId: MetaId.optional() }),
    output: Connection,
  }),
  connectionWebhook: endpoint({
    method: "POST",
    path: `${connection}/webhook`,
    access: "admin",
    summary:
      "Set our address at Meta: for the whole app, or for this account alone; and subscribe to what we need",
    params: IdParams,
    body: z.object({ place: z.enum(["app", "account"]) }),
    output: Connection,
  }),
  connectionVerifyToken: endpoint({
    method: "POST",
    path: `${connection}/verify-token`,
    access: "admin",
    summary: "Make a new verify token; the one before is worth nothing any more",
    params: IdParams,
    output: Connection,
  }),
  connectionCheck: endpoint({
    method: "POST",
    path: `${connection}/check`,
    access: "admin",
    summary: "Look at a step again",
    params: IdParams,
    body: z.object({ step: z.enum(CONNECT_STEPS) }),
    output: Connection,
  }),
  connectionAnswer: endpoint({
    method: "POST",
    path: `${connection}/answer`,
    access: "admin",
    summary: "Answer the message that came in for the test",
    params: IdParams,
    body: z.object({ text: z.string().trim().min(1).max(500) }),
    output: Connection,
  }),
  finishConnection: endpoint({
    method: "POST",
    path: `${connection}/finish`,
    access: "admin",
    summary: "The number is connected; the guided page is done",
    params: IdParams,
    output: Done,
  }),
  numberSettings: endpoint({
    method: "GET",
    path: "/api/v1/numbers/:id/settings",
    access: "admin",
    summary: "What is set on a number; of its secrets only whether they are there",
    params: IdParams,
    output: NumberSettings,
  }),
  changeNumber: endpoint({
    method: "PATCH",
    path: "/api/v1/numbers/:id",
    access: "admin",
    summary: "Rename a number; show or hide that we have read",
    params: IdParams,
    body: z.object({
      name: z.string().trim().min(1).max(80).optional(),
      sendsReadMarks: z.boolean().optional(),
    }),
    output: NumberSettings,
  }),
  replaceNumberToken: endpoint({
    method: "POST",
    path: "/api/v1/numbers/:id/token",
    access: "admin",
    summary: "Another access token: checked, kept if it works, and a paused number goes on",
    params: IdParams,
    body: z.object({ token: secret }),
    output: z.object({ checks: z.array(Check), isKept: z.boolean(), settings: NumberSettings }),
  }),
  checkNumber: endpoint({
    method: "POST",
    path: "/api/v1/numbers/:id/check",
    access: "admin",
    summary: "Ask the Graph about a number now",
    params: IdParams,
    output: z.object({ checks: z.array(Check), settings: NumberSettings }),
  }),
  disconnectNumber: endpoint({
    method: "POST",
    path: "/api/v1/numbers/:id/disconnect",
    access: "admin",
    summary: "Forget a number's secrets; what was said stays",
    params: IdParams,
    output: NumberSettings,
  }),
} as const;
