/** Findings in one plain English line each, for the terminal; screens have their own words in every language. */
import type { FindingCode, HealthFinding } from "../../shared/number-health.ts";

const LINES: Record<FindingCode, string> = {
  unclaimed: "WhatsApp delivers messages for it, but it is not set up here",
  silent: "nothing has come in for unusually long",
  no_app_secret: "no app secret is set (WHATSAPP_APP_SECRET): everything delivered is turned away",
  no_token: "no access token is set (WHATSAPP_ACCESS_TOKEN): nothing can be sent",
  sealed_elsewhere: "its secrets cannot be opened here: set the BATON_SECRET_KEY they were sealed with",
  paused: "nothing is sent from it, because WhatsApp refused; what is written waits",
  account_deleted: "the WhatsApp Business account was deleted",
  account_disabled: "WhatsApp has disabled the account",
  account_disable_scheduled: "WhatsApp is going to disable the account",
  account_restricted: "WhatsApp has restricted the account",
  account_disconnected: "the account was disconnected from this app",
  token_refused: "WhatsApp does not accept the access token",
  permission_refused: "the access token may not send for this number",
  payment_refused: "WhatsApp asks for a way to pay",
  account_locked: "WhatsApp refuses to send for this account",
  spam_limited: "WhatsApp has limited what it may send, because people blocked or reported it",
  not_registered: "it is not registered for sending",
  dead_deliveries: "deliveries could not be recorded; they are kept: baton intake dead",
  review_rejected: "the review of the business account ended with a no",
  name_rejected: "the display name was not accepted",
  quality_low: "WhatsApp rates its quality as low",
  pin_reset_requested: "somebody asked to reset its PIN",
  account_alert: "WhatsApp raised an alert about the account",
  account_violation: "WhatsApp found a breach of its policy",
  limit_lowered: "fewer new people a day can be written to",
  rate_limited: "more was sent at once than WhatsApp allows",
  sends_failing: "several messages did not reach their readers",
  free_tier_used: "this month's free deliveries are used up: replies cost now",
  free_tier_low: "most of this month's free deliveries are used",
  media_failing: "photos or files could not be fetched",
  review_pending: "WhatsApp is reviewing the business account",
  name_pending: "the display name is in review",
  pin_changed: "its PIN was changed",
  templates_disabled: "WhatsApp disabled templates",
  templates_paused: "WhatsApp paused templates",
  templates_rejected: "templates were not accepted",
  templates_flagged: "templates are close to being paused",
  templates_low_quality: "templates are poorly received",
  templates_category: "WhatsApp changes the category of templates",
  history_declined: "the chats of the business phone were not shared",
  whatsapp_error: "WhatsApp reported an error of its own",
  unknown_notice: "WhatsApp sent a notice that Baton does not know",
  account_reinstated: "WhatsApp restored the account",
  disconnected: "it was disconnected here; what was said stays",
  all_well: "nothing stands out",
};

/** "act    nothing has come in for unusually long, since 2026-11-18T10:58:00.000Z (count 14, weeks 4)". */
export function findingLine({ code, level, since, facts }: HealthFinding): string {
  const rest = Object.entries(facts).filter(([, value]) => value !== "");
  const told = rest.map(([name, value]) => `${name} ${value}`).join(", ");
  return `${level.padEnd(5)}  ${LINES[code]}${since ? `, since ${since.toISOString()}` : ""}${told ? ` (${told})` : ""}`;
}
