/** What tells that a message begins a request, or belongs to none. Pure. */
import { ACTS, type PersonIndex } from "../diagnosis.ts";
import { column, columns } from "./columns.ts";
import { STANDS } from "./open-thread.ts";
import type { Sheet } from "./ranker.ts";
import type { Scene } from "./scene.ts";
import {
  addActs,
  GAPS,
  gapOf,
  isBurst,
  isOver,
  type Shared,
  SIDES,
  STANDS_FOR,
  standFor,
} from "./shared-facts.ts";

// A new one.
const fresh = columns("new", SIDES);
const freshAct = columns("new, client does", ACTS);
const freshActOurs = columns("new, ours do", ACTS);
const freshNoneMine = column("new, none of the client's");
const freshNoneOpenAct = columns("new, none of the client's open, does", ACTS);
const freshOpenAct = columns("new, client's one open, does", ACTS);
const freshBurst = column("new, burst");
const freshBurstAct = columns("new, burst, does", ACTS);
const freshLong = column("new, long");
const freshShort = column("new, short");
const freshWordless = column("new, wordless");
const freshAlike = column("new, alike to one of the client's");
const freshAlikeAny = column("new, alike to one");
const freshFigure = column("new, figure never said");
const freshSilence = columns("new, client silent", GAPS);
const freshAsked = column("new, client was asked");
const freshAfterOurs = column("new, right after ours to the client");
const freshQuestionMark = column("new, question mark");
const freshFirstWords = column("new, first words in the chat");
const freshStandFor = columns("new, client's latest stands", STANDS_FOR);
const freshStandForLong = columns("new, long, client's latest stands", STANDS_FOR);
const freshStand = columns("new, client's latest stands", STANDS);
const freshStandNothing = columns("new, adds nothing, client's latest stands", STANDS);
const freshOverGap = columns("new, client's latest is over, after", GAPS);
const freshOverAlike = column("new, alike to what began one that is over");
const freshOverFigure = column("new, client's latest is over, figure");
const freshOverLong = column("new, client's latest is over, long");
const freshBefore = columns("new, client had", ["one", "two or three", "more"]);
const freshReply = columns("new, ours reply with", ACTS);
const freshNoReply = column("new, no reply");
const freshNextOwn = column("new, the writer goes on");
const freshOursNobody = column("new, ours, none awaited");
const freshOursNames = column("new, ours, names a client");

// None.
const none = columns("none", SIDES);
const noneAct = columns("none, client does", ACTS);
const noneActOurs = columns("none, ours do", ACTS);
const noneSure = columns("none, surely", ["chat", "acknowledgement", "closing"]);
const noneNobody = column("none, nothing open of the client");
const noneNobodyAct = columns("none, nothing open of the client, does", ACTS);
const noneStandNothing = columns("none, adds nothing, client's latest stands", STANDS);
const noneReply = columns("none, ours reply with", ACTS);
const noneNoReply = columns("none, no reply", SIDES);
const noneNextNothing = column("none, small talk next");
const noneOverAct = columns("none, the client's latest is over, does", ACTS);
const noneNoneMineAct = columns("none, nothing of the client's at all, does", ACTS);
const noneWordless = columns("none, wordless", SIDES);
const noneShort = column("none, short");
const noneLong = column("none, long, ours");
const noneBot = column("none, bot");
const noneAfterNone = column("none, after none");
const noneAfterNoneAct = columns("none, after none, does", ACTS);
const noneOwnNone = column("none, the writer's last was none, just now");
const noneSilence = columns("none, ours, chat silent", GAPS);
const noneAwaited = column("none, ours, nobody waits");
const noneAwaitedAct = columns("none, ours, nobody waits, does", ACTS);
const noneNoFigure = column("none, no figure, no name");
const noneAsks = columns("none, question mark", SIDES);
const noneBurst = columns("none, burst", SIDES);
const noneAfterOwn = columns("none, right after a word to the writer", SIDES);
const noneAside = columns("none, alike to what the writer said aside", SIDES);
const noneAsideRare = columns("none, rare word of what the writer said aside", SIDES);
const noneEverybody = columns("none, everybody", SIDES);
const noneStart = columns("none, first of the day", SIDES);
const noneDeleted = column("none, deleted");
const noneAlike = column("none, alike to one");

const SMALL = [ACTS.indexOf("chat"), ACTS.indexOf("acknowledgement")];

