/**
 * Commands in sets: lock the requests in id order, decide in memory, write rows, texts and events at once.
 * A person's command is a batch of one; the recorder brings hundreds.
 */
import type { Db } from "../db/pool.ts";
import { announce, type Topic } from "../live/changes.ts";
import type { System } from "../system.ts";
import { clearTimers, setTimers } from "../timers/set.ts";
import { areasFor } from "../trade/area-for.ts";
import type { Ask, Command, Outcome, Refusal, Why } from "./command.ts";
import { type EventActor, type KeptEvent, type NewEvent, PART_OF } from "./events.ts";
import { type Heirs, handToHeir } from "./heir-rules.ts";
import { type FiledKind, settleKinds } from "./kind-rules.ts";
import { asUserError } from "./refusals.ts";
import { BLANK, type RequestRow, WORD_COLUMNS } from "./row.ts";
import { decide } from "./rules.ts";
import {
  findIntakeTeam,
  findReferences,
  insertEvents,
  insertRequests,
  insertWords,
  listAreas,
  listCategories,
  listEvents,
  listGone,
  lockRequests,
  reserveIds,
  updateRequests,
} from "./store.ts";
import { timersOf } from "./timer-rules.ts";

export type Applied = { ok: true; row: RequestRow; seqs: number[] } | (Refusal & { requestId: number });

export const reserveRequestIds = (tx: Db, count: number): Promise<number[]> =>
  reserveIds(tx, "request", count);

/** Apply commands in their order. Refused ones change nothing and come back with the reason; the rest go through. */
export async function applyCommands(
  tx: Db,
  system: Pick<System, "clock">,
  commands: readonly Command[],
): Promise<Applied[]> {
  const ids = [...new Set(commands.map((command) => command.requestId))];
  const before = new Map((await lockRequests(tx, ids)).map((row) => [row.id, row]));
  // Asked after the locks: whoever waited for one is later than what it waited for.
  const now = system.clock.now();
  const world = await loadWorld(tx, commands, before);
  const rows = new Map(before);
  const written: Written = { events: [], texts: [] };
  const applied = commands.map((command): Applied => {
    const { requestId } = command;
    const row = rows.get(requestId) ?? null;
    const outcome = decideIn(world, row, command, now);
    if (!outcome.ok) return { ...outcome, requestId };
    const kept = keep(row, requestId, outcome.events, command.actor, now, written);
    rows.set(requestId, kept.row);
    world.history.set(requestId, [...(world.history.get(requestId) ?? []), ...kept.events]);
    return { ok: true, row: kept.row, seqs: kept.events.map((event) => event.seq) };
  });
  await write(tx, before, rows, written, now);
  await announce(tx, topicsOf(rows, written));
  return applied;
}

/** One person's command. @throws UserError when it is refused */
export async function applyCommand(
  tx: Db,
  system: Pick<System, "clock">,
  command: Command,
): Promise<{ row: RequestRow; seqs: number[] }> {
  const [applied] = await applyCommands(tx, system, [command]);
  if (!applied) throw new Error("a command had no outcome");
  if (!applied.ok) throw await asUserError(tx, command.requestId, applied);
  return applied;
}

type World = {
  categories: Map<number, FiledKind>;
  areas: Map<number, number>;
  places: Map<string, number>;
  accounts: Set<number>;
  teams: Set<number>;
  workers: Set<number>;
  history: Map<number, KeptEvent[]>;
  heirs: Heirs;
};

