/** SQL of first words: what is set, who has just written, what was said to whom on which day. */
import type { Db } from "../db/pool.ts";
import type { FirstWordKind, FirstWordSettings, HeardMessage } from "./rules.ts";

export type StoredFirstWords = FirstWordSettings & {
  greeting: Record<string, string>;
  whenShut: Record<string, string>;
  fallbackLanguage: string;
};

const COLUMNS = `
  f.greets, f.answers_when_shut as "answersWhenShut", f.time_zone as "timeZone", f.opening, f.greeting,
  f.when_shut as "whenShut", f.fallback_language as "fallbackLanguage"`;

export async function findFirstWords(db: Db, numberId: number): Promise<StoredFirstWords | undefined> {
  const [row] = await db.query<StoredFirstWords>(
    `select ${COLUMNS} from first_words f where f.number_id = $1`,
    [numberId],
  );
  return row;
}

export async function writeFirstWords(
  tx: Db,
  numberId: number,
  words: StoredFirstWords,
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into first_words (number_id, greets, answers_when_shut, time_zone, opening, greeting, when_shut,
       fallback_language, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (number_id) do update set
       greets = excluded.greets, answers_when_shut = excluded.answers_when_shut, time_zone = excluded.time_zone,
       opening = excluded.opening, greeting = excluded.greeting, when_shut = excluded.when_shut,
       fallback_language = excluded.fallback_language, changed_at = excluded.changed_at`,
    [
      numberId,
      words.greets,
      words.answersWhenShut,
      words.timeZone,
      JSON.stringify(words.opening),
      JSON.stringify(words.greeting),
      JSON.stringify(words.whenShut),
      words.fallbackLanguage,
      now,
    ],
  );
}

/**
 * Messages that came in lately to numbers with something switched on. By the time of recording, which has an index of
 * a few pages; recorders commit out of order, so the same moments are asked for again and again.
 */
export async function listHeard(db: Db, since: Date): Promise<number[]> {
  const rows = await db.query<{ id: number }>(
    `select m.id
     from message m
     join first_words f on f.number_id = m.number_id and (f.greets or f.answers_when_shut)
     where m.recorded_at >= $1 and m.side = 'client' and m.came_by = 'webhook'
     order by m.id
     limit 50000`,
    [since],
  );
  return rows.map(({ id }) => id);
}

export type Heard = HeardMessage &
  StoredFirstWords & {
    id: number;
    conversationId: number;
    numberId: number;
    contactId: number;
    language: string | null;
  };

/** With all that decides about a first word, read in one go; of a merged person, of all their parts. */
export async function readHeard(db: Db, ids: readonly number[]): Promise<Heard[]> {
  const rows = await db.query<Omit<Heard, "said"> & { said: Record<string, string> | null }>(
    `select m.id, m.conversation_id as "conversationId", m.number_id as "numberId", m.kind, m.came_by as "cameBy",
       m.said_at as "saidAt", v.group_id is not null as "isGroup", m.revoked_at is not null as "isRevoked",
       c.id as "contactId", c.kinds as "contactKinds", c.language, ${COLUMNS},
       exists (
         select from contact_block b join contact p on p.id = b.contact_id
         where b.number_id = m.number_id and (p.id = c.id or p.merged_into = c.id)) as "isBlocked",
       talk.last as "lastBefore", talk.staff as "staffSaidAt", told.said
     from message m
     join conversation v on v.id = m.conversation_id
     join contact own on own.id = v.contact_id
     join contact c on c.id = coalesce(own.merged_into, own.id)
     join first_words f on f.number_id = m.number_id
     cross join lateral (
       select max(o.said_at) filter (where o.said_at < m.said_at - interval '5 minutes') as last,
         max(o.said_at) filter (where o.side = 'staff') as staff
       from contact p
       join conversation w on w.contact_id = p.id and w.number_id = m.number_id
       cross join lateral (
         select said_at, side from message where conversation_id = w.id and id <> m.id
         order by said_at desc, id desc limit 50) o
       where p.id = c.id or p.merged_into = c.id
     ) talk
     cross join lateral (
       select jsonb_object_agg(last.kind, last.at) as said
       from (
         select s.kind, max(s.at) as at
         from first_word_said s join contact p on p.id = s.contact_id
         where p.id = c.id or p.merged_into = c.id
         group by s.kind) last
     ) told
     where m.id = any ($1::bigint[])
     order by m.id`,
    [ids],
  );
  return rows.map((row) => ({
    ...row,
    said: Object.fromEntries(Object.entries(row.said ?? {}).map(([kind, at]) => [kind, new Date(at)])),
  }));
}

/** False when it was said that day already, by whichever process. */
export async function claimFirstWord(
  tx: Db,
  said: { contactId: number; kind: FirstWordKind; day: string; numberId: number; at: Date },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into first_word_said (contact_id, kind, day, number_id, at) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning contact_id`,
    [said.contactId, said.kind, said.day, said.numberId, said.at],
  );
  return rows.length === 1;
}