export function ofNew(rows: Sheet, scene: Scene, shared: Shared): void {
  const { isOurs, wordCount, isWordless, own, before, by } = scene;
  rows.add(fresh + shared.side, 1);
  rows.add(freshLong, wordCount >= 8);
  rows.add(freshShort, wordCount <= 3);
  rows.add(freshWordless, isWordless);
  rows.add(freshAlikeAny, Math.min(2, shared.most));
  rows.add(freshFigure, scene.hasFigure && shared.figureCount === 0);
  rows.add(freshQuestionMark, scene.asks);
  const burst = isBurst(scene);
  rows.add(freshBurst, burst && own.threads.length > 0);
  if (burst && own.threads.length > 0) addActs(rows, freshBurstAct, scene);
  if (isOurs) {
    addActs(rows, freshActOurs, scene);
    rows.add(freshOursNobody, shared.awaited === 0);
    rows.add(freshOursNames, shared.namesSomebody);
    return;
  }
  addActs(rows, freshAct, scene);
  const latest = shared.latestMine;
  if (latest) {
    const stand = STANDS.indexOf(latest.stand);
    const standing = standFor(latest, (scene.message.at - latest.lastAt) / 60_000);
    rows.add(freshStandFor + standing, 1);
    if (wordCount >= 5) rows.add(freshStandForLong + standing, 1);
    rows.add(freshStand + stand, 1);
    if (scene.reading.addsNothing) rows.add(freshStandNothing + stand, 1);
    if (isOver(latest)) {
      rows.add(freshOverGap + gapOf((scene.message.at - latest.lastAt) / 60_000), 1);
      rows.add(freshOverFigure, scene.hasFigure);
      rows.add(freshOverLong, wordCount >= 4);
    }
    rows.add(freshOverAlike, Math.min(2, shared.overAlike));
    rows.add(freshBefore + (shared.mineCount >= 4 ? 2 : shared.mineCount >= 2 ? 1 : 0), 1);
  }
  if (scene.reply) rows.add(freshReply + scene.reply.act, 1);
  else rows.add(freshNoReply, 1);
  rows.add(freshNextOwn, scene.next?.by === by);
  rows.add(freshNoneMine, shared.mineCount === 0);
  addActs(rows, shared.mineOpen === 0 ? freshNoneOpenAct : freshOpenAct, scene);
  rows.add(freshAlike, Math.min(2, shared.mineAlikeMost));
  rows.add(freshSilence + gapOf(own.minutes), 1);
  rows.add(freshFirstWords, own.minutes === Number.POSITIVE_INFINITY);
  rows.add(freshAsked, shared.latestMine?.isAsked === true);
  rows.add(freshAfterOurs, before.isOurs && before.threads.some(({ client }) => client === by));
}

export function ofNone(rows: Sheet, scene: Scene, shared: Shared): void {
  const { isOurs, wordCount, isWordless, own, before, by, reading, message } = scene;
  const { side } = shared;
  rows.add(none + side, 1);
  rows.add(noneWordless + side, isWordless);
  rows.add(noneShort, wordCount <= 3);
  rows.add(noneBot, scene.isBot);
  rows.add(noneAside + side, Math.min(2, scene.aside.words));
  rows.add(noneAsideRare + side, scene.aside.rarest);
  rows.add(noneEverybody + side, scene.everybody);
  rows.add(noneStart + side, before.minutes > 240);
  rows.add(noneDeleted, message.kind === "deleted");
  if (scene.asks) rows.add(noneAsks + side, 1);
  rows.add(noneNoFigure, !scene.hasFigure && !shared.namesSomebody);
  rows.add(noneAlike, Math.min(2, shared.most));
  if (!scene.reply) rows.add(noneNoReply + side, 1);
  else if (!isOurs) rows.add(noneReply + scene.reply.act, 1);
  rows.add(noneNextNothing, scene.next !== null && SMALL.includes(scene.next.act));
  const sure = ["chat", "acknowledgement", "closing"].indexOf(reading.act);
  if (sure >= 0 && reading.also.length === 0) rows.add(noneSure + sure, reading.confidence);
  const isAfterNone = before.by >= 0 && before.threads.length === 0;
  if (isAfterNone && before.minutes <= 30) {
    rows.add(noneAfterNone, 1);
    addActs(rows, noneAfterNoneAct, scene);
  }
  rows.add(noneOwnNone, own.threads.length === 0 && own.minutes <= 10);
  if (isBurst(scene)) rows.add(noneBurst + side, own.threads.length > 0);
  if (isOurs) {
    addActs(rows, noneActOurs, scene);
    rows.add(noneLong, wordCount >= 12);
    rows.add(noneSilence + gapOf(before.minutes), 1);
    rows.add(noneAwaited, shared.awaited === 0);
    if (shared.awaited === 0) addActs(rows, noneAwaitedAct, scene);
    return;
  }
  addActs(rows, noneAct, scene);
  rows.add(
    noneAfterOwn + side,
    before.isOurs && before.threads.some(({ client }: { client: PersonIndex | -1 }) => client === by),
  );
  if (shared.mineCount === 0) addActs(rows, noneNoneMineAct, scene);
  if (shared.mineOpen === 0) {
    rows.add(noneNobody, 1);
    addActs(rows, noneNobodyAct, scene);
  }
  if (shared.latestMine && reading.addsNothing)
    rows.add(noneStandNothing + STANDS.indexOf(shared.latestMine.stand), 1);
  if (shared.latestMine && isOver(shared.latestMine)) addActs(rows, noneOverAct, scene);
}
