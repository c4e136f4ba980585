/** The environment, parsed once at the door. A bad value stops the start with one clear line. */
import { isIP } from "node:net";
import { homedir } from "node:os";
import { resolve } from "node:path";
import { z } from "zod";
import { StartError } from "./start-error.ts";

const filled = z.string().trim().min(1);

const Environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(4400),
  HOST: filled.default("127.0.0.1"),
  BATON_DATA: filled.default("./data"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  BATON_URL: z.url({ protocol: /^https?$/ }).optional(),
  BATON_TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine((all) => all.every(isNetwork))
    .default([]),
  BATON_LOG: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("warn"),
  BATON_KEEP_DELIVERIES_DAYS: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .refine((days) => days >= 7)
    .default(30),
  BATON_SECRET_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .optional(),
  WHATSAPP_APP_SECRET: filled.optional(),
  WHATSAPP_VERIFY_TOKEN: filled.optional(),
  WHATSAPP_ACCESS_TOKEN: filled.optional(),
  WHATSAPP_PHONE_NUMBER_ID: z.string().regex(/^\d+$/).optional(),
  WHATSAPP_BUSINESS_ACCOUNT_ID: z.string().regex(/^\d+$/).optional(),
  WHATSAPP_GRAPH_URL: z.url({ protocol: /^https?$/ }).default("https://graph.facebook.com"),
  WHATSAPP_GRAPH_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/)
    .default("v26.0"),
});

/** Never everybody: then any client could say where it comes from. */
function isNetwork(text: string): boolean {
  const [address = "", bits, ...more] = text.split("/");
  const most = isIP(address) === 6 ? 128 : 32;
  const isMask = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most);
  return isIP(address) !== 0 && isMask && more.length === 0;
}

/** What each setting should look like, for the one line that says why the start stopped. */
const SHOULD: Record<keyof z.infer<typeof Environment>, string> = {
  PORT: "a port from 0 to 65535",
  HOST: "an address to listen on, such as 127.0.0.1 or 0.0.0.0",
  BATON_DATA: "a folder",
  DATABASE_URL: "a PostgreSQL address such as postgres://user:password@host:5432/baton",
  BATON_URL: "the public address, such as https://baton.example.com",
  BATON_TRUSTED_PROXIES: "addresses or networks with commas between, such as 127.0.0.1 or 10.0.0.0/8",
  BATON_LOG: "one of fatal, error, warn, info, debug, trace, silent",
  BATON_KEEP_DELIVERIES_DAYS: "how many days raw deliveries are kept: 7 or more",
  BATON_SECRET_KEY: "64 hexadecimal digits (make them with: openssl rand -hex 32)",
  WHATSAPP_APP_SECRET: "the app secret of your Meta app",
  WHATSAPP_VERIFY_TOKEN: "the verify token you chose for the webhook",
  WHATSAPP_ACCESS_TOKEN: "a system user's access token",
  WHATSAPP_PHONE_NUMBER_ID: "the phone number id: digits only, not the phone number itself",
  WHATSAPP_BUSINESS_ACCOUNT_ID: "the WhatsApp business account id: digits only",
  WHATSAPP_GRAPH_URL: "the Graph API's address, such as https://graph.facebook.com",
  WHATSAPP_GRAPH_VERSION: "a Graph API version such as v26.0",
};

export type Config = {
  port: number;
  host: string;
  dataFolder: string;
  databaseUrl: string | null;
  /** Without a slash at the end; null until known, then the address we listen on. */
  publicUrl: string | null;
  /** Whose word on where a request came from is taken; nobody's, unless it is set. */
  trustedProxies: readonly string[];
  logLevel: z.infer<typeof Environment>["BATON_LOG"];
  secretKey: string | null;
  /** Raw bodies hold people's words: they go after so many days, once recorded. */
  keepDeliveriesDays: number;
  whatsapp: {
    appSecret: string | null;
    verifyToken: string | null;
    accessToken: string | null;
    phoneNumberId: string | null;
    businessAccountId: string | null;
    graphUrl: string;
    graphVersion: string;
  };
};

/** @throws StartError naming the first bad setting and what it should be (never its value: it may be a secret) */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  // An empty variable means unset: that is how compose files and unit files write it.
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(set);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]) as keyof typeof SHOULD;
    throw new StartError(`${name} should be ${SHOULD[name]}. Correct or remove it, then start again.`);
  }
  const env = parsed.data;
  return {
    port: env.PORT,
    host: env.HOST,
    dataFolder: resolve(env.BATON_DATA.replace(/^~(?=\/|$)/, homedir())),
    databaseUrl: env.DATABASE_URL ?? null,
    publicUrl: env.BATON_URL?.replace(/\/+$/, "") ?? null,
    trustedProxies: env.BATON_TRUSTED_PROXIES,
    logLevel: env.BATON_LOG,
    secretKey: env.BATON_SECRET_KEY ?? null,
    keepDeliveriesDays: env.BATON_KEEP_DELIVERIES_DAYS,
    whatsapp: {
      appSecret: env.WHATSAPP_APP_SECRET ?? null,
      verifyToken: env.WHATSAPP_VERIFY_TOKEN ?? null,
      accessToken: env.WHATSAPP_ACCESS_TOKEN ?? null,
      phoneNumberId: env.WHATSAPP_PHONE_NUMBER_ID ?? null,
      businessAccountId: env.WHATSAPP_BUSINESS_ACCOUNT_ID ?? null,
      graphUrl: env.WHATSAPP_GRAPH_URL.replace(/\/+$/, ""),
      graphVersion: env.WHATSAPP_GRAPH_VERSION,
    },
  };
}
