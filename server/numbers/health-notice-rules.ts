/**
 * From what WhatsApp said about a number and its account to what that means now. Pure, and of the notices' times and
 * contents alone: in whatever order they arrived, the same comes out (law 2).
 */
import { FINDINGS, type FindingCode, type HealthFinding } from "../../shared/number-health.ts";
import { isErrorField, isKnownNotice } from "./health-fields-rules.ts";
import type { HealthNotice } from "./health-notices.ts";
import { findingsOfTemplates } from "./health-template-rules.ts";

const DAY_MS = 86_400_000;
/** How long something that happened once is worth a word. */
const WORTH_DAYS = {
  violation: 30,
  pin: 7,
  reinstated: 7,
  limit: 30,
  error: 1,
  history: 30,
  unknown: 14,
} as const;

export function aFinding(
  code: FindingCode,
  since: Date | null,
  facts: HealthFinding["facts"] = {},
  level: HealthFinding["level"] = FINDINGS[code].level,
): HealthFinding {
  return { code, level, since, facts, whatToDo: FINDINGS[code].whatToDo };
}

/** What the card shows besides the findings. */
export type NoticedState = {
  quality: "low" | "fine" | null;
  messagingLimit: number | "unlimited" | null;
  hasHighThroughput: boolean;
  displayName: { name: string | null; decision: string } | null;
  username: { name: string; status: string } | null;
};

/** By WhatsApp's time; what was said in the same second goes by its words, so that there is one order. */
function inTimeOrder(notices: readonly HealthNotice[]): HealthNotice[] {
  return [...notices].sort(
    (a, b) => a.at.getTime() - b.at.getTime() || (a.tie < b.tie ? -1 : a.tie > b.tie ? 1 : 0),
  );
}

export function stateFromNotices(notices: readonly HealthNotice[]): NoticedState {
  const sorted = inTimeOrder(notices);
  const quality = lastOf(sorted, isAboutQuality);
  const named = lastOf(sorted, ({ field }) => field === "phone_number_name_update");
  const username = lastOf(sorted, ({ field }) => field === "business_username_updates");
  return {
    quality: quality ? (quality.event === "FLAGGED" ? "low" : "fine") : null,
    messagingLimit: lastOf(sorted, ({ limit }) => limit !== null)?.limit ?? null,
    hasHighThroughput: sorted.some(({ event }) => event === "THROUGHPUT_UPGRADE"),
    displayName: named?.decision ? { name: named.name, decision: named.decision.toLowerCase() } : null,
    username: username?.name
      ? { name: username.name, status: username.status?.toLowerCase() ?? "unknown" }
      : null,
  };
}

export function findingsOfNotices(notices: readonly HealthNotice[], now: Date): HealthFinding[] {
  const sorted = inTimeOrder(notices);
  return [
    ...ofAccount(sorted, now),
    ...ofReview(sorted),
    ...ofAlerts(sorted),
    ...ofLimit(sorted, now),
    ...ofQuality(sorted),
    ...ofName(sorted),
    ...ofSecurity(sorted, now),
    ...findingsOfTemplates(sorted, now),
    ...ofErrors(sorted, now),
    ...ofUnknown(sorted, now),
  ];
}

const lastOf = (sorted: readonly HealthNotice[], is: (notice: HealthNotice) => boolean) =>
  sorted.findLast(is);
const isWithin = (at: Date, days: number, now: Date) => now.getTime() - at.getTime() < days * DAY_MS;
const isAboutQuality = ({ field, event }: HealthNotice) =>
  field === "phone_number_quality_update" && (event === "FLAGGED" || event === "UNFLAGGED");

function ofAccount(sorted: readonly HealthNotice[], now: Date): HealthFinding[] {
  const standing: {
    ban?: HealthFinding;
    limits?: HealthFinding;
    apart?: HealthFinding;
    good?: HealthFinding;
  } = {};
  let violation: HealthFinding | undefined;
  for (const notice of sorted) {
    if (notice.field !== "account_update") continue;
    const { at, event } = notice;
    if (event === "ACCOUNT_DELETED") standing.ban = aFinding("account_deleted", at);
    else if (event === "DISABLED_UPDATE") {
      const isBack = notice.banState?.includes("REINSTATE") === true;
      standing.ban = isBack ? undefined : banOf(notice);
      standing.good =
        isBack && isWithin(at, WORTH_DAYS.reinstated, now) ? aFinding("account_reinstated", at) : undefined;
      if (isBack) standing.limits = undefined;
    } else if (event === "ACCOUNT_RESTRICTION") standing.limits = restrictionOf(notice, now);
    else if (event === "ACCOUNT_VIOLATION")
      violation = isWithin(at, WORTH_DAYS.violation, now)
        ? aFinding("account_violation", at, { reason: notice.violation ?? "" })
        : undefined;
    else if (isParting(event))
      standing.apart = aFinding("account_disconnected", at, { reason: notice.reason ?? "" });
    else if (isJoining(event)) standing.apart = undefined;
  }
  return [standing.ban, standing.limits, standing.apart, violation, standing.good].filter(
    (each) => each !== undefined,
  );
}

function banOf({ at, banState }: HealthNotice): HealthFinding {
  return aFinding(banState?.includes("SCHEDULE") ? "account_disable_scheduled" : "account_disabled", at);
}

