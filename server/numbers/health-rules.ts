/** How a number is: from what WhatsApp said, from what we see ourselves, and from its silence. Pure. */

import { FREE_DELIVERIES, freeTierLevel } from "../../shared/cost.ts";
import { type FindingCode, type HealthFinding, inHealthOrder } from "../../shared/number-health.ts";
import { aFinding, findingsOfNotices } from "./health-notice-rules.ts";
import type { HealthNotice } from "./health-notices.ts";
import type { Silence } from "./traffic-rules.ts";

/** Sends that failed in the last 24 hours, by WhatsApp's code. */
export type Failures = { code: number | null; count: number; firstAt: Date; lastAt: Date };

export type OwnFacts = {
  kind: "real" | "sample" | "unclaimed";
  /** Taken off by an admin. */
  disconnectedAt?: Date | null;
  /** `sealed`: there is one, and the key of this process does not open it. */
  token: "open" | "sealed" | "none";
  /** Any app secret here verifies what Meta posts. */
  hasAppSecret: boolean;
  failures: readonly Failures[];
  /** The last send in the last 24 hours that went through. */
  lastSentAt: Date | null;
  mediaFailed: { count: number; firstAt: Date } | null;
  silence: Silence | null;
  /** Nothing is sent from it since then, because of this code of WhatsApp's. */
  paused?: { at: Date; code: number } | null;
  /** Free deliveries of this month. */
  freeUsed: number;
};

export function numberFindings(
  facts: OwnFacts,
  notices: readonly HealthNotice[],
  now: Date,
): HealthFinding[] {
  const findings = [...ownFindings(facts, now), ...findingsOfNotices(notices, now)];
  const isWell = facts.disconnectedAt == null && findings.every(({ level }) => level === "good");
  return inHealthOrder(isWell ? [...findings, aFinding("all_well", null)] : findings);
}

/** Of no number in particular. */
export function houseFindings(
  dead: { count: number; firstAt: Date | null },
  others: readonly HealthNotice[],
  now: Date,
): HealthFinding[] {
  return inHealthOrder([
    ...(dead.count > 0 ? [aFinding("dead_deliveries", dead.firstAt, { count: dead.count })] : []),
    ...findingsOfNotices(others, now).filter(({ code }) => code === "unknown_notice"),
  ]);
}

function ownFindings(facts: OwnFacts, now: Date): HealthFinding[] {
  // Nothing is sent from a stranger, and what it hears is not ours to miss.
  if (facts.kind === "unclaimed") return [aFinding("unclaimed", null)];
  if (facts.disconnectedAt) return [aFinding("disconnected", facts.disconnectedAt)];
  const findings: HealthFinding[] = [];
  if (!facts.hasAppSecret) findings.push(aFinding("no_app_secret", null));
  if (facts.token === "none") findings.push(aFinding("no_token", null));
  if (facts.token === "sealed") findings.push(aFinding("sealed_elsewhere", null));
  if (facts.paused) findings.push(aFinding("paused", facts.paused.at, { code: facts.paused.code }));
  if (facts.silence) findings.push(silenceFinding(facts.silence, now));
  if (facts.mediaFailed)
    findings.push(aFinding("media_failing", facts.mediaFailed.firstAt, { count: facts.mediaFailed.count }));
  return [...findings, ...freeTierFindings(facts.freeUsed), ...sendFindings(facts)];
}

function freeTierFindings(used: number): HealthFinding[] {
  switch (freeTierLevel(used)) {
    case "used":
      return [aFinding("free_tier_used", null, { count: FREE_DELIVERIES })];
    case "nearly_used":
      return [aFinding("free_tier_low", null, { count: FREE_DELIVERIES - used })];
    default:
      return [];
  }
}

/** After four weeks it is known, or the number is simply no longer used: it stays on the card and leaves the bar. */
const SILENCE_KNOWN_MS = 28 * 86_400_000;

function silenceFinding({ since, expected, weeks }: Silence, now: Date): HealthFinding {
  const isOld = now.getTime() - since.getTime() > SILENCE_KNOWN_MS;
  return aFinding("silent", since, { count: expected, weeks }, isOld ? "watch" : "act");
}

/** Failures of the one message or its reader happen every day; from this many on they are worth a look. */
const MANY_FAILED = 5;

function sendFindings({ failures, lastSentAt }: OwnFacts): HealthFinding[] {
  const kinds = new Map<FindingCode, { codes: Set<number>; count: number; firstAt: Date; lastAt: Date }>();
  for (const { code, count, firstAt, lastAt } of failures) {
    const kind = code === null ? "sends_failing" : kindOfFailure(code);
    const sum = kinds.get(kind) ?? { codes: new Set(), count: 0, firstAt, lastAt };
    if (code !== null) sum.codes.add(code);
    sum.count += count;
    if (firstAt < sum.firstAt) sum.firstAt = firstAt;
    if (lastAt > sum.lastAt) sum.lastAt = lastAt;
    kinds.set(kind, sum);
  }
  return [...kinds].flatMap(([kind, { codes, count, firstAt, lastAt }]) => {
    if (kind === "sends_failing" && count < MANY_FAILED) return [];
    // Whatever kept all sends back is over as soon as one goes through.
    if (kind !== "sends_failing" && lastSentAt !== null && lastSentAt > lastAt) return [];
    return [aFinding(kind, firstAt, { count, codes: [...codes].sort((a, b) => a - b).join(", ") })];
  });
}

const KINDS: readonly [FindingCode, ReadonlySet<number>][] = [
  ["token_refused", new Set([0, 190])],
  ["permission_refused", new Set([3, 10, 131005])],
  ["payment_refused", new Set([131042, 134011])],
  ["account_locked", new Set([368, 130497, 131031])],
  ["spam_limited", new Set([131048, 131064])],
  ["not_registered", new Set([33, 131037, 131045, 133000, 133006, 133010, 133015])],
  ["rate_limited", new Set([4, 80007, 130429])],
];

/** What a refusal says about the number, not about the one message. */
export function kindOfFailure(code: number): FindingCode {
  if (code >= 200 && code <= 299) return "permission_refused";
  return KINDS.find(([, codes]) => codes.has(code))?.[0] ?? "sends_failing";
}