async function loadWorld(
  tx: Db,
  commands: readonly Command[],
  rows: ReadonlyMap<number, RequestRow>,
): Promise<World> {
  const asks = commands.map((command) => command.ask);
  const owners = asks.flatMap((ask) =>
    (ask.kind === "open" || ask.kind === "change") && ask.owner ? [ask.owner] : [],
  );
  const wanted = {
    accounts: owners.filter((owner) => owner.kind === "account").map((owner) => owner.id),
    teams: owners.filter((owner) => owner.kind === "team").map((owner) => owner.id),
    workers: asks.flatMap((ask) => (ask.kind === "move" && ask.workerId ? [ask.workerId] : [])),
  };
  const isNamed = Object.values(wanted).some((list) => list.length > 0);
  const found = isNamed ? await findReferences(tx, wanted) : wanted;
  const looksBack = commands
    .filter(({ ask, requestId }) => {
      if (ask.kind === "undo" || rows.get(requestId)?.merged_into != null) return true;
      if (ask.kind !== "move" && ask.kind !== "change") return false;
      return ask.version !== null && ask.version < (rows.get(requestId)?.version ?? 0);
    })
    .map((command) => command.requestId);
  const events = looksBack.length > 0 ? await listEvents(tx, looksBack) : [];
  const areaIds = asks.flatMap((ask) =>
    ask.kind === "open" || ask.kind === "change" ? (ask.areaId ?? []) : [],
  );
  return {
    categories: new Map((await listCategories(tx)).map((kind) => [kind.id, kind])),
    areas: new Map(
      (areaIds.length > 0 ? await listAreas(tx, areaIds) : []).map(({ id, countsAs }) => [id, countsAs]),
    ),
    places: await areasFor(tx, asks.flatMap(placeToFind)),
    accounts: new Set(found.accounts),
    teams: new Set(found.teams),
    workers: new Set(found.workers),
    history: Map.groupBy(events, (event) => event.request_id),
    heirs: await findHeirs(tx, [...rows.values(), ...events.map(({ changes }) => changes)]),
  };
}

function decideIn(world: World, row: RequestRow | null, command: Command, now: Date): Outcome {
  const missing = missingIn(world, command);
  if (missing) return { ok: false, why: missing };
  const settled = settleKinds(command.ask, world);
  if ("why" in settled) return { ok: false, why: settled.why };
  const needsWork = row?.category_id == null || (world.categories.get(row.category_id)?.needsWork ?? true);
  const history = world.history.get(command.requestId) ?? [];
  const outcome = decide({ row, needsWork, history }, { ...command, ask: settled.ask }, now);
  return outcome.ok ? { ok: true, events: handToHeir(row, outcome.events, world.heirs, now) } : outcome;
}

/** What opens without an area lies where its place does. */
const placeToFind = (ask: Ask): string[] =>
  ask.kind === "open" && ask.place && ask.areaId == null ? [ask.place] : [];

const NOBODY_LEFT: Heirs = { left: new Set(), gone: new Map(), teamId: 0 };

async function findHeirs(
  tx: Db,
  held: readonly Partial<Pick<RequestRow, "owner_account_id" | "owner_team_id">>[],
): Promise<Heirs> {
  const accounts = held.flatMap(({ owner_account_id }) => owner_account_id ?? []);
  if (accounts.length === 0 && held.every(({ owner_team_id }) => owner_team_id == null)) return NOBODY_LEFT;
  const gone = await listGone(tx, [...new Set(accounts)]);
  if (gone.length === 0) return NOBODY_LEFT;
  const left = gone.filter(({ kind }) => kind === "account").map(({ id }) => id);
  const teams = gone.filter(({ kind }) => kind === "team").map(({ id, into }) => [id, into] as const);
  return { left: new Set(left), gone: new Map(teams), teamId: await findIntakeTeam(tx) };
}

/** What a command names and is not there. */
function missingIn(world: World, { ask }: Command): Why | null {
  if (ask.kind === "move")
    return ask.workerId !== null && !world.workers.has(ask.workerId) ? "no_such_worker" : null;
  if (ask.kind !== "open" && ask.kind !== "change") return null;
  if (!ask.owner) return null;
  const known = ask.owner.kind === "account" ? world.accounts : world.teams;
  return known.has(ask.owner.id) ? null : "no_such_owner";
}