/** It ends by itself when the last of its restrictions does; one without an end stands until WhatsApp says more. */
function restrictionOf({ at, restrictions }: HealthNotice, now: Date): HealthFinding | undefined {
  const standing = restrictions.filter(({ until }) => until === null || until > now);
  if (standing.length === 0) return undefined;
  const ends = standing.flatMap(({ until }) => (until ? [until.getTime()] : []));
  return aFinding("account_restricted", at, {
    reason: [...new Set(standing.map(({ type }) => type))].sort().join(", "),
    ...(ends.length === standing.length && { until: new Date(Math.max(...ends)).toISOString() }),
  });
}

const isParting = (event: string | null) =>
  event === "PARTNER_REMOVED" || event === "ACCOUNT_OFFBOARDED" || event === "PARTNER_APP_UNINSTALLED";
const isJoining = (event: string | null) =>
  event === "PARTNER_ADDED" || event === "ACCOUNT_RECONNECTED" || event === "PARTNER_APP_INSTALLED";

function ofReview(sorted: readonly HealthNotice[]): HealthFinding[] {
  const review = lastOf(sorted, ({ field }) => field === "account_review_update");
  if (review?.decision === "REJECTED") return [aFinding("review_rejected", review.at)];
  if (review?.decision === "PENDING" || review?.decision === "DEFERRED")
    return [aFinding("review_pending", review.at)];
  return [];
}

function ofAlerts(sorted: readonly HealthNotice[]): HealthFinding[] {
  const latest = new Map<string, HealthNotice>();
  for (const notice of sorted) if (notice.alert) latest.set(notice.alert.type, notice);
  return [...latest.values()].flatMap(({ at, alert }) =>
    alert?.isActive && alert.severity !== "INFORMATIONAL"
      ? [
          aFinding(
            "account_alert",
            at,
            { reason: alert.type },
            alert.severity === "CRITICAL" ? "act" : "watch",
          ),
        ]
      : [],
  );
}

function ofLimit(sorted: readonly HealthNotice[], now: Date): HealthFinding[] {
  const said = sorted.filter(({ limit }) => limit !== null);
  const latest = said.at(-1);
  if (!latest) return [];
  const size = ({ limit }: HealthNotice) => (limit === "unlimited" ? Number.POSITIVE_INFINITY : (limit ?? 0));
  // The same limit may be said again: what counts is when it came to be, and what stood before.
  const changedAt = said.findLastIndex((notice) => size(notice) !== size(latest));
  const before = said[changedAt];
  const since = said[changedAt + 1]?.at ?? latest.at;
  if (!before || size(before) < size(latest) || !isWithin(since, WORTH_DAYS.limit, now)) return [];
  return [aFinding("limit_lowered", since, { limit: latest.limit ?? 0 })];
}

function ofQuality(sorted: readonly HealthNotice[]): HealthFinding[] {
  const quality = lastOf(sorted, isAboutQuality);
  return quality?.event === "FLAGGED" ? [aFinding("quality_low", quality.at)] : [];
}

function ofName(sorted: readonly HealthNotice[]): HealthFinding[] {
  const named = lastOf(sorted, ({ field }) => field === "phone_number_name_update");
  const facts = { name: named?.name ?? "", reason: named?.reason ?? "" };
  if (named?.decision === "REJECTED") return [aFinding("name_rejected", named.at, facts)];
  if (named?.decision === "PENDING" || named?.decision === "DEFERRED")
    return [aFinding("name_pending", named.at, facts)];
  return [];
}

function ofSecurity(sorted: readonly HealthNotice[], now: Date): HealthFinding[] {
  const latest = lastOf(sorted, ({ field, event }) => field === "security" && event !== null);
  if (!latest || !isWithin(latest.at, WORTH_DAYS.pin, now)) return [];
  if (latest.event === "PIN_RESET_REQUEST") return [aFinding("pin_reset_requested", latest.at)];
  if (latest.event === "PIN_CHANGED" || latest.event === "PIN_RESET_SUCCESS")
    return [aFinding("pin_changed", latest.at)];
  return [];
}

/** The owner would not share the chats of the business phone. */
const HISTORY_DECLINED = 2593109;

function ofErrors(sorted: readonly HealthNotice[], now: Date): HealthFinding[] {
  const latest = new Map<number, Date>();
  for (const { field, at, errorCode } of sorted)
    if (isErrorField(field) && errorCode !== null) latest.set(errorCode, at);
  return [...latest].flatMap(([code, at]) => {
    if (code === HISTORY_DECLINED)
      return isWithin(at, WORTH_DAYS.history, now) ? [aFinding("history_declined", at)] : [];
    return isWithin(at, WORTH_DAYS.error, now) ? [aFinding("whatsapp_error", at, { code })] : [];
  });
}

/** Nothing vanishes (law 3): what nobody foresaw is named as WhatsApp names it. */
function ofUnknown(sorted: readonly HealthNotice[], now: Date): HealthFinding[] {
  const latest = new Map<string, HealthFinding>();
  for (const notice of sorted) {
    if (isKnownNotice(notice) || !isWithin(notice.at, WORTH_DAYS.unknown, now)) continue;
    const { field, event, at } = notice;
    const name = event === null ? field : `${field}: ${event}`;
    latest.set(name, aFinding("unknown_notice", at, { field: name }));
  }
  return [...latest.values()];
}
