/** Writes who is who, a set at a time. */
import { bigints, instants, strings } from "../db/arrays.ts";
import type { Db } from "../db/pool.ts";
import type { Id, Pair } from "./record-people-rules.ts";

/** What WhatsApp said of a person under the ids of one row. */
export type Facts = {
  name: string | null;
  nameAt: Date | null;
  username: string | null;
  usernameAt: Date | null;
  createdAt: Date;
};

/** Ids in the order of what was given. */
export async function addContacts(tx: Db, createdAt: readonly Date[]): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `insert into contact (created_at)
     select created_at from unnest($1::timestamptz[]) with ordinality as c (created_at, place) order by place
     returning id`,
    [createdAt],
  );
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}

/**
 * What is later by WhatsApp's time wins, also over what another process wrote meanwhile; a name given by a person
 * stays. Locked in order of the ids. Returns those whose whole person must be read anew.
 */
export async function updateContacts(tx: Db, facts: readonly (Facts & { id: number })[]): Promise<number[]> {
  const rows = await tx.query<{ rootId: number | null }>(
    `with locked as (
       select id from contact where id = any ($6::bigint[]) order by id for no key update
     )
     update contact c set
       name = coalesce(c.given_name,
         case when (g.name_at, g.name) > (coalesce(c.name_at, '-infinity'), coalesce(c.profile_name, '')) then g.name else c.profile_name end,
         c.name),
       profile_name = case when (g.name_at, g.name) > (coalesce(c.name_at, '-infinity'), coalesce(c.profile_name, ''))
         then g.name else c.profile_name end,
       name_at = greatest(c.name_at, g.name_at),
       username = case when (g.username_at, g.username) > (coalesce(c.username_at, '-infinity'), coalesce(c.profile_username, ''))
         then g.username else c.username end,
       profile_username = case when (g.username_at, g.username) > (coalesce(c.username_at, '-infinity'), coalesce(c.profile_username, ''))
         then g.username else c.profile_username end,
       username_at = greatest(c.username_at, g.username_at),
       created_at = least(c.created_at, g.created_at)
     from unnest($1::text[], $2::timestamptz[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::bigint[])
       as g (name, name_at, username, username_at, created_at, id)
       join locked using (id)
     where c.id = g.id
     returning case when c.is_joined then c.id else c.merged_into end as "rootId"`,
    [
      strings(facts.map(({ name }) => name)),
      instants(facts.map(({ nameAt }) => nameAt)),
      strings(facts.map(({ username }) => username)),
      instants(facts.map(({ usernameAt }) => usernameAt)),
      instants(facts.map(({ createdAt }) => createdAt)),
      bigints(facts.map(({ id }) => id)),
    ],
  );
  return [...new Set(rows.flatMap(({ rootId }) => rootId ?? []))];
}

export type IdentityWrite = {
  id: Id;
  contactId: number;
  fromMs: number;
  homeMs: number | null;
  sinceMs: number;
  untilMs: number | null;
  pairedMs: number | null;
};

const timeOf = (ms: number | null): string | null =>
  ms === null ? null : ms === Number.NEGATIVE_INFINITY ? "-infinity" : new Date(ms).toISOString();

export async function writeIdentities(tx: Db, identities: readonly IdentityWrite[]): Promise<void> {
  await tx.query(
    `insert into contact_identity (kind, value, contact_id, from_at, home_at, since, until, paired_at)
     select * from unnest($1::text[], $2::text[], $3::bigint[], $4::timestamptz[], $5::timestamptz[],
       $6::timestamptz[], $7::timestamptz[], $8::timestamptz[])
     on conflict (kind, value, from_at) do update set contact_id = excluded.contact_id, home_at = excluded.home_at,
       since = excluded.since, until = excluded.until, paired_at = excluded.paired_at`,
    [
      identities.map(({ id }) => id.kind),
      identities.map(({ id }) => id.value),
      identities.map(({ contactId }) => contactId),
      identities.map(({ fromMs }) => timeOf(fromMs)),
      identities.map(({ homeMs }) => timeOf(homeMs)),
      identities.map(({ sinceMs }) => timeOf(sinceMs)),
      identities.map(({ untilMs }) => timeOf(untilMs)),
      identities.map(({ pairedMs }) => timeOf(pairedMs)),
    ],
  );
}

export async function removeIdentities(tx: Db, gone: readonly { id: Id; fromMs: number }[]): Promise<void> {
  await tx.query(
    `delete from contact_identity i
     using unnest($1::text[], $2::text[], $3::timestamptz[]) as g (kind, value, from_at)
     where i.kind = g.kind and i.value = g.value and i.from_at = g.from_at`,
    [gone.map(({ id }) => id.kind), gone.map(({ id }) => id.value), gone.map(({ fromMs }) => timeOf(fromMs))],
  );
}

/** Of what was only seen together the earliest time is kept. */
export async function writePairs(tx: Db, pairs: readonly Pair[]): Promise<void> {
  await tx.query(
    `insert into identity_pair as p (a_kind, a_value, b_kind, b_value, relation, said_at, at)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[])
     order by 2, 4
     on conflict (a_value, b_value, relation, said_at, a_kind, b_kind) do update set at = excluded.at
       where excluded.at < p.at`,
    [
      pairs.map(({ a }) => a.kind),
      pairs.map(({ a }) => a.value),
      pairs.map(({ b }) => b.kind),
      pairs.map(({ b }) => b.value),
      pairs.map(({ relation }) => relation),
      pairs.map(({ relation, atMs }) => timeOf(relation === "seen" ? Number.NEGATIVE_INFINITY : atMs)),
      pairs.map(({ atMs }) => timeOf(atMs)),
    ],
  );
}

