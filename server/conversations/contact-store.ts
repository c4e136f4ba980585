/** People on WhatsApp, with the request counts and conversations a list shows. */
import type { CONTACT_KINDS } from "../../shared/api/conversations.ts";
import type { Db } from "../db/pool.ts";

type ContactKind = (typeof CONTACT_KINDS)[number];

export type ContactRow = {
  id: number;
  name: string | null;
  username: string | null;
  phone: string | null;
  profileName: string | null;
  otherPhones: string[];
  previousPhones: string[];
  isJoined: boolean;
  refusesAdvertising: boolean;
  isBlocked: boolean;
  kinds: ContactKind[];
  since: Date;
  openRequests: number;
  conversationIds: number[];
};

export type ContactSearch = {
  /** Part of a name, for `ilike`; null for everyone. */
  pattern: string | null;
  /** Part of a number, for `like`. */
  digits: string | null;
  kind: ContactKind | null;
  /** The last contact of the page before. */
  after: number | null;
};

/** By name, then id. The place is named by an id, so that no name or number stands in an address (law 11). */
export async function selectContactIds(db: Db, search: ContactSearch, limit: number): Promise<number[]> {
  const rows = await db.query<{ id: number }>(
    `
    select c.id
    from contact c
    where c.merged_into is null
      and ($1::text is null or c.name ilike $1 or c.username ilike $1 or c.phone like $2 or c.id in (
        select coalesce(had.merged_into, had.id)
        from contact_identity i join contact had on had.id = i.contact_id
        where i.kind = 'wa_id' and i.value like $2
        union all
        select coalesce(had.merged_into, had.id) from contact had where had.profile_name ilike $1))
      and ($3::text is null or $3 = any (c.kinds))
      and ($4::bigint is null or (lower(coalesce(c.name, c.username, c.phone, '')), c.id) > (
        select lower(coalesce(l.name, l.username, l.phone, '')), l.id from contact l where l.id = $4))
    order by lower(coalesce(c.name, c.username, c.phone, '')), c.id
    limit $5`,
    [search.pattern, search.digits, search.kind, search.after, limit],
  );
  return rows.map(({ id }) => id);
}

/** Whatever was merged into a contact counts as its own. In the order of the ids. */
export async function selectContacts(db: Db, ids: readonly number[]): Promise<ContactRow[]> {
  return db.query<ContactRow>(
    `
    with part as (
      select id, coalesce(merged_into, id) as whole, created_at, profile_name, name_at, marketing_stopped_at,
        marketing_changed_at
      from contact
      where id = any ($1::bigint[]) or merged_into = any ($1::bigint[])
    ), told as (
      select whole, min(created_at) as since,
        (array_agg(profile_name order by name_at desc nulls last) filter (where profile_name is not null))[1] as profile,
        (array_agg(marketing_stopped_at is not null order by marketing_changed_at desc nulls last))[1] as refuses
      from part
      group by whole
    ), had as (
      select part.whole, json_agg(i.value order by i.since desc, i.value) filter (where i.until is null) as others,
        json_agg(i.value order by i.since desc, i.value) filter (where i.until is not null) as left_ones
      from part
      join contact_identity i on i.contact_id = part.id and i.kind = 'wa_id'
      join contact c on c.id = part.whole
      where i.value is distinct from c.phone
      group by part.whole
    ), spoken as (
      select part.whole, json_agg(v.id order by v.last_message_at desc nulls last, v.id) as ids
      from part
      join conversation v on v.contact_id = part.id
      group by part.whole
    ), asked as (
      select part.whole, count(*)::int as open
      from part
      join request r on r.contact_id = part.id
      where r.state not in ('closed', 'cancelled') and not r.is_void
      group by part.whole
    )
    select c.id, c.name, c.username, c.phone, c.kinds, told.since, c.is_joined as "isJoined",
      nullif(told.profile, c.name) as "profileName", coalesce(had.others, '[]') as "otherPhones",
      coalesce(had.left_ones, '[]') as "previousPhones",
      told.refuses as "refusesAdvertising",
      exists (select from contact_block b join part on part.id = b.contact_id where part.whole = c.id) as "isBlocked",
      coalesce(asked.open, 0) as "openRequests", coalesce(spoken.ids, '[]') as "conversationIds"
    from unnest($1::bigint[]) with ordinality as wanted (id, place)
    join contact c on c.id = wanted.id
    join told on told.whole = c.id
    left join had on had.whole = c.id
    left join spoken on spoken.whole = c.id
    left join asked on asked.whole = c.id
    order by wanted.place`,
    [ids],
  );
}

