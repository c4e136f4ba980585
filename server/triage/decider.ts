/**
 * Beside the recorder, never in it: looks at what has come into the tray, decides what is certain once the client has
 * paused, and keeps a suggestion for the rest. All it knows is in rows, so it may be killed at any moment, and of several
 * processes whichever is first does it. An item took 6 ms there (10,000,000 messages, 2,000 waiting), 2 ms of them the
 * suggestion itself.
 */
import type { MessageKind } from "../../shared/message.ts";
import type { Db } from "../db/pool.ts";
import { describeError } from "../describe-error.ts";
import { UserError } from "../errors.ts";
import { announce } from "../live/changes.ts";
import { type ReadyRule, rulesFor } from "../rules/acting.ts";
import type { System } from "../system.ts";
import { pressedButtonOf, sureInputOf } from "./attach-situation.ts";
import { decideSurely, type SureDecision } from "./decide-rules.ts";
import { byHouse } from "./house.ts";
import { type ModelSet, versionsOf } from "./model-set.ts";
import { type Kept, keptOf } from "./predicted.ts";
import { pausesOf, QUIET_FIRST_SECONDS, quietSecondsFrom } from "./quiet-rules.ts";
import { listLastWritten, listQuietSeconds, writeQuietSeconds } from "./quiet-store.ts";
import { readSituation, type Situation } from "./situation.ts";
import { type HolderRow, type KindRow, listHolders, listKinds } from "./situation-store.ts";
import { sortMessages } from "./sort.ts";
import { consider, suggestFor, type Tracks, weighedIn } from "./suggest.ts";
import {
  type Covered,
  findPending,
  lastHeardAt,
  listCovered,
  type NewSuggestion,
  settleGone,
  settleQuiet,
  tryDeciderLock,
  wasTakenBack,
  writeSuggestion,
} from "./suggestion-store.ts";
import { readTracks } from "./tracks.ts";
import { contactOf } from "./tray.ts";
import { type ItemRow, listItems } from "./tray-store.ts";

export type Deciding = Pick<System, "db" | "clock" | "log">;
/** The newest models, whenever they are asked for. */
export type CurrentModels = () => ModelSet;

/** Conversations looked at in one go, and items: what is over comes with the next look. */
const CONVERSATIONS = 100;
const ITEMS = 1_000;
/** Messages of a thread that tell how somebody writes. */
const WRITTEN = 60;

type Look = {
  system: Deciding;
  models: ModelSet;
  kinds: KindRow[];
  holders: HolderRow[];
  tracks: Tracks;
  quiet: Map<number, number>;
  rules: ReadyRule[];
  now: Date;
};
export type Looked = { decided: number; suggested: number; more: boolean };

const NOTHING: Looked = { decided: 0, suggested: 0, more: false };

/** One look at what is new or has gone quiet. Nothing when another process looks just now. */
export async function decideOnce(system: Deciding, models: CurrentModels): Promise<Looked> {
  // The transaction only holds the lock: each decision and suggestion is a transaction of its own.
  return system.db.transaction(async (tx) => ((await tryDeciderLock(tx)) ? look(system, models()) : NOTHING));
}

async function look(system: Deciding, models: ModelSet): Promise<Looked> {
  const { db, clock } = system;
  const now = clock.now();
  const { uncovered, quiet } = await findPending(db, now, CONVERSATIONS);
  const conversations = [...new Set([...uncovered, ...quiet])];
  if (conversations.length === 0) return NOTHING;
  const items = await listItems(db, conversations, ITEMS);
  const covered = new Map(
    (
      await listCovered(
        db,
        items.map(({ id }) => id),
      )
    ).map((each) => [each.headId, each]),
  );
  const contactIds = items.flatMap(({ contactId }) => contactId ?? []);
  const given: Look = {
    ...{ system, models, now },
    kinds: await listKinds(db),
    holders: await listHolders(db),
    tracks: await readTracks(db),
    quiet: await listQuietSeconds(db, contactIds),
    rules: await rulesFor(db),
  };
  const looked = { ...NOTHING, more: uncovered.length >= CONVERSATIONS || quiet.length >= CONVERSATIONS };
  for (const item of items) {
    const done = await lookAt(given, item, covered.get(item.id));
    if (done === "decided") looked.decided += 1;
    if (done === "suggested") looked.suggested += 1;
  }
  if (quiet.length > 0) await settleGone(db, now);
  if (looked.suggested > 0) await announce(db, ["tray"]);
  return looked;
}

type Done = "decided" | "suggested" | "left";

