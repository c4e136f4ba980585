/** From the Graph's answers to what can be said about a token, an account, a number and its webhook. Pure. */
import {
  type CheckCode,
  type CheckFacts,
  type CheckResult,
  NEEDED_PERMISSIONS,
} from "../../shared/connecting.ts";
import type { DebugToken, GraphNumberAnswer, SubscribedApps, Subscriptions } from "./graph-answers.ts";

export type Refusal = { code: number | null; subcode?: number | null; detail: string; status: number };

const DAY_MS = 86_400_000;
/** Tokens for a first try last hours; those of people sixty days. */
const SOON_MS = 7 * DAY_MS;

export const found = (code: CheckCode, facts: CheckFacts = {}): CheckResult => ({ code, facts });

/** Fields whose absence loses messages or their fate; the rest is good to have. */
const NEEDED_FIELDS = ["messages"] as const;
export const WANTED_FIELDS = [
  ...NEEDED_FIELDS,
  "smb_message_echoes",
  "smb_app_state_sync",
  "history",
  "account_update",
  "account_alerts",
  "account_review_update",
  "business_capability_update",
  "phone_number_name_update",
  "phone_number_quality_update",
  "security",
  "message_template_status_update",
  "message_template_quality_update",
  "template_category_update",
  "user_preferences",
] as const;

export const unreachable = (why: string): CheckResult => found("graph_unreachable", { why });

const EXPIRED_SUBCODE = 463;
/** The address has more in it than it should. */
const UNKNOWN_PATH = 2500;

/** What a refusal says when it is about the token or the way to the Graph, whatever was asked; null: about what was asked. */
export function commonRefusal({ code, subcode, status }: Refusal): CheckResult | null {
  if (code === null) return found("graph_not_there", { status });
  if (code === UNKNOWN_PATH) return found("graph_not_there", { code });
  if (code === 190 && subcode === EXPIRED_SUBCODE) return found("token_expired");
  if (code === 0 || code === 190) return found("token_refused", { code });
  if (code === 4 || code === 80007 || code === 80008) return found("graph_busy", { code });
  if (code === 1 || code === 2) return found("graph_busy", { code });
  return null;
}

const isForbidden = (code: number | null): boolean =>
  code === 3 || code === 10 || code === 131005 || (code !== null && code >= 200 && code <= 299);

/** The token says of itself what it may do and how long. */
export function tokenChecks(token: DebugToken, now: Date): CheckResult[] {
  if (token.is_valid === false) {
    const isOver =
      token.expires_at !== undefined && token.expires_at > 0 && token.expires_at * 1000 <= now.getTime();
    return [found(isOver ? "token_expired" : "token_refused")];
  }
  return [
    found("token_fine", token.application ? { app: token.application } : {}),
    permissionsCheck(token.scopes),
    expiryCheck(expiryOf(token), now),
  ];
}

function permissionsCheck(scopes: readonly string[] | undefined): CheckResult {
  if (!scopes) return found("permissions_unknown");
  const missing = NEEDED_PERMISSIONS.filter((name) => !scopes.includes(name));
  return missing.length > 0
    ? found("permissions_missing", { names: missing.join(", ") })
    : found("permissions_fine");
}

/** Null: never. Undefined: not said. */
export function expiryOf({ expires_at: at }: DebugToken): Date | null | undefined {
  if (at === undefined) return undefined;
  return at === 0 ? null : new Date(at * 1000);
}

export function expiryCheck(at: Date | null | undefined, now: Date): CheckResult {
  if (at === undefined) return found("expiry_unknown");
  if (at === null) return found("expiry_never");
  if (at <= now) return found("token_expired");
  return found(at.getTime() - now.getTime() < SOON_MS ? "expiry_soon" : "expiry_later", {
    at: at.toISOString(),
  });
}

