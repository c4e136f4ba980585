/** Which notices Baton knows, and which number one concerns. Pure. */
import type { HealthNotice } from "./health-notices.ts";

/** Events of account_update that change something about a number's health, or plainly do not. */
const ACCOUNT_EVENTS = new Set([
  "ACCOUNT_DELETED",
  "ACCOUNT_RESTRICTION",
  "ACCOUNT_VIOLATION",
  "DISABLED_UPDATE",
  "PARTNER_ADDED",
  "PARTNER_REMOVED",
  "PARTNER_APP_INSTALLED",
  "PARTNER_APP_UNINSTALLED",
  "PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE",
  "ACCOUNT_OFFBOARDED",
  "ACCOUNT_RECONNECTED",
  "AD_ACCOUNT_LINKED",
  "AUTH_INTL_PRICE_ELIGIBILITY_UPDATE",
  "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE",
  "MM_LITE_TERMS_SIGNED",
  "VOLUME_BASED_PRICING_TIER_UPDATE",
]);
const QUALITY_EVENTS = new Set([
  "ONBOARDING",
  "THROUGHPUT_UPGRADE",
  "UPGRADE",
  "DOWNGRADE",
  "FLAGGED",
  "UNFLAGGED",
]);
const SECURITY_EVENTS = new Set(["PIN_CHANGED", "PIN_RESET_REQUEST", "PIN_RESET_SUCCESS"]);
const TEMPLATE_EVENTS = new Set([
  "APPROVED",
  "ARCHIVED",
  "DELETED",
  "DISABLED",
  "FLAGGED",
  "IN_APPEAL",
  "LIMIT_EXCEEDED",
  "LOCKED",
  "PAUSED",
  "PENDING",
  "PENDING_DELETION",
  "REINSTATED",
  "REJECTED",
]);
const EVENTS: Record<string, ReadonlySet<string>> = {
  account_update: ACCOUNT_EVENTS,
  phone_number_quality_update: QUALITY_EVENTS,
  security: SECURITY_EVENTS,
  message_template_status_update: TEMPLATE_EVENTS,
};

/** Known, with nothing to do about them beyond being listed, or read by their own fields. */
const KNOWN_FIELDS = new Set([
  "account_alerts",
  "account_review_update",
  "account_settings_update",
  "automatic_events",
  "business_capability_update",
  "business_username_updates",
  "calls",
  "flows",
  "group_lifecycle_update",
  "group_participant_update",
  "group_participants_update",
  "group_settings_update",
  "group_status_update",
  "history",
  "message_template_components_update",
  "message_template_quality_update",
  "messaging_handovers",
  "partner_solutions",
  "payment_configuration_update",
  "phone_number_name_update",
  "smb_app_state_sync",
  "standby",
  "template_category_update",
  "template_correct_category_detection",
  "user_preferences",
]);

/** Their last word holds until the next one, however old it is; all others are worth a word for 30 days at most. */
export const LASTING_FIELDS = [
  "account_alerts",
  "account_review_update",
  "account_update",
  "business_capability_update",
  "business_username_updates",
  "message_template_quality_update",
  "message_template_status_update",
  "phone_number_name_update",
  "phone_number_quality_update",
];
export const PASSING_DAYS = 30;

export const isErrorField = (field: string): boolean => field.endsWith(".errors");

export function isKnownNotice({ field, event }: Pick<HealthNotice, "field" | "event">): boolean {
  const events = EVENTS[field];
  if (events) return event !== null && events.has(event);
  return KNOWN_FIELDS.has(field) || isErrorField(field);
}

export type NoticedNumber = {
  id: number;
  phoneNumberId: string;
  /** Digits. */
  phone: string | null;
  businessAccountId: string | null;
};

/**
 * Most notices name an account, some a phone, a few a number. A number whose account nobody entered is told of every
 * account that is no other number's.
 */
export function concerns(
  notice: Pick<HealthNotice, "numberId" | "phoneNumberId" | "accountId" | "phone">,
  number: NoticedNumber,
  all: readonly NoticedNumber[],
): boolean {
  if (notice.numberId !== null) return notice.numberId === number.id;
  if (notice.phoneNumberId !== null) return notice.phoneNumberId === number.phoneNumberId;
  const { accountId, phone } = notice;
  if (accountId !== null && number.businessAccountId !== null && accountId !== number.businessAccountId)
    return false;
  if (accountId !== null && number.businessAccountId === null)
    if (all.some((other) => other.businessAccountId === accountId)) return false;
  if (phone === null) return true;
  return number.phone === null ? !all.some((other) => other.phone === phone) : number.phone === phone;
}
