/**
 * The whole state that intake can write, so that two databases can be compared. Every column is in it by itself, also
 * one that a later migration adds; what is left out or said in other words is listed here, with why.
 */
import { createHash } from "node:crypto";
import type { Db } from "../server/db/pool.ts";

/** Each contact by all ids of the people merged with it, so that row ids do not matter; `name` of a thread; `ref` of a message. */
const NAMED = `
  with recursive root as (
    select id, id as root from contact where merged_into is null
    union all
    select c.id, root.root from contact c join root on c.merged_into = root.id
  ), ids as (
    select root.root, string_agg(i.kind || ':' || i.value, ',' order by i.kind, i.value) as all
    from contact_identity i join root on root.id = i.contact_id group by root.root
  ), who as (
    select root.id, root.root,
      case when length(ids.all) > 300 then left(ids.all, 60) || '… ' || md5(ids.all) else ids.all end as names
    from root left join ids on ids.root = root.root
  ), place as (
    select v.id, n.phone_number_id || ' ' || coalesce(who.names, 'group ' || v.group_id) as name
    from conversation v join number n on n.id = v.number_id left join who on who.id = v.contact_id
  ), named as (
    select m.id, place.name || ' ' ||
      case when o.message_id is null then m.wamid else 'ours ' || split_part(o.idempotency_key, ':', 2) end as ref
    from message m join place on place.id = m.conversation_id left join outbox o on o.message_id = m.id
  )`;

const ID = "an id of a row";
const SEALED = "a secret, sealed otherwise each time, and set by people";
const RECORDED = "when it was recorded";
const BY_WHICH = "of several deliveries that said the same, one; which, hangs on how they were cut";

export type CoveredTable = {
  joins?: string;
  where?: string;
  /** Columns said in other words: an expression that means the same in every database. */
  instead?: Record<string, string>;
  /** Columns that are no state, and why. */
  leaves?: Record<string, string>;
  /** Several rows are read as one: by what. The times then go outward, as the thread shows them. */
  readAs?: string;
  /** What of several rows counts, as screens read it. */
  pick?: { on: string; order: string };
};

const OWN_WORD = "of one row; what is shown of the whole person is in its name and username";
const FAMILY = "from contact o join root f on f.id = o.id where f.root = who.root";
const LATEST_WISH = `${FAMILY} order by o.marketing_changed_at desc nulls last, o.marketing_stopped_at limit 1`;

const NUMBER = "join number n on n.id = t.number_id";
const OF_NUMBER = { number_id: "n.phone_number_id" };
const SPEAKER = "left join who on who.id = t.contact_id";
const HEARER = "left join who heard on heard.id = t.with_contact_id";
const OF_MESSAGE = { message_id: "named.ref" };
const MESSAGE = "join named on named.id = t.message_id";

export const COVERED: Record<string, CoveredTable> = {
  number: {
    leaves: {
      id: ID,
      created_at: RECORDED,
      access_token_sealed: SEALED,
      app_secret_sealed: SEALED,
      verify_token_sealed: SEALED,
    },
  },
  delivery: {
    instead: { sha256: "encode(t.sha256, 'hex')", body: "encode(sha256(t.body), 'hex')" },
    leaves: {
      id: ID,
      received_at: RECORDED,
      recorded_at: RECORDED,
      times: "how often it came is counted, and nothing else comes of it",
      attempts: "how often it was tried is counted, and nothing else comes of it",
    },
  },
  contact: {
    joins: "join who on who.id = t.id",
    where: "t.merged_into is null",
    instead: {
      id: "who.names",
      created_at: `(select min(o.created_at) ${FAMILY})`,
      marketing_stopped_at: `(select o.marketing_stopped_at ${LATEST_WISH})`,
      marketing_changed_at: `(select o.marketing_changed_at ${LATEST_WISH})`,
    },
    leaves: {
      merged_into: "null in all that are read",
      ...{ profile_name: OWN_WORD, name_at: OWN_WORD, profile_username: OWN_WORD, username_at: OWN_WORD },
    },
  },
  contact_identity: { joins: SPEAKER, instead: { contact_id: "who.names" } },
  identity_pair: {},
  conversation: {
    joins: "join place on place.id = t.id",
    instead: { number_id: "place.name", contact_id: "place.name" },
    leaves: { id: ID },
    readAs: "place.name",
  },
  message: {
    joins: `join place on place.id = t.conversation_id join named on named.id = t.id ${SPEAKER}`,
    instead: { id: "named.ref", conversation_id: "place.name", contact_id: "who.names" },
    leaves: {
      number_id: "its conversation's",
      recorded_at: RECORDED,
      delivery_id: BY_WHICH,
      account_id: "who of us wrote it, which only we know",
    },
  },
  message_words: { joins: MESSAGE, instead: OF_MESSAGE },
  message_status: { joins: NUMBER, instead: OF_NUMBER, leaves: { delivery_id: BY_WHICH } },
  reaction: {
    joins: `${NUMBER} ${SPEAKER} ${HEARER}`,
    instead: { ...OF_NUMBER, contact_id: "who.names", with_contact_id: "heard.names" },
    leaves: { delivery_id: BY_WHICH },
    pick: {
      on: "n.phone_number_id, t.target_wamid, coalesce(who.root, 0)",
      order: "t.at desc, t.wamid desc",
    },
  },
  revision: {
    joins: `${NUMBER} ${HEARER}`,
    instead: { ...OF_NUMBER, with_contact_id: "heard.names" },
    leaves: { delivery_id: BY_WHICH },
  },
  media: {
    joins: `${MESSAGE} ${NUMBER}`,
    instead: { ...OF_MESSAGE, ...OF_NUMBER },
    leaves: { id: ID, created_at: RECORDED, fetched_at: RECORDED },
  },
  notice: {
    joins: "left join number n on n.id = t.number_id",
    instead: { ...OF_NUMBER, digest: "encode(t.digest, 'hex')" },
    leaves: { id: ID, delivery_id: BY_WHICH },
  },
  outbox: {
    joins: MESSAGE,
    instead: { ...OF_MESSAGE, idempotency_key: "split_part(t.idempotency_key, ':', 2)" },
    leaves: {
      queued_at: RECORDED,
      called_at: RECORDED,
      answered_at: RECORDED,
      next_at: "when our own clock tries again",
      called_by: "a process",
      attempts: "how often it was tried is counted, and nothing else comes of it",
    },
  },
};

