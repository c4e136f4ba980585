/** The command line, parsed once at the door. */
import { parseArgs } from "node:util";
import { z } from "zod";
import { SettingsChange } from "./settings.ts";

const Digits = z.string().regex(/^\d+$/, "must be digits");
const HttpAddress = z.url({ protocol: /^https?$/, error: "must be an http address" });

const Options = z.object({
  port: z.coerce.number<string>().int().min(0).max(65535),
  webhook: HttpAddress,
  appSecret: z.string().min(1),
  verifyToken: z.string().min(1),
  token: z.string().min(1),
  number: Digits,
  account: Digits,
  moreNumbers: z.array(z.object({ id: Digits, accountId: Digits.nullable() })),
  mediaBase: HttpAddress.nullable(),
  keep: z.coerce.number<string>().int().min(100).max(10_000_000),
  clockOffset: z.coerce.number<string>().int(),
  replay: z.string().min(1).nullable(),
  state: z.string().min(1).nullable(),
  seed: z.string().min(1).nullable(),
  settings: SettingsChange,
  fast: z.boolean(),
  json: z.boolean(),
  withParent: z.boolean(),
});
export type Options = z.infer<typeof Options>;

export const HELP = `A WhatsApp Cloud API on this machine. Nothing leaves it.

  --port P             port on 127.0.0.1, 0 for a free one (4600)
  --webhook URL        where webhooks go (http://127.0.0.1:4400/webhooks/whatsapp)
  --app-secret S       signs the webhooks (SIMULATOR_APP_SECRET, else simulator-secret)
  --verify-token V     for the handshake (SIMULATOR_VERIFY_TOKEN, else simulator-verify)
  --access-token T     the bearer token the Graph side wants (SIMULATOR_ACCESS_TOKEN, else simulator-token)
  --number ID          phone_number_id (200000000000001)
  --account ID         WhatsApp business account (300000000000001)
  --more-number ID     one number more, as ID or ID@ACCOUNT; may be given several times
  --media-base URL     what the addresses of media begin with (the simulator's own address)
  --state FILE         keep phones, messages and media here over a restart
  --keep N             messages kept for each number, the oldest dropped (20000)
  --seed TEXT          make the same ids and chances each time (for tests)
  --clock-offset MS    run this far ahead of the machine's clock, or behind it
  --replay FILE        post the webhook bodies of a file: a JSON array, or one body a line
  --fast               every delay in milliseconds
  --with-parent        end when standard input closes
  --json               print one JSON line once it answers
  --help

Made hard from the start (each can be changed while it runs, see the control API):

  --latency MS         each Graph answer waits this long
  --error-rate R       0 to 1 of the Graph calls fail
  --error-code C       with this code (131000)
  --error-after        the call is done all the same, only its answer is the error
  --misfire KIND       "hang", "hang after", "cut" or "cut after": no answer, before or after the work
  --misfire-rate R     for 0 to 1 of the calls (1)
  --throughput N       messages a second for each number; 0 for no limit (80)
  --no-pair-limit      let one person get as much as is sent
  --late-refusals      131047 comes as a failed status instead of an answer
  --review HOW         templates are approved ("approve"), rejected ("reject") or wait ("hold")
  --review-ms MS       after this long (5000)
  --duplicates         every webhook twice
  --shuffle            webhooks change places
  --batching N         up to so many updates in one webhook (1)
  --delay MS           webhooks wait this long
  --freeze             webhooks are held back until the freeze is ended
  --wrong-signature    webhooks are signed with another secret
  --skip-delivered     every second message has no "delivered"
  --no-read            people do not read what they get

Its phones, over HTTP without a token (docs/guide/simulator.md has the whole control API):

  GET  /control/phones                  who they are
  POST /control/phones/rosa/messages    {"type":"text","text":"Hello"} makes Rosa write
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
    moreNumbers: (values["more-number"] ?? []).map((text) => {
      const [id, accountId] = text.split("@");
      return { id, accountId: accountId ?? null };
    }),
    mediaBase: values["media-base"] ?? null,
    keep: values.keep,
    clockOffset: values["clock-offset"],
    replay: values.replay ?? null,
    state: values.state ?? null,
    seed: values.seed ?? null,
    settings: settingsOf(values),
    fast: values.fast,
    json: values.json,
    withParent: values["with-parent"],
  });
  if (parsed.success) return { kind: "run", options: parsed.data };
  const issue = parsed.error.issues[0];
  return { kind: "refuse", why: `${issue?.path.join(".") ?? "options"}: ${issue?.message ?? "not valid"}` };
}

/** Only what was said, so that `--fast` and the defaults keep their own values. */
function settingsOf(values: ReturnType<typeof readFlags>): Record<string, unknown> {
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));
  const isOn = (flag: boolean | undefined) => (flag ? true : undefined);
  const isOff = (flag: boolean | undefined) => (flag ? false : undefined);
  const wanted = {
    latencyMs: number(values.latency),
    errorRate: number(values["error-rate"]),
    errorCode: number(values["error-code"]),
    errorAfter: isOn(values["error-after"]),
    misfire: values.misfire,
    misfireRate: number(values["misfire-rate"]),
    throughput: number(values.throughput),
    pairLimit: isOff(values["no-pair-limit"]),
    lateRefusals: isOn(values["late-refusals"]),
    review: values.review,
    reviewMs: number(values["review-ms"]),
    duplicates: isOn(values.duplicates),
    shuffle: isOn(values.shuffle),
    batching: number(values.batching),
    delayMs: number(values.delay),
    freeze: isOn(values.freeze),
    wrongSignature: isOn(values["wrong-signature"]),
    statusSkips: isOn(values["skip-delivered"]),
    autoRead: isOff(values["no-read"]),
  };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
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
      "more-number": { type: "string", multiple: true },
      "media-base": { type: "string" },
      keep: { type: "string", default: "20000" },
      "clock-offset": { type: "string", default: "0" },
      replay: { type: "string" },
      state: { type: "string" },
      seed: { type: "string" },
      latency: { type: "string" },
      "error-rate": { type: "string" },
      "error-code": { type: "string" },
      "error-after": { type: "boolean" },
      misfire: { type: "string" },
      "misfire-rate": { type: "string" },
      throughput: { type: "string" },
      "no-pair-limit": { type: "boolean" },
      "late-refusals": { type: "boolean" },
      review: { type: "string" },
      "review-ms": { type: "string" },
      duplicates: { type: "boolean" },
      shuffle: { type: "boolean" },
      batching: { type: "string" },
      delay: { type: "string" },
      freeze: { type: "boolean" },
      "wrong-signature": { type: "boolean" },
      "skip-delivered": { type: "boolean" },
      "no-read": { type: "boolean" },
      fast: { type: "boolean", default: false },
      "with-parent": { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  }).values;
}
