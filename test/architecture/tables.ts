/** Which folder of the server writes which tables. Everyone may read; a new table must be entered here. */
export const OWNER_OF: Record<string, string> = Object.fromEntries(
  Object.entries({
    people: ["account", "session", "api_token", "invitation", "setup_code", "audit"],
    numbers: ["number", "number_traffic", "number_connection"],
    "first-words": ["first_words", "first_word_said"],
    intake: ["inbox", "delivery", "delivery_week", "notice"],
    conversations: [
      "contact",
      "contact_identity",
      "identity_pair",
      "contact_join",
      "contact_apart",
      "conversation",
      "message",
      "message_words",
      "message_status",
      "reaction",
      "revision",
      "media",
      "outbox",
      "upload",
      "handed_file",
      "read_mark",
      "send_turn",
      "send_pace",
      "contact_block",
    ],
    triage: [
      "decision",
      "decision_message",
      "decision_part",
      "suggestion",
      "suggested_message",
      "suggestion_outcome",
      "decision_lesson",
      "model",
      "contact_pace",
      "tray_presence",
      "snooze",
      "snoozed_message",
    ],
    requests: [
      "words",
      "request",
      "request_event",
      "request_message",
      "request_seen",
      "mending",
      "mending_part",
      "mending_link",
      "window_nudge",
    ],
    rules: ["house_rule", "house_rule_trial"],
    diagnosis: ["chat_import", "chat_import_request"],
    trade: ["category", "category_target", "area", "team", "team_member", "team_number"],
    templates: ["template", "template_sync", "template_source"],
    "quick-replies": ["quick_reply", "quick_reply_text"],
    costs: ["number_terms", "cost_rate", "message_cost", "cost_month", "cost_pass"],
    timers: ["timer"],
    jobs: ["job_process"],
  }).flatMap(([folder, tables]) => tables.map((table) => [table, folder])),
);

/** Who may write another's tables, and why. */
export const MAY_WRITE: Record<string, string> = {
  "server/backup/store.ts": "a restore fills all tables of an empty database, whosever they are",
};

/** SQL outside a store, and why. */
export const MAY_HOLD_SQL: Record<string, string> = {
  "server/live/changes.ts": "one NOTIFY in the transaction of any domain: there is no table to own",
  "server/db/plans.ts": "a setting of the transaction, of no table",
};