/** The accounts a token names; none: it does not say. */
export function accountsOf({ granular_scopes: scopes = [] }: DebugToken): string[] {
  return [
    ...new Set(
      scopes
        .filter(({ scope }) => scope.startsWith("whatsapp_business"))
        .flatMap(({ target_ids: ids = [] }) => ids),
    ),
  ];
}

export function accountRefused(refusal: Refusal): CheckResult {
  const common = commonRefusal(refusal);
  if (common) return common;
  if (isForbidden(refusal.code)) return found("account_forbidden", { code: refusal.code ?? 0 });
  return found("account_not_found", { code: refusal.code ?? 0 });
}

export function numberRefused(refusal: Refusal): CheckResult {
  const common = commonRefusal(refusal);
  if (common) return common;
  if (isForbidden(refusal.code)) return found("account_forbidden", { code: refusal.code ?? 0 });
  return found("number_gone", { code: refusal.code ?? 0 });
}

export const isOnPhone = (number: GraphNumberAnswer): boolean => number.is_on_biz_app === true;

export function isRegistered(number: GraphNumberAnswer): boolean {
  if (isOnPhone(number)) return true;
  // Numbers in order are CONNECTED; others of these still send, or will again by themselves.
  const isUp =
    number.status === undefined ||
    ["CONNECTED", "FLAGGED", "RESTRICTED", "RATE_LIMITED"].includes(number.status);
  return number.platform_type === undefined ? isUp : number.platform_type === "CLOUD_API" && isUp;
}

export function registrationCheck(number: GraphNumberAnswer): CheckResult {
  if (isOnPhone(number)) return found("on_phone");
  if (isRegistered(number)) return found("registered");
  const isVerified = (number.code_verification_status ?? "VERIFIED") === "VERIFIED";
  return found(isVerified ? "not_registered" : "not_verified");
}

export function registerRefused(refusal: Refusal): CheckResult {
  const { code, detail } = refusal;
  if (code === 133005) return found("pin_wrong");
  if (code === 133008 || code === 133009) return found("pin_wait", { detail });
  if (code === 133016) return found("register_locked");
  if (code === 133006 || code === 133015) return found("not_verified");
  return commonRefusal(refusal) ?? found("register_refused", { code: code ?? 0, detail });
}

export function qualityOf(number: GraphNumberAnswer): "GREEN" | "YELLOW" | "RED" | "UNKNOWN" {
  switch (number.quality_rating) {
    case "GREEN":
    case "YELLOW":
    case "RED":
      return number.quality_rating;
    default:
      return "UNKNOWN";
  }
}

export function qualityCheck(number: GraphNumberAnswer): CheckResult {
  const codes = {
    GREEN: "quality_fine",
    YELLOW: "quality_middling",
    RED: "quality_low",
    UNKNOWN: "quality_unknown",
  } as const;
  return found(codes[qualityOf(number)]);
}

/** Messages a second, and why. */
export function throughputOf(number: GraphNumberAnswer): {
  kind: "normal" | "coexistence" | "upgraded";
  perSecond: number;
} {
  if (isOnPhone(number)) return { kind: "coexistence", perSecond: 20 };
  if (number.throughput?.level === "HIGH") return { kind: "upgraded", perSecond: 1000 };
  return { kind: "normal", perSecond: 80 };
}

export function secretRefused(refusal: Refusal): CheckResult {
  const common = commonRefusal(refusal);
  // A token of another app is refused as a token when it comes with this proof.
  if (common?.code === "token_refused" || refusal.code === 100 || refusal.code === 104)
    return found("app_secret_wrong");
  return common ?? found("app_secret_unproven", { code: refusal.code ?? 0 });
}

const isNear = (address: string): boolean => {
  const { hostname } = new URL(address);
  return (
    hostname === "localhost" || hostname.endsWith(".localhost") || isPrivate(hostname.replace(/^\[|\]$/g, ""))
  );
};

