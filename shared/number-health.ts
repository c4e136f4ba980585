/** What can be said about the health of a number: each finding once, with how pressing it is and what to do. */

/** `act`: somebody should do something today. `watch`: good to know, may need something. `good`: nothing to do. */
export const HEALTH_LEVELS = ["good", "watch", "act"] as const;
export type HealthLevel = (typeof HEALTH_LEVELS)[number];

export const HEALTH_STEPS = [
  "nothing",
  "connect_number",
  "enter_token",
  "restore_key",
  "enter_app_secret",
  "give_permission",
  "fix_billing",
  "open_account_quality",
  "send_less",
  "register_number",
  "wait",
  "look_at_failed",
  "look_at_costs",
  "fetch_media_again",
  "replay_dead",
  "check_webhook",
  "reconnect",
  "look_at_review",
  "look_at_quality",
  "choose_name",
  "check_pin",
  "look_at_templates",
  "share_history",
  "read_notice",
  "resume_number",
] as const;
export type HealthStep = (typeof HEALTH_STEPS)[number];

const finding = <L extends HealthLevel, S extends HealthStep>(level: L, whatToDo: S) => ({ level, whatToDo });

/** Every finding there is, in the order in which they are shown within their level. */
export const FINDINGS = {
  unclaimed: finding("act", "connect_number"),
  silent: finding("act", "check_webhook"),
  no_app_secret: finding("act", "enter_app_secret"),
  no_token: finding("act", "enter_token"),
  sealed_elsewhere: finding("act", "restore_key"),
  paused: finding("act", "resume_number"),
  account_deleted: finding("act", "open_account_quality"),
  account_disabled: finding("act", "open_account_quality"),
  account_disable_scheduled: finding("act", "open_account_quality"),
  account_restricted: finding("act", "open_account_quality"),
  account_disconnected: finding("act", "reconnect"),
  token_refused: finding("act", "enter_token"),
  permission_refused: finding("act", "give_permission"),
  payment_refused: finding("act", "fix_billing"),
  account_locked: finding("act", "open_account_quality"),
  spam_limited: finding("act", "send_less"),
  not_registered: finding("act", "register_number"),
  dead_deliveries: finding("act", "replay_dead"),
  review_rejected: finding("act", "look_at_review"),
  name_rejected: finding("act", "choose_name"),
  quality_low: finding("act", "look_at_quality"),
  pin_reset_requested: finding("act", "check_pin"),
  account_alert: finding("watch", "look_at_review"),
  account_violation: finding("watch", "open_account_quality"),
  limit_lowered: finding("watch", "look_at_quality"),
  rate_limited: finding("watch", "send_less"),
  sends_failing: finding("watch", "look_at_failed"),
  free_tier_used: finding("watch", "look_at_costs"),
  free_tier_low: finding("watch", "look_at_costs"),
  media_failing: finding("watch", "fetch_media_again"),
  review_pending: finding("watch", "wait"),
  name_pending: finding("watch", "wait"),
  pin_changed: finding("watch", "check_pin"),
  templates_disabled: finding("watch", "look_at_templates"),
  templates_paused: finding("watch", "look_at_templates"),
  templates_rejected: finding("watch", "look_at_templates"),
  templates_flagged: finding("watch", "look_at_templates"),
  templates_low_quality: finding("watch", "look_at_templates"),
  templates_category: finding("watch", "look_at_templates"),
  history_declined: finding("watch", "share_history"),
  whatsapp_error: finding("watch", "wait"),
  unknown_notice: finding("watch", "read_notice"),
  account_reinstated: finding("good", "nothing"),
  disconnected: finding("good", "nothing"),
  all_well: finding("good", "nothing"),
} as const satisfies Record<string, { level: HealthLevel; whatToDo: HealthStep }>;

export type FindingCode = keyof typeof FINDINGS;
export const FINDING_CODES = Object.keys(FINDINGS) as [FindingCode, ...FindingCode[]];

/** A finding of a kind, at its usual level unless told otherwise. */
export type HealthFinding = {
  code: FindingCode;
  level: HealthLevel;
  since: Date | null;
  /** Names, counts and codes for the sentence; never words of a message or a phone number (law 11). */
  facts: Record<string, string | number>;
  whatToDo: HealthStep;
};

/** Most pressing first, then by their place in the list. */
export function inHealthOrder(findings: readonly HealthFinding[]): HealthFinding[] {
  const place = ({ code, level }: HealthFinding) =>
    (HEALTH_LEVELS.length - HEALTH_LEVELS.indexOf(level)) * FINDING_CODES.length +
    FINDING_CODES.indexOf(code);
  return [...findings].sort((a, b) => place(a) - place(b));
}