/** Tables that recording never writes, and why. */
export const NOT_BY_INTAKE: Record<string, string> = Object.fromEntries(
  Object.entries({
    "what waits is not state yet; the recorder empties it": ["inbox"],
    "people with a login, by their own hands": [
      ...["team", "account", "team_member", "session", "api_token", "invitation", "setup_code", "audit"],
    ],
    "written when a person or a rule decides, not when something arrives": [
      ...["words", "request", "request_event", "request_message", "request_seen"],
      ...["mending", "mending_part", "mending_link"],
      ...["upload", "handed_file", "read_mark"],
      ...["number_terms", "cost_rate"],
      ...[
        "decision",
        "decision_message",
        "decision_part",
        "timer",
        "window_nudge",
        "contact_join",
        "contact_apart",
        "contact_block",
      ],
      ...["number_connection", "first_words", "first_word_said"],
    ],
    "folded by a job from the notices, which are covered, and from WhatsApp's list": [
      "template",
      "template_sync",
    ],
    "written by people for their own use": ["template_source", "quick_reply", "quick_reply_text"],
    "who looks at what in the tray, and what is put aside there, by people": [
      ...["tray_presence", "snooze", "snoozed_message"],
    ],
    "rules of the house, by managers, and what they were tried on": ["house_rule", "house_rule_trial"],
    "an exported chat that the board began with, by managers": ["chat_import", "chat_import_request"],
    "settings of the trade, by managers": ["category", "category_target", "area", "team_number"],
    "suggested beside the recorder, and learnt from what people decide": [
      ...[
        "suggestion",
        "suggested_message",
        "suggestion_outcome",
        "decision_lesson",
        "model",
        "contact_pace",
      ],
    ],
    "counts of what was cleared away, by age": ["delivery_week"],
    "counted from the messages, again and again": ["number_traffic"],
    "counted from the statuses, again and again": ["message_cost", "cost_month", "cost_pass"],
    "whose turn it is, at which pace: our own clock's, as `next_at` is": ["send_turn", "send_pace"],
    "the process's own": ["job_process", "kysely_migration", "kysely_migration_lock"],
  }).flatMap(([why, tables]) => tables.map((table) => [table, why])),
);

function statementOf(table: string, covered: CoveredTable): string {
  const { joins = "", where = "true", instead = {}, leaves = {}, readAs, pick } = covered;
  const gone = [...Object.keys(instead), ...Object.keys(leaves)].map((column) => `'${column}'`).join(", ");
  const said = Object.entries(instead).map(([column, expression]) => `'${column}', ${expression}`);
  const row = `to_jsonb(t) - array[${gone}]::text[] || jsonb_build_object(${said.join(", ")})`;
  const from = `from ${table} t ${joins} where ${where}`;
  if (readAs)
    return `${NAMED}, cell as (select ${readAs} as place, e.key, e.value ${from.replace(" where ", ` cross join lateral jsonb_each(${row}) e where `)})
      select place || ' ' || key || ': ' || coalesce(case when key = 'created_at' then min(value #>> '{}') else max(value #>> '{}') end, 'null') as row
      from cell group by place, key`;
  if (pick)
    return `${NAMED} select row from (select distinct on (${pick.on}) (${row})::text as row ${from} order by ${pick.on}, ${pick.order}) r`;
  return `${NAMED} select (${row})::text as row ${from}`;
}

const STATEMENTS = Object.entries(COVERED).map(
  ([table, covered]) => [table, statementOf(table, covered)] as const,
);

/** Which work waits, by what it is about; how often the same is asked for does not matter. */
const JOBS = `${NAMED}
  select distinct k.identifier || ' ' || coalesce(named.ref, place.name, j.payload::text) as row
  from graphile_worker._private_jobs j join graphile_worker._private_tasks k on k.id = j.task_id
  left join media f on k.identifier = 'fetch_media' and f.id = (j.payload ->> 'mediaId')::bigint
  left join named on named.id = f.message_id
  left join place on place.id = (j.payload ->> 'conversationId')::bigint`;

export type State = Record<string, string[]>;

/** Two databases with the same state say the same. */
export async function stateOf(db: Db): Promise<State> {
  const state: State = {};
  for (const [name, statement] of [...STATEMENTS, ["job", JOBS] as const]) {
    const rows = await db.query<{ row: string }>(statement);
    state[name] = rows.map(({ row }) => row).sort();
  }
  return state;
}

export const digestOf = (state: State): string =>
  createHash("sha256").update(JSON.stringify(state)).digest("hex");

/** What one says and the other does not, short enough to be read. */
export function differences(one: State, other: State): string[] {
  const only = (a: State, b: State, mark: string) =>
    Object.entries(a).flatMap(([table, rows]) => {
      const there = new Set(b[table]);
      return rows.filter((row) => !there.has(row)).map((row) => `${mark} ${table} ${row.slice(0, 1_000)}`);
    });
  return [...only(one, other, "-"), ...only(other, one, "+")].slice(0, 20);
}