/** Where rows are read; nothing else of them moves, so that it can be taken back. */
export async function mergeContacts(
  tx: Db,
  rows: readonly { id: number; mergedInto: number | null; isJoined: boolean }[],
): Promise<void> {
  await tx.query(
    `with locked as (
       select id from contact where id = any ($1::bigint[]) order by id for no key update
     )
     update contact c set merged_into = g.merged_into, is_joined = g.is_joined
     from unnest($1::bigint[], $2::bigint[], $3::boolean[]) as g (id, merged_into, is_joined) join locked using (id)
     where c.id = g.id`,
    [
      rows.map(({ id }) => id),
      rows.map(({ mergedInto }) => mergedInto),
      rows.map(({ isJoined }) => isJoined),
    ],
  );
}

/**
 * What screens show of a whole person: the name a person gave, else WhatsApp's latest; the phone first seen last among
 * those not left. By a union, not an `or`: that read every contact for each of the batch (6 messages a second with
 * 2,000 new contacts; now by index).
 */
export async function refreshShown(tx: Db, rootIds: readonly number[]): Promise<void> {
  await tx.query(
    `with family as (
       select id as root_id, id from contact where id = any ($1::bigint[])
       union all
       select o.merged_into, o.id from contact o where o.merged_into = any ($1::bigint[])
     ), told as (
       select f.root_id,
         (array_agg(c.given_name order by c.id = f.root_id desc, c.given_at desc nulls last, c.id)
           filter (where c.given_name is not null))[1] as given,
         (array_agg(c.profile_name order by c.name_at desc nulls last, c.profile_name desc)
           filter (where c.profile_name is not null))[1] as profile,
         (array_agg(c.profile_username order by c.username_at desc nulls last, c.profile_username desc)
           filter (where c.profile_username is not null))[1] as username
       from family f join contact c on c.id = f.id
       group by f.root_id
     ), latest as (
       select distinct on (f.root_id) f.root_id, case when i.until is null then i.value end as phone
       from family f join contact_identity i on i.contact_id = f.id and i.kind = 'wa_id'
       order by f.root_id, i.until is null desc, i.since desc, i.value desc
     )
      update contact c set name = coalesce(told.given, told.profile), username = told.username, phone = latest.phone
     from told left join latest using (root_id)
     where c.id = told.root_id and (c.name, c.username, c.phone) is distinct from
       (coalesce(told.given, told.profile), told.username, latest.phone)`,
    [rootIds],
  );
}

/** What the next holder of a phone said, before it was known that there is one, becomes theirs. */
export async function handOver(
  tx: Db,
  turn: { fromId: number; toId: number; from: Date; before: Date | null },
): Promise<void> {
  const values = [turn.fromId, turn.toId, turn.from, turn.before];
  await tx.query(
    `insert into conversation (number_id, contact_id, created_at)
     select v.number_id, $2, $3 from conversation v
     where v.contact_id = $1 and exists (select from message m
       where m.conversation_id = v.id and m.said_at >= $3 and ($4::timestamptz is null or m.said_at < $4))
     on conflict do nothing`,
    values,
  );
  await tx.query(
    `update message m set conversation_id = t.id, contact_id = case when m.contact_id = $1 then $2 else m.contact_id end
     from conversation v join conversation t on t.number_id = v.number_id and t.contact_id = $2
     where v.contact_id = $1 and m.conversation_id = v.id and m.said_at >= $3
       and ($4::timestamptz is null or m.said_at < $4)`,
    values,
  );
  await tx.query(
    `update conversation v set created_at = coalesce(m.first_at, v.created_at), last_message_at = m.last_at, last_in_at = m.last_in_at
     from (
       select w.id, min(m.said_at) as first_at, max(m.said_at) as last_at,
         max(m.said_at) filter (where m.side in ('client', 'worker') or m.contact_id is not null and m.side = 'staff') as last_in_at
       from conversation w left join message m on m.conversation_id = w.id
       where w.contact_id in ($1, $2) group by w.id
     ) m where v.id = m.id and $3::timestamptz is not null and ($4::timestamptz is null or true)`,
    values,
  );
  await tx.query(
    `delete from conversation v
     where v.contact_id = $1 and not exists (select from message m where m.conversation_id = v.id)
       and not exists (select from request r where r.conversation_id = v.id)
       and not exists (select from decision d where d.conversation_id = v.id)`,
    [turn.fromId],
  );
  await tx.query(
    `update reaction set contact_id = case when contact_id = $1 then $2 else contact_id end,
       with_contact_id = case when with_contact_id = $1 then $2 else with_contact_id end
     where (contact_id = $1 or with_contact_id = $1) and at >= $3 and ($4::timestamptz is null or at < $4)`,
    values,
  );
  await tx.query(
    `update revision set with_contact_id = $2
     where with_contact_id = $1 and at >= $3 and ($4::timestamptz is null or at < $4)`,
    values,
  );
}

/** The latest wish counts; of two at the same moment the one to stop. */
export async function writePreferences(
  tx: Db,
  wishes: readonly { contactId: number; wantsMarketing: boolean; at: Date }[],
): Promise<void> {
  await tx.query(
    `update contact c set marketing_stopped_at = case when g.wants then null else g.at end, marketing_changed_at = g.at
     from unnest($1::bigint[], $2::boolean[], $3::timestamptz[]) as g (id, wants, at)
     where c.id = g.id and (c.marketing_changed_at is null or g.at > c.marketing_changed_at
       or (g.at = c.marketing_changed_at and not g.wants))`,
    [
      wishes.map(({ contactId }) => contactId),
      wishes.map(({ wantsMarketing }) => wantsMarketing),
      wishes.map(({ at }) => at),
    ],
  );
}
