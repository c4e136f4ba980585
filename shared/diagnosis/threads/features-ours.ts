/** What tells that a message of ours belongs to a request. Pure. */
import { ACTS } from "../diagnosis.ts";
import { column, columns } from "./columns.ts";
import { type OpenThread, STANDS } from "./open-thread.ts";
import type { Sheet } from "./ranker.ts";
import type { Likeness, Scene } from "./scene.ts";
import { addActs, GAPS, gapOf, isOver, type Shared } from "./shared-facts.ts";

const oursAwaited = column("ours, awaited");
const oursAwaitedAct = columns("ours, awaited, does", ACTS);
const oursAwaitedRank = columns("ours, awaited, place", ["first", "second", "third or more"]);
const oursNotAwaitedAct = columns("ours, not awaited, does", ACTS);
const oursStand = columns("ours, stands", STANDS);
const oursOverAct = columns("ours, over, does", ACTS);
const oursPromisedAct = columns("ours, promised, does", ACTS);
const oursGap = columns("ours, after", GAPS);
const oursAwaitedGap = columns("ours, awaited, after", GAPS);
const oursLastMine = column("ours, spoke last of us there");
const oursLastMineAct = columns("ours, spoke last of us there, does", ACTS);
const oursTook = column("ours, took part");
const oursBurst = column("ours, burst");
const oursBurstAct = columns("ours, burst, does", ACTS);
const oursNext = column("ours, right after the client");
const oursNextAct = columns("ours, right after the client, does", ACTS);
const oursAfterOurs = column("ours, right after another of us");
const oursAfterOursAct = columns("ours, right after another of us, does", ACTS);
const oursNamesClient = column("ours, names its client");
const oursNamesOther = column("ours, names another client");
const oursToClient = column("ours, speaks to its client");
const oursWasNamed = column("ours, was named there");
const oursWasNamedAct = columns("ours, was named there, does", ACTS);
const workerTook = column("worker, took part");
const workerTookAct = columns("worker, took part, does", ACTS);
const workerNotTook = column("worker, did not take part");
const workerWordless = column("worker, wordless, took part");
const oursWordless = column("ours, wordless");
const oursAskedAgain = column("ours, asked already");
const oursNextClient = column("ours, its client speaks next");
const oursNextClientAct = columns("ours, its client speaks next, does", ACTS);
const oursNextOther = column("ours, another client speaks next");
const oursReplyClient = column("ours, its client replies");
const oursReplyOther = column("ours, another client replies");
const oursUnowned = column("ours, of no client");

const NEXT_MINUTES = 15;

export function ours(
  rows: Sheet,
  scene: Scene,
  shared: Shared,
  thread: OpenThread,
  likeness: Likeness,
  at: number,
  minutes: number,
  isBefore: boolean,
): void {
  const { by, isWorker, isWordless, before, own, addressed } = scene;
  const took = thread.took.includes(by);
  const after = gapOf(minutes);
  if (thread.isAwaited) {
    rows.add(oursAwaited, 1);
    addActs(rows, oursAwaitedAct, scene);
    rows.add(oursAwaitedRank + Math.min(2, shared.awaitedPlaces[at] ?? 0), 1);
    rows.add(oursAwaitedGap + after, 1);
  } else addActs(rows, oursNotAwaitedAct, scene);
  rows.add(oursStand + STANDS.indexOf(thread.stand), 1);
  if (isOver(thread)) addActs(rows, oursOverAct, scene);
  if (thread.stand === "promised") addActs(rows, oursPromisedAct, scene);
  rows.add(oursGap + after, 1);
  if (thread.lastOurs === by) {
    rows.add(oursLastMine, 1);
    addActs(rows, oursLastMineAct, scene);
  }
  rows.add(oursTook, took);
  if (isBefore && before.by === by && before.minutes <= 5) {
    rows.add(oursBurst, 1);
    addActs(rows, oursBurstAct, scene);
  } else if (isBefore && !before.isOurs) {
    rows.add(oursNext, 1);
    addActs(rows, oursNextAct, scene);
  } else if (isBefore) {
    rows.add(oursAfterOurs, 1);
    addActs(rows, oursAfterOursAct, scene);
  }
  rows.add(oursNamesClient, likeness.isClientNamed);
  rows.add(oursNamesOther, !likeness.isClientNamed && shared.isClientNamed);
  rows.add(oursToClient, thread.client >= 0 && addressed === thread.client);
  if (thread.named.includes(by)) {
    rows.add(oursWasNamed, 1);
    addActs(rows, oursWasNamedAct, scene);
  }
  if (isWorker && took) {
    rows.add(workerTook, 1);
    addActs(rows, workerTookAct, scene);
    rows.add(workerWordless, isWordless);
  } else if (isWorker) rows.add(workerNotTook, 1);
  rows.add(oursWordless, isWordless);
  rows.add(oursAskedAgain, thread.isAsked && own.threads.includes(thread));
  rows.add(oursUnowned, thread.client < 0);
  const { next, reply } = scene;
  if (next && !next.isOurs && next.minutes <= NEXT_MINUTES) {
    rows.add(next.by === thread.client ? oursNextClient : oursNextOther, 1);
    if (next.by === thread.client) rows.add(oursNextClientAct + next.act, 1);
  } else if (reply) rows.add(reply.by === thread.client ? oursReplyClient : oursReplyOther, 1);
}
