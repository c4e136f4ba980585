/** What is checked while a number is connected, and by `baton doctor`: each answer once, with how good it is. */

/** In the order in which they are looked at. */
export const CHECKS = [
  "token",
  "permissions",
  "expiry",
  "account",
  "number",
  "registration",
  "quality",
  "app_secret",
  "address",
  "handshake",
  "subscribed",
  "fields",
  "heard",
  "answered",
] as const;
export type CheckName = (typeof CHECKS)[number];

/** `todo`: somebody has to do something first. `watch`: works, but look at it. */
export const CHECK_LEVELS = ["fine", "watch", "todo", "wrong"] as const;
export type CheckLevel = (typeof CHECK_LEVELS)[number];

const says = <N extends CheckName, L extends CheckLevel>(check: N, level: L) => ({ check, level });

/** Every answer there is. */
export const CHECK_CODES = {
  token_missing: says("token", "todo"),
  token_fine: says("token", "fine"),
  token_unproven: says("token", "watch"),
  token_refused: says("token", "wrong"),
  token_expired: says("token", "wrong"),
  graph_unreachable: says("token", "wrong"),
  graph_not_there: says("token", "wrong"),
  graph_busy: says("token", "wrong"),
  permissions_fine: says("permissions", "fine"),
  permissions_unknown: says("permissions", "watch"),
  permissions_missing: says("permissions", "wrong"),
  expiry_never: says("expiry", "fine"),
  expiry_later: says("expiry", "fine"),
  expiry_soon: says("expiry", "watch"),
  expiry_unknown: says("expiry", "watch"),
  account_missing: says("account", "todo"),
  account_fine: says("account", "fine"),
  account_not_found: says("account", "wrong"),
  account_forbidden: says("account", "wrong"),
  account_empty: says("account", "wrong"),
  number_missing: says("number", "todo"),
  number_fine: says("number", "fine"),
  number_gone: says("number", "wrong"),
  registered: says("registration", "fine"),
  on_phone: says("registration", "fine"),
  not_registered: says("registration", "todo"),
  not_verified: says("registration", "wrong"),
  pin_wrong: says("registration", "wrong"),
  pin_wait: says("registration", "wrong"),
  register_locked: says("registration", "wrong"),
  register_refused: says("registration", "wrong"),
  quality_fine: says("quality", "fine"),
  quality_unknown: says("quality", "fine"),
  quality_middling: says("quality", "watch"),
  quality_low: says("quality", "wrong"),
  app_secret_missing: says("app_secret", "todo"),
  app_secret_fine: says("app_secret", "fine"),
  app_secret_unproven: says("app_secret", "watch"),
  app_secret_wrong: says("app_secret", "wrong"),
  address_fine: says("address", "fine"),
  address_near: says("address", "fine"),
  address_local: says("address", "wrong"),
  address_plain: says("address", "wrong"),
  handshake_waiting: says("handshake", "todo"),
  handshake_fine: says("handshake", "fine"),
  /** Somebody knocked with a verify token that is none of ours. */
  handshake_other_token: says("handshake", "wrong"),
  handshake_refused: says("handshake", "wrong"),
  subscribed_missing: says("subscribed", "todo"),
  subscribed_fine: says("subscribed", "fine"),
  subscribed_refused: says("subscribed", "wrong"),
  fields_fine: says("fields", "fine"),
  fields_unknown: says("fields", "watch"),
  fields_elsewhere: says("fields", "watch"),
  fields_some: says("fields", "watch"),
  fields_missing: says("fields", "wrong"),
  heard_waiting: says("heard", "todo"),
  heard_fine: says("heard", "fine"),
  answer_missing: says("answered", "todo"),
  answer_on_its_way: says("answered", "todo"),
  /** Longer than ordinary sending takes: WhatsApp is not reached, or the number is held. */
  answer_waits: says("answered", "todo"),
  answer_fine: says("answered", "fine"),
  answer_failed: says("answered", "wrong"),
  answer_unknown: says("answered", "watch"),
} as const satisfies Record<string, { check: CheckName; level: CheckLevel }>;

export type CheckCode = keyof typeof CHECK_CODES;
export const ALL_CHECK_CODES = Object.keys(CHECK_CODES) as [CheckCode, ...CheckCode[]];

/** Names, codes and counts for the sentence; never a secret, the words of a message or a contact's number (law 11). */
export type CheckFacts = Record<string, string | number>;
export type CheckResult = { code: CheckCode; facts: CheckFacts };

export const checkOf = (code: CheckCode): CheckName => CHECK_CODES[code].check;
export const levelOf = (code: CheckCode): CheckLevel => CHECK_CODES[code].level;

/** The four parts of the guided page. */
export const CONNECT_STEPS = ["token", "number", "webhook", "test"] as const;
export type ConnectStep = (typeof CONNECT_STEPS)[number];

export const STEP_CHECKS = {
  token: ["token", "permissions", "expiry"],
  number: ["account", "number", "registration", "quality"],
  webhook: ["app_secret", "address", "handshake", "subscribed", "fields"],
  test: ["heard", "answered"],
} as const satisfies Record<ConnectStep, readonly CheckName[]>;

/** Done when every check of it is in order; what is worth a look holds nobody up. */
export const isStepDone = (step: ConnectStep, checks: readonly { code: CheckCode }[]): boolean =>
  STEP_CHECKS[step].every((name) =>
    checks.some(({ code }) => checkOf(code) === name && ["fine", "watch"].includes(levelOf(code))),
  );

export const NEEDED_PERMISSIONS = ["whatsapp_business_messaging", "whatsapp_business_management"] as const;
