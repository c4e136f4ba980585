/** A walk by chance through split, merge, move, taking out, sorting and undo, over HTTP, by several people. */
import type { Db } from "../server/db/pool.ts";

/** A person's call of the API; null when no answer came. */
export type Ask = (
  method: string,
  path: string,
  body?: unknown,
) => Promise<{ status: number; body: unknown } | null>;
export type Walker = { name: string; ask: Ask };
/** What was done and stands: undone by whoever did it. */
type Done = { by: Walker; what: string; undoPath: string };

export type Walk = {
  /** Does or undoes something; whether it was not refused. */
  step(): Promise<boolean>;
  /** Undoes all that stands, in any order that is allowed. @throws when nothing of the rest may be undone */
  undoAll(): Promise<void>;
  /** What calls that were never answered did or undid is found in the rows. Not what it began with, up to a decision. */
  takeIn(begunWith: number): Promise<void>;
  unanswered(): number;
  readonly told: string[];
  readonly refusals: Map<string, number>;
};

function dice(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const oneOf = <Thing>(things: readonly Thing[]): Thing => {
    const thing = things[Math.floor(next() * things.length)];
    if (thing === undefined) throw new Error("nothing to choose from");
    return thing;
  };
  const some = <Thing>(things: readonly Thing[]): Thing[] => {
    const chosen = things.filter(() => next() < 0.4);
    return chosen.length > 0 ? chosen : [oneOf(things)];
  };
  return { next, oneOf, some };
}

export function walkOf(db: Db, walkers: readonly Walker[], seed: number): Walk {
  const { next, oneOf, some } = dice(seed);
  const done: Done[] = [];
  const told: string[] = [];
  const refusals = new Map<string, number>();
  let unanswered = 0;

  /** Every refusal is one a person understands; anything else ends the story. */
  async function asked(by: Walker, path: string, body: unknown = {}): Promise<unknown> {
    const answer = await by.ask("POST", path, body);
    if (answer === null) {
      unanswered += 1;
      return null;
    }
    if (answer.status === 200) return answer.body;
    const { error } = answer.body as { error?: { code?: string; message?: string } };
    if (![400, 403, 404, 409].includes(answer.status) || !error?.code || !error.message)
      throw new Error(`${path} of ${told.join("; ")}: ${answer.status} ${JSON.stringify(answer.body)}`);
    refusals.set(error.code, (refusals.get(error.code) ?? 0) + 1);
    return null;
  }

  async function mend(by: Walker, path: string, body: unknown): Promise<boolean> {
    const made = (await asked(by, path, body)) as { mendingId: number } | null;
    if (made === null) return false;
    const what = `${by.name} ${path} ${JSON.stringify(body)}`;
    told.push(what);
    done.push({ by, what, undoPath: `mendings/${made.mendingId}/undo` });
    return true;
  }

  async function sort(by: Walker, messageIds: number[], requestId: number | null): Promise<boolean> {
    const decision = requestId
      ? { messageIds, kind: "belongs", requestId }
      : { messageIds, kind: "opens", title: "Opened" };
    const made = (await asked(by, "tray/decisions", decision)) as { decision: { id: number } } | null;
    if (made === null) return false;
    const what = `${by.name} ${JSON.stringify(decision)}`;
    told.push(what);
    done.push({ by, what, undoPath: `tray/decisions/${made.decision.id}/undo` });
    return true;
  }

  async function undo(one: Done): Promise<boolean> {
    if ((await asked(one.by, one.undoPath)) === null) return false;
    told.push(`${one.by.name} ${one.undoPath}`);
    done.splice(done.indexOf(one), 1);
    return true;
  }

  async function act(by: Walker): Promise<boolean> {
    const held = await db.query<{ id: number; messageIds: number[] }>(
      `select r.id, array_agg(l.message_id order by l.message_id)::float8[] as "messageIds"
      from request r join request_message l on l.request_id = r.id where not r.is_void group by r.id order by r.id`,
    );
    const ids = (await db.query<{ id: number }>("select id from request where not is_void order by id")).map(
      ({ id }) => id,
    );
    const waiting = await db.query<{ id: number }>(
      "select id from message where triage = 'waiting' order by id",
    );
    const lot = next();
    if (waiting.length > 0 && (lot < 0.25 || held.length === 0)) {
      const messageIds = some(waiting.map(({ id }) => id));
      return sort(by, messageIds, next() < 0.5 ? oneOf(ids) : null);
    }
    const from = oneOf(held);
    const messageIds = some(from.messageIds);
    const keep = next() < 0.4;
    if (lot < 0.45) return mend(by, `requests/${from.id}/split`, { messageIds, keep, title: "Split" });
    if (lot < 0.7)
      return mend(by, `requests/${from.id}/messages/move`, { messageIds, keep, toRequestId: oneOf(ids) });
    if (lot < 0.8) return mend(by, `requests/${from.id}/messages/take-out`, { messageIds });
    return mend(by, `requests/${oneOf(ids)}/merge`, { intoId: oneOf(ids) });
  }

  return {
    told,
    refusals,
    unanswered: () => unanswered,
    step: () => (done.length > 3 && next() < 0.35 ? undo(oneOf(done)) : act(oneOf(walkers))),
    async undoAll() {
      while (done.length > 0) {
        let isAnyUndone = false;
        for (const one of [...done].sort(() => next() - 0.5)) isAnyUndone = (await undo(one)) || isAnyUndone;
        if (!isAnyUndone)
          throw new Error(
            `none can be undone: ${done.map(({ what }) => what).join("; ")} of ${told.join("; ")}`,
          );
      }
    },
    async takeIn(begunWith) {
      const standing = await db.query<{ path: string; name: string }>(
        `select 'mendings/' || m.id || '/undo' as path, account.name from mending m
        join account on account.id = m.actor_id where m.actor_kind = 'account' and m.undone_at is null
        union all
        select 'tray/decisions/' || d.id || '/undo', account.name from decision d
        join account on account.id = d.account_id where d.undone_at is null and d.id > $1`,
        [begunWith],
      );
      const known = new Map(done.splice(0).map((one) => [one.undoPath, one]));
      for (const { path, name } of standing) {
        const by = walkers.find((walker) => walker.name === name);
        if (!by) throw new Error(`${name} does not walk here`);
        done.push(known.get(path) ?? { by, what: `unanswered ${path}`, undoPath: path });
      }
    },
  };
}
