/** The door for notices: what WhatsApp said about numbers, accounts and templates, read as far as it can be. */
import { z } from "zod";

/** What of a notice the rules know; every field may be absent, and nothing here is ever refused (trap 15). */
export type HealthNotice = {
  field: string;
  at: Date;
  numberId: number | null;
  accountId: string | null;
  /** Tells two of the same moment apart by what they say, never by which arrived first (law 2). */
  tie: string;
  /** Digits. */
  phone: string | null;
  phoneNumberId: string | null;
  event: string | null;
  decision: string | null;
  status: string | null;
  reason: string | null;
  name: string | null;
  banState: string | null;
  restrictions: { type: string; until: Date | null }[];
  violation: string | null;
  alert: { type: string; severity: string; isActive: boolean } | null;
  limit: number | "unlimited" | null;
  template: {
    id: string;
    name: string;
    quality: string | null;
    category: [from: string, to: string] | null;
  } | null;
  errorCode: number | null;
};

export type NoticeRow = {
  field: string;
  at: Date;
  numberId: number | null;
  businessAccountId: string | null;
  body: unknown;
};

const Words = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim() || undefined)
  .optional()
  .catch(undefined);
const inner = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object(shape).partial().optional().catch(undefined);
/** WhatsApp gives one where a list belongs, and the other way round. */
const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .preprocess(
      (value) => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]),
      z.array(item),
    )
    .catch([]);
const AnyObject = z.record(z.string(), z.unknown()).catch({});

const Body = z.object({
  event: Words,
  type: Words,
  decision: Words,
  status: Words,
  reason: Words,
  rejection_reason: Words,
  display_phone_number: Words,
  requested_verified_name: Words,
  username: Words,
  waba_info: inner({ waba_id: Words }),
  disconnection_info: inner({ reason: Words }),
  ban_info: inner({ waba_ban_state: listOf(z.unknown()) }),
  restriction_info: listOf(AnyObject),
  violation_info: inner({ violation_type: Words }),
  entity_type: Words,
  entity_id: Words,
  alert_info: inner({ alert_type: Words, alert_severity: Words, alert_status: Words }),
  alert_type: Words,
  alert_severity: Words,
  alert_status: Words,
  current_limit: Words,
  max_daily_conversation_per_phone: Words,
  max_daily_conversations_per_business: Words,
  message_template_id: Words,
  message_template_name: Words,
  message_template_language: Words,
  new_quality_score: Words,
  previous_category: Words,
  new_category: Words,
  correct_category: Words,
  code: Words,
});
type Body = z.infer<typeof Body>;

export function readHealthNotice(row: NoticeRow): HealthNotice {
  const body = Body.parse(AnyObject.parse(row.body));
  const entity = body.entity_type?.toUpperCase();
  return {
    field: row.field,
    at: row.at,
    numberId: row.numberId,
    accountId: body.waba_info?.waba_id ?? row.businessAccountId,
    tie: canonical(row.body),
    phone: body.display_phone_number?.replaceAll(/\D/g, "") || null,
    phoneNumberId: entity?.includes("PHONE") ? (body.entity_id ?? null) : null,
    event: (body.event ?? body.type)?.toUpperCase() ?? null,
    decision: body.decision?.toUpperCase() ?? null,
    status: body.status?.toUpperCase() ?? null,
    reason: meant(body.rejection_reason ?? body.disconnection_info?.reason ?? body.reason),
    name: body.requested_verified_name ?? body.username ?? null,
    banState: firstWord(body.ban_info?.waba_ban_state),
    restrictions: body.restriction_info.map(restrictionOf),
    violation: body.violation_info?.violation_type ?? null,
    alert: alertOf(body),
    limit: limitOf(
      body.max_daily_conversations_per_business ??
        body.max_daily_conversation_per_phone ??
        body.current_limit,
    ),
    template: templateOf(body),
    errorCode: integerOf(body.code),
  };
}

const meant = (reason: string | undefined): string | null =>
  reason === undefined || /^none$/i.test(reason) ? null : reason;

function firstWord(list: unknown[] | undefined): string | null {
  const word = list?.find((each) => typeof each === "string");
  return typeof word === "string" ? word.toUpperCase() : null;
}

const Restriction = z.object({ restriction_type: Words, expiration: Words });
function restrictionOf(value: Record<string, unknown>): { type: string; until: Date | null } {
  const { restriction_type: type = "UNKNOWN", expiration } = Restriction.parse(value);
  return { type, until: timeOf(expiration) };
}

function timeOf(text: string | undefined): Date | null {
  if (text === undefined) return null;
  const number = Number(text);
  const time = Number.isNaN(number) ? Date.parse(text) : number > 1e11 ? number : number * 1000;
  return Number.isFinite(time) && Math.abs(time) < 8.64e15 ? new Date(time) : null;
}

function alertOf(body: Body): HealthNotice["alert"] {
  const type = body.alert_info?.alert_type ?? body.alert_type;
  if (type === undefined) return null;
  const severity = body.alert_info?.alert_severity ?? body.alert_severity ?? "WARNING";
  const status = body.alert_info?.alert_status ?? body.alert_status ?? "ACTIVE";
  return { type, severity: severity.toUpperCase(), isActive: status.toUpperCase() === "ACTIVE" };
}

/** "TIER_10K", "TIER_UNLIMITED", "2000", -1 and 2000 all occur. */
function limitOf(text: string | undefined): HealthNotice["limit"] {
  if (text === undefined) return null;
  const word = text.toUpperCase().replace(/^TIER_/, "");
  if (word === "UNLIMITED" || word === "-1") return "unlimited";
  const [, digits, thousand] = /^(\d{1,12})(K?)$/.exec(word) ?? [];
  return digits === undefined ? null : Number(digits) * (thousand ? 1000 : 1);
}

function templateOf(body: Body): HealthNotice["template"] {
  const id = body.message_template_id ?? body.message_template_name;
  if (id === undefined) return null;
  const { previous_category: before, new_category: after, correct_category: due } = body;
  // Announced: from the new one, which is wrong, to the correct one. Done: from the previous to the new one.
  const from = due === undefined ? before : after;
  const to = due ?? after;
  return {
    id,
    name: body.message_template_name ?? id,
    quality: body.new_quality_score?.toUpperCase() ?? null,
    category: from !== undefined && to !== undefined && from !== to ? [from, to] : null,
  };
}

function integerOf(text: string | undefined): number | null {
  const number = Number(text ?? Number.NaN);
  return Number.isSafeInteger(number) ? number : null;
}

/** The same text whatever order an object's fields are in. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inside: unknown) =>
    typeof inside === "object" && inside !== null && !Array.isArray(inside)
      ? Object.fromEntries(Object.entries(inside).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inside,
  );
}
