/** What the health of numbers is read from. Everything here is read only; other domains write it. */
import type { Db } from "../db/pool.ts";
import type { NoticeRow } from "./health-notices.ts";

/**
 * The latest notice of each kind about each subject: earlier ones say nothing that it does not. Which is the latest is
 * decided by WhatsApp's time, then by what it says, never by which arrived first (law 2).
 */
export async function listLatestNotices(
  db: Db,
  lastingFields: readonly string[],
  from: Date,
): Promise<NoticeRow[]> {
  return db.query<NoticeRow>(
    `select distinct on (
         field, number_id, business_account_id, body ->> 'display_phone_number', body ->> 'event', body ->> 'type',
         body ->> 'message_template_id', body -> 'alert_info' ->> 'alert_type', body -> 'waba_info' ->> 'waba_id',
         body ->> 'entity_id', body ->> 'code', body ->> 'current_limit',
         body ->> 'max_daily_conversations_per_business', body ->> 'max_daily_conversation_per_phone')
       field, at, number_id as "numberId", business_account_id as "businessAccountId", body
     from notice
     where at >= $2 or field = any ($1::text[])
     order by field, number_id, business_account_id, body ->> 'display_phone_number', body ->> 'event',
       body ->> 'type', body ->> 'message_template_id', body -> 'alert_info' ->> 'alert_type',
       body -> 'waba_info' ->> 'waba_id', body ->> 'entity_id', body ->> 'code', body ->> 'current_limit',
       body ->> 'max_daily_conversations_per_business', body ->> 'max_daily_conversation_per_phone',
       at desc, body::text desc`,
    [lastingFields, from],
  );
}

export type FailedSends = {
  numberId: number;
  code: number | null;
  count: number;
  firstAt: Date;
  lastAt: Date;
};

export async function listFailedSends(db: Db, from: Date): Promise<FailedSends[]> {
  return db.query<FailedSends>(
    `select number_id as "numberId", send_error as code, count(*)::integer as count,
       min(coalesce(send_state_at, recorded_at)) as "firstAt", max(coalesce(send_state_at, recorded_at)) as "lastAt"
     from message
     where recorded_at >= $1 and send_state = 'failed'
     group by number_id, send_error`,
    [from],
  );
}

export async function listLastSent(db: Db, from: Date): Promise<{ numberId: number; at: Date }[]> {
  return db.query(
    `select number_id as "numberId", max(recorded_at) as at
     from message
     where recorded_at >= $1 and send_state in ('sent', 'delivered', 'read', 'played') and came_by = 'us'
     group by number_id`,
    [from],
  );
}

export async function listFailedMedia(
  db: Db,
  from: Date,
): Promise<{ numberId: number; count: number; firstAt: Date }[]> {
  return db.query(
    `select message.number_id as "numberId", count(*)::integer as count, min(message.recorded_at) as "firstAt"
     from message
     join media on media.message_id = message.id and media.state = 'failed'
     where message.recorded_at >= $1
     group by message.number_id`,
    [from],
  );
}

export async function countDeadDeliveries(db: Db): Promise<{ count: number; firstAt: Date | null }> {
  const [row] = await db.query<{ count: number; firstAt: Date | null }>(
    `select count(*)::integer as count, min(received_at) as "firstAt" from delivery where outcome = 'dead'`,
  );
  return row ?? { count: 0, firstAt: null };
}

/** Signed, and on disk; recorded or still waiting. */
export async function lastDeliveryAt(db: Db): Promise<Date | null> {
  const [row] = await db.query<{ at: Date | null }>(
    `select greatest(
       (select max(received_at) from inbox),
       (select received_at from delivery order by id desc limit 1)) as at`,
  );
  return row?.at ?? null;
}

export async function countMarketingStops(
  db: Db,
  from: Date,
): Promise<{ numberId: number; count: number }[]> {
  return db.query(
    `select v.number_id as "numberId", count(*)::integer as count
     from contact c join conversation v on v.contact_id = c.id
     where c.marketing_stopped_at >= $1
     group by v.number_id`,
    [from],
  );
}

export type NoticeLine = {
  id: number;
  field: string;
  at: Date;
  body: unknown;
  /** In microseconds, since more than one may be of the same millisecond. */
  place: string;
};

export type NoticesAbout = {
  /** Null for what is about none of our numbers. */
  numberId: number | null;
  /** Those accounts, or all but those. */
  accounts: readonly string[];
  isAllBut: boolean;
  /** Digits: what names one of these is about another number of ours. */
  otherPhones: readonly string[];
};

/** Newest first; `before` is the place of the last line seen. */
export async function listNotices(
  db: Db,
  about: NoticesAbout,
  before: { place: string; id: number } | null,
  limit: number,
): Promise<NoticeLine[]> {
  return db.query<NoticeLine>(
    `select id, field, at, body, (extract(epoch from at) * 1000000)::bigint::text as place
     from notice
     where (number_id = $1
         or number_id is null
           and (business_account_id = any ($2::text[])) is distinct from $3
           and (regexp_replace(body ->> 'display_phone_number', '\\D', '', 'g') = any ($4::text[])) is not true)
       and ($5::bigint is null
         or (at, id) < ('epoch'::timestamptz + $5::bigint * interval '1 microsecond', $6::bigint))
     order by at desc, id desc
     limit $7`,
    [
      about.numberId,
      about.accounts,
      about.isAllBut,
      about.otherPhones,
      before?.place ?? null,
      before?.id ?? null,
      limit,
    ],
  );
}
