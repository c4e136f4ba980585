/** How the WhatsApp numbers are: what happened, what it means for the business, what to do. */
import { steps } from "./number-steps.en.ts";

export const numbers = {
  page: {
    title: "WhatsApp numbers",
    lastDelivery: "Last heard from WhatsApp: {{time}}",
    neverHeard: "WhatsApp has not delivered anything here yet",
    house: "Everything that comes in",
    none: "No number yet",
    noneText:
      "A number appears here as soon as it is connected, or as soon as WhatsApp delivers something for it. The sample day brings one to look at.",
    begin: "See the ways to begin",
    error: "The numbers could not be read",
    onlyManagers: "Managers and admins see this page.",
  },
  band: {
    see: "See what to do",
    more: "and {{n}} more",
  },
  kind: { real: "Your number", sample: "Sample number", unclaimed: "Not set up here" },
  level: { good: "Well", watch: "Worth a look", act: "Needs you" },
  card: {
    canSend: "Sending",
    yes: "can send",
    no: "cannot send",
    quality: "Quality",
    qualityLow: "low",
    qualityFine: "fine",
    limit: "New people a day",
    unlimited: "no limit",
    throughput: "Speed",
    perSecond: "{{n}} messages a second",
    name: "Display name",
    username: "Username",
    coexistence: "Business app",
    onPhone: "used on a phone as well",
    notOnPhone: "not seen on a phone",
    lastIn: "Last message in",
    lastOut: "Last message out",
    stops: "Stopped marketing, 30 days",
    phoneNumberId: "Phone number ID",
    account: "Business account ID",
    unknown: "WhatsApp has not said",
    never: "none yet",
  },
  decision: {
    approved: "approved",
    rejected: "not accepted",
    pending: "in review",
    deferred: "in review",
    other: "{{word}}",
  },
  findings: "What stands out",
  since: "since {{time}}",
  until: "Until {{time}}",
  whatsappSays: "WhatsApp’s word for it: {{words}}",
  codes: "WhatsApp’s codes: {{words}}",
  templates: "Templates: {{words}}",
  toDo: "What to do",
  resume: "Resume",
  resumeFailed: "That did not work. Try again in a moment.",
  heat: {
    title: "Messages in, by weekday and hour",
    lead: "the last four weeks, your time; the stronger, the more",
    none: "Nothing came in during the last four weeks.",
    notYet: "What came in just now is counted here within some minutes.",
    cell: "{{n}} a week",
    most: "most: {{n}} in an hour",
    total: "{{n}} in four weeks",
    day: "Day",
  },
  notices: {
    title: "What WhatsApp said",
    others: "What WhatsApp said about other accounts",
    othersText: "None of the numbers here belongs to these accounts. Nothing is thrown away.",
    show: "Show what WhatsApp said",
    hide: "Hide it",
    none: "WhatsApp has said nothing about this number yet.",
    unknown: "not known to Baton",
    whole: "What was sent",
    more: "Show older ones",
    error: "What WhatsApp said could not be read",
  },
  finding: {
    unclaimed: {
      title: "This number is not set up here",
      means:
        "WhatsApp delivers messages for it, and they are kept. Nobody can answer from here until it is connected.",
    },
    silent: {
      title: "Nothing has come in for unusually long",
      means:
        "At this time of the week about {{n}} messages usually come in meanwhile. Clients may be writing without anybody seeing it. A holiday can look the same.",
    },
    no_app_secret: {
      title: "No app secret is set",
      means: "Without it nothing that WhatsApp delivers can be verified, so all of it is turned away.",
    },
    no_token: {
      title: "No access token is set",
      means: "Messages can be read, but no reply can be sent.",
    },
    sealed_elsewhere: {
      title: "The number’s secrets cannot be opened",
      means: "They were sealed with another key, as after a move to another machine. No reply can be sent.",
    },
    paused: {
      title: "Nothing is sent from this number, because WhatsApp refused",
      means: "What is written waits in its order and goes out when the number is resumed; nothing is lost.",
    },
    account_deleted: {
      title: "The WhatsApp Business account was deleted",
      means: "Messages can be neither received nor sent through it any more.",
    },
    account_disabled: {
      title: "WhatsApp has disabled the account",
      means: "Messages can be neither received nor sent until WhatsApp restores it.",
    },
    account_disable_scheduled: {
      title: "WhatsApp is going to disable the account",
      means: "Unless the decision is changed, messages will stop in both directions.",
    },
    account_restricted: {
      title: "WhatsApp has restricted the account",
      means: "Some kinds of messages are held back for now. Replies within 24 hours usually still work.",
    },
    account_disconnected: {
      title: "The account was disconnected from this app",
      means: "WhatsApp no longer delivers its messages here, and nothing can be sent.",
    },
    token_refused: {
      title: "WhatsApp does not accept the access token",
      means:
        "It has expired or was withdrawn. Replies are kept and marked as not sent ({{n}} in the last day).",
    },
    permission_refused: {
      title: "The access token may not send for this number",
      means: "A permission or the assignment of the account is missing. Not sent in the last day: {{n}}.",
    },
    payment_refused: {
      title: "WhatsApp asks for a way to pay",
      means:
        "Messages that cost money are held back until payment is settled. Not sent in the last day: {{n}}.",
    },
    account_locked: {
      title: "WhatsApp refuses to send for this account",
      means: "It is locked or restricted. Not sent in the last day: {{n}}.",
    },
    spam_limited: {
      title: "WhatsApp has limited what this number may send",
      means: "Too many people blocked or reported its messages. Not sent in the last day: {{n}}.",
    },
    not_registered: {
      title: "The number is not registered for sending",
      means: "WhatsApp knows the number but does not let it send yet. Not sent in the last day: {{n}}.",
    },
    dead_deliveries: {
      title: "Some deliveries from WhatsApp could not be read",
      means: "They are kept whole and can be tried again; nothing is lost. Waiting: {{n}}.",
    },
    review_rejected: {
      title: "The review of the business account ended with a no",
      means: "Templates and messages to new people may be held back.",
    },
    name_rejected: {
      title: "The display name was not accepted",
      means: "Clients see the phone number, or the former name, instead of the name you asked for.",
    },
    quality_low: {
      title: "WhatsApp rates the quality as low",
      means:
        "Clients blocked or reported messages. If it stays so, fewer people a day can be written to first.",
    },
    pin_reset_requested: {
      title: "Somebody asked to reset the number’s PIN",
      means: "The PIN protects the number from being registered elsewhere.",
    },
    account_alert: {
      title: "WhatsApp raised an alert about the account",
      means: "It says by a code what it is about; a limit or a feature may depend on it.",
    },
    account_violation: {
      title: "WhatsApp found a breach of its policy",
      means: "One is a warning. Several lead to restrictions.",
    },
    limit_lowered: {
      title: "Fewer new people a day can be written to",
      means: "Answering people who write to you is not affected.",
    },
    rate_limited: {
      title: "More was sent at once than WhatsApp allows",
      means: "What was refused for speed is tried again by itself. Refused in the last day: {{n}}.",
    },
    sends_failing: {
      title: "Several messages did not reach their readers",
      means: "Each has its reason in its own thread. Not delivered in the last day: {{n}}.",
    },
    free_tier_used: {
      title: "This month's free deliveries are used up",
      means: "From now to the end of the month each message you write costs. Free each month: {{n}}.",
    },
    free_tier_low: {
      title: "Most of this month's free deliveries are used",
      means: "Left this month: {{n}}. After them each message you write costs.",
    },
    media_failing: {
      title: "Some photos or files could not be fetched",
      means: "WhatsApp keeps them for seven days. Not fetched in the last day: {{n}}.",
    },
    review_pending: {
      title: "WhatsApp is reviewing the business account",
      means: "Everything works as before meanwhile.",
    },
    name_pending: {
      title: "The display name is in review",
      means: "Until it is approved, clients may see the phone number instead.",
    },
    pin_changed: {
      title: "The number’s PIN was changed",
      means: "That is fine if one of you did it.",
    },
    templates_disabled: {
      title: "WhatsApp disabled templates",
      means: "They can no longer be sent. Concerned: {{n}}.",
    },
    templates_paused: {
      title: "WhatsApp paused templates",
      means: "They cannot be sent for some hours, because clients marked them as unwanted. Concerned: {{n}}.",
    },
    templates_rejected: {
      title: "Templates were not accepted",
      means: "They cannot be sent until they are changed. Concerned: {{n}}.",
    },
    templates_flagged: {
      title: "Templates are close to being paused",
      means: "Clients marked them as unwanted, or they were sent too often. Concerned: {{n}}.",
    },
    templates_low_quality: {
      title: "Templates are poorly received",
      means: "If it stays so, WhatsApp pauses them. Concerned: {{n}}.",
    },
    templates_category: {
      title: "WhatsApp changes the category of templates",
      means: "The category decides the price and who may receive them. Concerned: {{n}}.",
    },
    history_declined: {
      title: "The chats of the business phone were not shared",
      means: "New messages come in as usual; older ones stay on the phone.",
    },
    whatsapp_error: {
      title: "WhatsApp reported an error of its own",
      means: "It belongs to no message. A single one usually passes by itself.",
    },
    unknown_notice: {
      title: "WhatsApp sent a notice Baton does not know: {{field}}",
      means: "It is kept below, as it came.",
    },
    account_reinstated: {
      title: "WhatsApp restored the account",
      means: "Messages go both ways again.",
    },
    disconnected: {
      title: "It was disconnected here",
      means: "Nothing is sent from it or received by it. What was said stays.",
    },
    all_well: {
      title: "Nothing stands out",
      means: "WhatsApp reports no trouble, and messages come as they usually do.",
    },
  },
  step: steps,
} as const;
