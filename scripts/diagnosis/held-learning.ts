/** What each stage would be if it had never seen a chat: acts, links and roles learnt from the other folds. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { ActWeights } from "../../shared/diagnosis/acts/act-scores.ts";
import { type PackedActs, packActs, unpackActs } from "../../shared/diagnosis/acts/pack-acts.ts";
import { languagesOf, readMessages, settleReadings } from "../../shared/diagnosis/acts/read-messages.ts";
import type { Diagnosis, Reading, Thread } from "../../shared/diagnosis/diagnosis.ts";
import { guessRoles, knownOf } from "../../shared/diagnosis/people/guess-roles.ts";
import { roleFeatures } from "../../shared/diagnosis/people/role-features.ts";
import type { RoleWeights } from "../../shared/diagnosis/people/role-weights.ts";
import { findShifts } from "../../shared/diagnosis/shifts/find-shifts.ts";
import { conclude } from "../../shared/diagnosis/signs/conclude.ts";
import { findThreads } from "../../shared/diagnosis/threads/find-threads.ts";
import type { Ranker } from "../../shared/diagnosis/threads/ranker.ts";
import { learnReader } from "./act-reader.ts";
import { learnLinks } from "./link-learner.ts";
import { type Case, learnRoles } from "./role-learner.ts";
import type { Labelled } from "./thread-lessons.ts";
import type { TrainingChat } from "./training-chats.ts";

export const FOLDS = 6;

export type Learnt = { acts: ActWeights; ranker: Ranker; roles: RoleWeights };

/** Learnt without one part of the chats. `keep`: a folder where what took long is kept from one run to the next. */
export function learnWithoutEach(chats: readonly TrainingChat[], keep: string | null): Learnt[] {
  const kept = openKept(keep);
  const folds = Array.from({ length: FOLDS }, (_, fold) => fold);
  const others = (fold: number) => chats.filter((_, at) => at % FOLDS !== fold);
  const acts = folds.map((fold) =>
    unpackActs(kept<PackedActs>(`acts-${chats.length}-${fold}`, () => packActs(learnReader(others(fold))))),
  );
  const read: Labelled[] = [];
  const cases: Case[] = [];
  for (const [at, training] of chats.entries()) {
    const { chat, people, hours } = training;
    const raw = readMessages(chat, acts[at % FOLDS]);
    cases.push({ training, rows: roleFeatures(knownOf(chat, raw)) });
    read.push({ ...training, readings: settleReadings(raw, chat, people, hours) });
  }
  return acts.map((weights, fold) => ({
    acts: weights,
    ranker: kept(`links-${chats.length}-${fold}`, () =>
      learnLinks(read.filter((_, at) => at % FOLDS !== fold)),
    ),
    roles: kept(`roles-${chats.length}-${fold}`, () =>
      learnRoles(cases.filter((_, at) => at % FOLDS !== fold)),
    ),
  }));
}

export type Held = { found: Diagnosis; readings: Reading[]; threads: Thread[] };

/** What comes of a chat, from its bare text on. */
export function diagnoseHeld({ chat }: TrainingChat, { acts, ranker, roles }: Learnt): Held {
  const raw = readMessages(chat, acts);
  const people = guessRoles(chat, raw, { roles: new Map() }, roles);
  const shifts = findShifts(chat, people);
  const readings = settleReadings(raw, chat, people, shifts.hours);
  const threads = findThreads(chat, people, readings, ranker);
  const languages = languagesOf(raw);
  return { found: conclude({ chat, people, languages, readings, threads, shifts }), readings, threads };
}

function openKept(folder: string | null): <T>(name: string, learn: () => T) => T {
  return (name, learn) => {
    if (folder === null) return learn();
    mkdirSync(folder, { recursive: true });
    const file = `${folder}/${name}.json`;
    if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
    const learnt = learn();
    writeFileSync(file, JSON.stringify(learnt));
    return learnt;
  };
}