async function lookAt(look: Look, item: ItemRow, covered: Covered | undefined): Promise<Done> {
  const { system, now } = look;
  const { db } = system;
  const isCovered = covered !== undefined && sameIds(covered.messageIds, item.messageIds);
  if (isCovered && (covered.quietAt === null || covered.quietAt > now)) return "left";
  const quietAt = isCovered && covered.quietAt ? covered.quietAt : await quietAtOf(look, item);
  const isQuiet = quietAt <= now;
  try {
    const situation = await readSituation(db, item, {
      name: contactOf(item)?.name ?? "?",
      ...{ kinds: look.kinds, holders: look.holders },
    });
    const sure = item.isWorker ? null : surely(situation);
    const isDue = sure !== null && (isQuiet || sure.rule === "button") && isAllSaid(sure, situation);
    if (isDue && (await decideByRule(system, item, sure))) return "decided";
    if (isQuiet) await learnPace(db, item, now);
    if (isCovered) {
      await settleQuiet(db, [item.id]);
      return "left";
    }
    const considered = consider(situation, look.models);
    const own = suggestFor(situation, look.models, look.tracks, considered);
    const kept = keptOf(own, await byHouse(db, situation, own, now, look.rules));
    await keep(db, look, item, { ...kept, candidates: weighedIn(considered) }, isQuiet ? null : quietAt);
  } catch (error) {
    if (error instanceof Error && "code" in error) throw error;
    // One odd item must not keep the others waiting, nor be looked at each second.
    system.log.error(
      { error: describeError(error), message: item.id },
      "nothing could be suggested for an item",
    );
    await keep(db, look, item, ABSTAINS, null);
  }
  return "suggested";
}

const ABSTAINS = {
  ...{ kind: null, requestId: null, confidence: null },
  ...{ isUrgent: false, predicted: {}, candidates: null },
};

function sameIds(some: readonly number[], others: readonly number[]): boolean {
  const known = new Set(some);
  return some.length === others.length && others.every((id) => known.has(id));
}

const keep = (
  db: Db,
  { models, now }: Look,
  item: ItemRow,
  kept: Kept & Pick<NewSuggestion, "candidates">,
  quietAt: Date | null,
): Promise<boolean> =>
  writeSuggestion(
    db,
    { ...kept, headId: item.id, messageIds: item.messageIds, models: versionsOf(models), quietAt },
    now,
  );

async function quietAtOf({ system, quiet, now }: Look, item: ItemRow): Promise<Date> {
  const heardAt = (await lastHeardAt(system.db, item.messageIds)) ?? now;
  const seconds = (item.contactId !== null && quiet.get(item.contactId)) || QUIET_FIRST_SECONDS;
  return new Date(heardAt.getTime() + seconds * 1000);
}

const surely = (situation: Situation): SureDecision | null =>
  decideSurely(sureInputOf(situation, pressedButtonOf(situation)));

/** Of what is spoken, shown or attached the rules know nothing: these judge by the words alone. */
const BY_WORDS: readonly SureDecision["rule"][] = ["acknowledgement", "chase", "continues"];
const IN_WORDS: readonly MessageKind[] = ["text", "sticker", "button", "interactive"];
const isAllSaid = ({ rule }: SureDecision, { messages }: Situation): boolean =>
  !BY_WORDS.includes(rule) || messages.every(({ kind, isRevoked }) => IN_WORDS.includes(kind) && !isRevoked);

/** By the same way as a person. False when it was refused: somebody was faster, or the request does not allow it. */
async function decideByRule(system: Deciding, item: ItemRow, sure: SureDecision): Promise<boolean> {
  const { db, log } = system;
  if (await wasTakenBack(db, item.messageIds)) return false;
  try {
    await db.transaction((tx) =>
      sortMessages(
        tx,
        system,
        { kind: "rule", rule: sure.rule },
        {
          messageIds: item.messageIds,
          kind: sure.kind,
          requestId: sure.requestId === null ? null : Number(sure.requestId),
          ...{ title: null, categoryId: null, priority: "normal", place: null, linkedTo: null },
        },
      ),
    );
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    log.info({ code: error.code, rule: sure.rule, message: item.id }, "a sure decision was refused");
    return false;
  }
}

async function learnPace(db: Db, { contactId, conversationId }: ItemRow, now: Date): Promise<void> {
  if (contactId === null) return;
  const pauses = pausesOf(await listLastWritten(db, conversationId, WRITTEN));
  if (pauses.length === 0) return;
  await writeQuietSeconds(db, contactId, { seconds: quietSecondsFrom(pauses), pauses: pauses.length }, now);
}