/** Addresses that mean something only on this machine or in this house. */
function isPrivate(host: string): boolean {
  if (host === "::1" || /^f[cd]/i.test(host) || /^fe80:/i.test(host) || host.endsWith(".local")) return true;
  const [a = -1, b = -1] = /^\d+\.\d+\.\d+\.\d+$/.test(host) ? host.split(".").map(Number) : [];
  return (
    a === 127 ||
    a === 10 ||
    a === 0 ||
    (a === 192 && b === 168) ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 169 && b === 254)
  );
}

/** Can whoever stands at the Graph address come to us? A simulator on this machine can; Meta needs the open internet and https. */
export function addressCheck(webhookUrl: string, graphUrl: string): CheckResult {
  const host = new URL(webhookUrl).host;
  if (isNear(webhookUrl)) return found(isNear(graphUrl) ? "address_near" : "address_local", { host });
  if (!webhookUrl.startsWith("https:"))
    return found(isNear(graphUrl) ? "address_near" : "address_plain", { host });
  return found("address_fine", { host });
}

/** Meta knocked at our door with this number's verify token. */
export function handshakeCheck(verifiedAt: Date | null): CheckResult {
  return verifiedAt ? found("handshake_fine", { at: verifiedAt.toISOString() }) : found("handshake_waiting");
}

export function subscribedCheck(apps: SubscribedApps, appId: string | null): CheckResult {
  const isOurs = apps.some(
    ({ whatsapp_business_api_data: app }) => app && (appId === null || app.id === appId),
  );
  return found(isOurs ? "subscribed_fine" : "subscribed_missing");
}

export const refusedWith = (code: CheckCode, refusal: Refusal): CheckResult =>
  commonRefusal(refusal) ?? found(code, { code: refusal.code ?? 0, detail: refusal.detail });

/** The app's own subscription, and the account's override if there is one. */
export function fieldsCheck(
  subscriptions: Subscriptions,
  { webhookUrl, overrideUrl }: { webhookUrl: string; overrideUrl: string | null },
): CheckResult {
  const ours = subscriptions.find(({ object }) => object === "whatsapp_business_account");
  if (!ours || ours.active === false) return found("fields_missing", { names: NEEDED_FIELDS.join(", ") });
  const fields = ours.fields ?? [];
  const needed = NEEDED_FIELDS.filter((field) => !fields.includes(field));
  if (needed.length > 0) return found("fields_missing", { names: needed.join(", ") });
  const isHere = isSameAddress(ours.callback_url, webhookUrl);
  if (!isHere)
    return isSameAddress(overrideUrl, webhookUrl)
      ? found("fields_elsewhere", { host: hostOf(ours.callback_url) })
      : found("fields_missing", { names: NEEDED_FIELDS.join(", "), host: hostOf(ours.callback_url) });
  const missing = WANTED_FIELDS.filter((field) => !fields.includes(field));
  return missing.length > 0 ? found("fields_some", { names: missing.join(", ") }) : found("fields_fine");
}

const isSameAddress = (one: string | null | undefined, other: string): boolean =>
  typeof one === "string" && one.replace(/\/+$/, "") === other;

function hostOf(address: string | undefined): string {
  return address && URL.canParse(address) ? new URL(address).host : "?";
}

/** Ordinary sending is over sooner. */
const WAITS_MS = 30_000;

/** @param send undefined: nothing was sent yet */
export function answeredCheck(
  send: { state: string | null; error: number | null; at: Date } | undefined,
  now: Date,
): CheckResult {
  const { state, error, at } = send ?? { state: null, error: null, at: now };
  switch (state) {
    case null:
      return found("answer_missing");
    case "queued":
      return found(now.getTime() - at.getTime() > WAITS_MS ? "answer_waits" : "answer_on_its_way");
    case "delivered":
    case "read":
    case "played":
      return found("answer_fine");
    case "failed":
      return found("answer_failed", { code: error ?? 0 });
    case "unknown":
      return found("answer_unknown");
    default:
      return found("answer_on_its_way");
  }
}