/** WhatsApp refused a message for that. */
const STOPPED_MARKETING = 131050;

/**
 * Whoever is known by several ids may have said it under any of them: one word is enough, theirs or WhatsApp's refusal
 * since they last said anything of it.
 */
export async function refusesMarketing(db: Db, contactId: number): Promise<boolean> {
  const rows = await db.query(
    `
    select part.id
    from contact asked
    join contact part on part.id = coalesce(asked.merged_into, asked.id)
      or part.merged_into = coalesce(asked.merged_into, asked.id)
    where asked.id = $1 and (part.marketing_stopped_at is not null or exists (
      select from conversation v
      join message m on m.conversation_id = v.id
      where v.contact_id = part.id and m.send_error = $2
        and m.said_at > coalesce(part.marketing_changed_at, '-infinity')))
    limit 1`,
    [contactId, STOPPED_MARKETING],
  );
  return rows.length > 0;
}

/** Where a contact is read, if there is one. */
export async function selectRoot(db: Db, id: number): Promise<number | undefined> {
  const [row] = await db.query<{ id: number }>(
    "select coalesce(merged_into, id) as id from contact where id = $1",
    [id],
  );
  return row?.id;
}

/** The contact a number belongs to already, were it only as its WhatsApp id. */
export async function selectContactByPhone(db: Db, digits: string): Promise<number | undefined> {
  const [row] = await db.query<{ id: number }>(
    `
    select coalesce(c.merged_into, c.id) as id
    from contact c
    where c.phone = $1
      or c.id in (select contact_id from contact_identity where kind = 'wa_id' and value = $1 and until is null)
    order by 1
    limit 1`,
    [digits],
  );
  return row?.id;
}

export async function insertContact(
  tx: Db,
  contact: { name: string; phone: string | null; kinds: readonly ContactKind[]; now: Date },
): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `insert into contact (name, given_name, given_at, phone, kinds, created_at)
    values ($1, $1, $4, $2, $3, $4) returning id`,
    [contact.name, contact.phone, contact.kinds, contact.now],
  );
  if (!row) throw new Error("the new contact has no id");
  return row.id;
}

/** As whoever has this phone since it last passed on. False when somebody else has it already. */
export async function insertWaId(tx: Db, contactId: number, waId: string, now: Date): Promise<boolean> {
  const rows = await tx.query(
    `
    insert into contact_identity (kind, value, contact_id, since, home_at, from_at)
    select 'wa_id', $2, $1, $3, $3, coalesce(max(turn.at), '-infinity')
    from (
      select at + interval '1 millisecond' as at from identity_pair
      where relation = 'moved' and a_kind = 'wa_id' and a_value = $2
      union all
      select at from identity_pair where relation = 'moved' and b_kind = 'wa_id' and b_value = $2
    ) turn
    where turn.at <= $3
    on conflict (kind, value, from_at) do nothing
    returning contact_id`,
    [contactId, waId, now],
  );
  return rows.length === 1;
}

/** False when there is no such contact. */
export async function updateContact(
  tx: Db,
  id: number,
  change: { name: string | null; kinds: readonly ContactKind[] | null; now: Date },
): Promise<boolean> {
  const rows = await tx.query(
    `
    update contact set name = coalesce($2, name), given_name = coalesce($2, given_name),
      given_at = case when $2::text is null then given_at else $4 end, kinds = coalesce($3::text[], kinds)
    where id = $1 and merged_into is null
    returning id`,
    [id, change.name, change.kinds, change.now],
  );
  return rows.length === 1;
}
