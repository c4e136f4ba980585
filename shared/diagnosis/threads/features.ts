/** What tells that a message belongs to a request: a row for each candidate, then a new one, then none. Pure. */
import { column, columns } from "./columns.ts";
import { ofAnother, ofClient } from "./features-client.ts";
import { ours } from "./features-ours.ts";
import { ofNew, ofNone } from "./features-rest.ts";
import type { OpenThread } from "./open-thread.ts";
import type { Sheet } from "./ranker.ts";
import type { Likeness, Scene } from "./scene.ts";
import { type Shared, SIDES, sharedOf } from "./shared-facts.ts";

const last = columns("last in the chat", SIDES);
const place = columns("place in the chat", ["first", "second", "third", "fourth or more"]);
const apart = column("messages since");
const gap = column("time since");
const gapFar = column("over a week");
const words = columns("alike", SIDES);
const wordsFirst = column("alike to its first");
const wordsLast = column("alike to its last");
const wordsMost = columns("most alike", SIDES);
const wordsOnly = columns("only one alike", SIDES);
const rarest = columns("rare word", SIDES);
const figures = columns("figure", SIDES);
const figuresMost = column("figure of no other");
const figuresOther = column("figure of another");
const clientNamed = column("client named");
const workerNamed = column("worker named");
const otherNamed = column("another's client named");
const quick = columns("within a minute of its last", SIDES);
const ownLast = columns("where the writer spoke last", SIDES);
const ownLastQuick = columns("where the writer spoke last, minutes ago", SIDES);

/** As many rows as candidates, and two. */
export function addRows(rows: Sheet, scene: Scene): void {
  const shared = sharedOf(scene);
  scene.candidates.forEach((thread, at) => {
    const likeness = scene.likeness[at];
    if (likeness) pair(rows, scene, shared, thread, likeness, at);
    rows.endRow();
  });
  ofNew(rows, scene, shared);
  rows.endRow();
  ofNone(rows, scene, shared);
  rows.endRow();
}

function pair(
  rows: Sheet,
  scene: Scene,
  shared: Shared,
  thread: OpenThread,
  likeness: Likeness,
  at: number,
): void {
  const { message, by, isOurs, before, own } = scene;
  const { side } = shared;
  const minutes = (message.at - thread.lastAt) / 60_000;
  const isBefore = before.threads.includes(thread);
  const order = shared.places[at] ?? 0;
  if (isBefore) rows.add(last + side, 1);
  rows.add(place + Math.min(3, order), 1);
  rows.add(apart, Math.log2(message.index - thread.lastIndex) / 6);
  rows.add(gap, Math.log2(1 + minutes) / 12);
  rows.add(gapFar, minutes > 7 * 1440);
  rows.add(words + side, Math.min(3, likeness.words));
  rows.add(wordsFirst, Math.min(2, likeness.first));
  rows.add(wordsLast, Math.min(2, likeness.last));
  rows.add(rarest + side, likeness.rarest);
  rows.add(figures + side, likeness.figures);
  if (at === shared.mostAt) rows.add(wordsMost + side, 1);
  if (likeness.words > 0.15 && shared.alike === 1) rows.add(wordsOnly + side, 1);
  if (likeness.figures > 0.3 && shared.figureCount === 1) rows.add(figuresMost, 1);
  if (likeness.figures === 0 && shared.figureCount > 0) rows.add(figuresOther, 1);
  rows.add(clientNamed, likeness.isClientNamed);
  rows.add(workerNamed, likeness.isWorkerNamed);
  rows.add(otherNamed, !likeness.isClientNamed && shared.isClientNamed);
  if (minutes <= 1) rows.add(quick + side, 1);
  if (own.threads.includes(thread)) {
    rows.add(ownLast + side, 1);
    if (own.minutes <= 15) rows.add(ownLastQuick + side, 1);
  }
  if (isOurs) ours(rows, scene, shared, thread, likeness, at, minutes, isBefore);
  else if (thread.client === by) ofClient(rows, scene, shared, thread, likeness, at, minutes, isBefore);
  else ofAnother(rows, scene, thread, isBefore);
}
