/** The command line, parsed once at the door. */
import { parseArgs } from "node:util";
import { z } from "zod";

const Options = z.object({
  port: z.coerce.number<string>().int().min(0).max(65535),
  webhook: z.url({ protocol: /^https?$/, error: "must be an http address" }),
  appSecret: z.string().min(1),
  verifyToken: z.string().min(1),
  token: z.string().min(1),
  number: z.string().regex(/^\d+$/, "must be digits"),
  account: z.string().regex(/^\d+$/, "must be digits"),
  state: z.string().min(1).nullable(),
  seed: z.string().min(1).nullable(),
  fast: z.boolean(),
  json: z.boolean(),
  withParent: z.boolean(),
});
export type Options = z.infer<typeof Options>;

export const HELP = `A WhatsApp Cloud API on this machine. Nothing leaves it.

  --port P            port on 127.0.0.1, 0 for a free one (4600)
  --webhook URL       where webhooks go (http://127.0.0.1:4400/webhooks/whatsapp)
  --app-secret S      signs the webhooks (SIMULATOR_APP_SECRET, else simulator-secret)
  --verify-token V    for the handshake (SIMULATOR_VERIFY_TOKEN, else simulator-verify)
  --access-token T    the bearer token the Graph side wants (SIMULATOR_ACCESS_TOKEN, else simulator-token)
  --number ID         phone_number_id (200000000000001)
  --account ID        WhatsApp business account (300000000000001)
  --state FILE        keep phones, messages and media here over a restart
  --seed TEXT         make the same ids each time (for tests)
  --fast              every delay in milliseconds
  --with-parent       end when standard input closes
  --json              print one JSON line once it answers
  --help
`;

export type ParsedOptions =
  | { kind: "run"; options: Options }
  | { kind: "help" }
  | { kind: "refuse"; why: string };

export function parseOptions(args: readonly string[]): ParsedOptions {
  let values: ReturnType<typeof readFlags>;
  try {
    values = readFlags(args);
  } catch (error) {
    return { kind: "refuse", why: error instanceof Error ? error.message : String(error) };
  }
  if (values.help) return { kind: "help" };
  const parsed = Options.safeParse({
    port: values.port,
    webhook: values.webhook,
    appSecret: values["app-secret"],
    verifyToken: values["verify-token"],
    token: values["access-token"],
    number: values.number,
    account: values.account,
    state: values.state ?? null,
    seed: values.seed ?? null,
    fast: values.fast,
    json: values.json,
    withParent: values["with-parent"],
  });
  if (parsed.success) return { kind: "run", options: parsed.data };
  const issue = parsed.error.issues[0];
  return { kind: "refuse", why: `${issue?.path.join(".") ?? "options"}: ${issue?.message ?? "not valid"}` };
}

/** From the environment too: what stands on a command line, everybody on the machine can read. */
function readFlags(args: readonly string[]) {
  const { SIMULATOR_APP_SECRET, SIMULATOR_VERIFY_TOKEN, SIMULATOR_ACCESS_TOKEN } = process.env;
  return parseArgs({
    args: [...args],
    options: {
      port: { type: "string", default: "4600" },
      webhook: { type: "string", default: "http://127.0.0.1:4400/webhooks/whatsapp" },
      "app-secret": { type: "string", default: SIMULATOR_APP_SECRET ?? "simulator-secret" },
      "verify-token": { type: "string", default: SIMULATOR_VERIFY_TOKEN ?? "simulator-verify" },
      "access-token": { type: "string", default: SIMULATOR_ACCESS_TOKEN ?? "simulator-token" },
      number: { type: "string", default: "200000000000001" },
      account: { type: "string", default: "300000000000001" },
      state: { type: "string" },
      seed: { type: "string" },
      fast: { type: "boolean", default: false },
      "with-parent": { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  }).values;
}