type Written = { events: (KeptEvent & { request_id: number })[]; texts: string[] };

/**
 * Number the events and fold them into the row. Texts get their ids when all are known: until then
 * each is named by a negative number, its place in `texts`.
 */
function keep(
  row: RequestRow | null,
  requestId: number,
  made: readonly NewEvent[],
  actor: EventActor,
  now: Date,
  written: Written,
): { row: RequestRow; events: KeptEvent[] } {
  const nameText = (text: string): number => -written.texts.push(text);
  const folded: RequestRow = row ? { ...row } : { ...BLANK, id: requestId, version: 0 };
  const first = folded.version + 1;
  const events = made.map((event, index): KeptEvent => {
    const changes = { ...event.changes };
    for (const column of WORD_COLUMNS) {
      const text = event.words[column];
      if (text !== undefined) changes[column] = nameText(text);
    }
    return {
      seq: first + index,
      at: event.at,
      recorded_at: now.toISOString(),
      kind: event.kind,
      actor_kind: actor.kind,
      actor_id: actor.id,
      through: actor.through,
      changes,
      facts: index === 0 ? event.facts : { ...event.facts, [PART_OF]: first },
      text_id: event.text === null ? null : nameText(event.text),
    };
  });
  Object.assign(folded, ...events.map((event) => event.changes), {
    version: folded.version + events.length,
  });
  written.events.push(...events.map((event) => ({ ...event, request_id: requestId })));
  return { row: folded, events };
}

async function write(
  tx: Db,
  before: ReadonlyMap<number, RequestRow>,
  after: ReadonlyMap<number, RequestRow>,
  { events, texts }: Written,
  now: Date,
): Promise<void> {
  if (events.length === 0) return;
  const ids = await reserveIds(tx, "words", texts.length);
  const settle = (id: number): number => (id < 0 ? (ids[-id - 1] ?? id) : id);
  const changed = [...after.values()].filter((row) => row.version !== (before.get(row.id)?.version ?? 0));
  for (const columns of [...changed, ...events.map((event) => event.changes)])
    for (const column of WORD_COLUMNS) {
      const id = columns[column];
      if (id != null && id < 0) columns[column] = settle(id);
    }
  for (const event of events) if (event.text_id !== null) event.text_id = settle(event.text_id);
  await insertWords(
    tx,
    texts.map((body, index) => ({ id: settle(-index - 1), body })),
    now,
  );
  await insertRequests(
    tx,
    changed.filter((row) => !before.has(row.id)),
  );
  await updateRequests(
    tx,
    changed.filter((row) => before.has(row.id)),
  );
  await insertEvents(tx, events);
  await setRequestTimers(tx, before, changed);
}

/** Timers follow from the row, so whatever brought it here, undo included, they are right. */
async function setRequestTimers(
  tx: Db,
  before: ReadonlyMap<number, RequestRow>,
  changed: readonly RequestRow[],
): Promise<void> {
  const set: { purpose: string; subjectId: number; dueAt: Date }[] = [];
  const clear: { purpose: string; subjectId: number }[] = [];
  for (const row of changed) {
    const old = before.get(row.id);
    const had = old ? timersOf(old) : {};
    const has = timersOf(row);
    for (const [purpose, dueAt] of Object.entries(has))
      if (had[purpose]?.getTime() !== dueAt.getTime()) set.push({ purpose, subjectId: row.id, dueAt });
    for (const purpose of Object.keys(had)) if (!(purpose in has)) clear.push({ purpose, subjectId: row.id });
  }
  await setTimers(tx, set);
  await clearTimers(tx, clear);
}

function topicsOf(rows: ReadonlyMap<number, RequestRow>, { events }: Written): Topic[] {
  if (events.length === 0) return [];
  const ids = new Set(events.map((event) => event.request_id));
  return ["board", ...[...rows.keys()].filter((id) => ids.has(id)).map((id): Topic => `request:${id}`)];
}
