/** What can be made hard, and how fast things go. */
import { z } from "zod";

const Milliseconds = z
  .number()
  .min(0)
  .max(30 * 86_400_000);

export const Settings = z.object({
  duplicates: z.boolean(),
  shuffle: z.boolean(),
  delayMs: Milliseconds,
  wrongSignature: z.boolean(),
  batching: z.number().int().min(1).max(1000),
  /** Webhooks are held back until it ends. */
  freeze: z.boolean(),
  statusSkips: z.boolean(),
  autoRead: z.boolean(),
  sentMs: Milliseconds,
  deliveredMs: Milliseconds,
  readMs: Milliseconds,
  retryMs: Milliseconds,
  latencyMs: Milliseconds,
  errorRate: z.number().min(0).max(1),
  errorCode: z.number().int(),
  errorAfter: z.boolean(),
  misfire: z.enum(["none", "hang", "hang after", "cut", "cut after"]),
  misfireRate: z.number().min(0).max(1),
  lateRefusals: z.boolean(),
  throughput: z.number().int().min(0),
  pairLimit: z.boolean(),
  review: z.enum(["approve", "reject", "hold"]),
  reviewMs: Milliseconds,
});
export type Settings = z.infer<typeof Settings>;

export const SettingsChange = Settings.partial().strict();
export type SettingsChange = z.infer<typeof SettingsChange>;

/** What the command line may set from the start. */
export type Start = { fast: boolean; settings: SettingsChange };

export function startSettings({ fast, settings }: Start): Settings {
  return { ...defaultSettings(fast), ...settings };
}

/** A well-behaved platform. `fast` is for tests: the same order of things, in milliseconds. */
function defaultSettings(fast: boolean): Settings {
  return {
    duplicates: false,
    shuffle: false,
    delayMs: 0,
    wrongSignature: false,
    batching: 1,
    freeze: false,
    statusSkips: false,
    autoRead: true,
    sentMs: fast ? 2 : 400,
    deliveredMs: fast ? 6 : 1_200,
    readMs: fast ? 12 : 4_000,
    retryMs: fast ? 20 : 1_000,
    latencyMs: 0,
    errorRate: 0,
    errorCode: 131000,
    errorAfter: false,
    misfire: "none",
    misfireRate: 1,
    lateRefusals: false,
    throughput: 80,
    pairLimit: true,
    review: "approve",
    reviewMs: fast ? 10 : 5_000,
  };
}
