/** Why somebody was taken for what they are, in figures the report can say. Pure. */
import type { Role, RoleReason } from "../diagnosis.ts";
import type { Known } from "./role-features.ts";

const MOST = 4;

type Weighed = { reason: RoleReason; strength: number };

/** Strongest first; at most four. */
export function reasonsOf(role: Role, known: Known): RoleReason[] {
  const weighed = role === "client" ? ofClient(known) : ofOurs(role, known);
  return weighed
    .filter(({ strength }) => strength >= 1)
    .sort((one, other) => other.strength - one.strength)
    .slice(0, MOST)
    .map(({ reason }) => reason);
}

/** A strength of 1 is just worth saying. */
function ofClient({ behaviour: { acts, answers } }: Known): Weighed[] {
  const asks = acts.request + acts.status_chase + acts.question;
  return [{ reason: { kind: "asks", share: asks }, strength: asks > answers ? asks / 0.15 : 0 }];
}

function ofOurs(role: Role, { behaviour, name, runsTheGroup }: Known): Weighed[] {
  const { answers, talksWith, promises, completions, hours, messages, acts } = behaviour;
  const isWorker = role === "worker";
  return [
    { reason: { kind: "answers", share: answers }, strength: answers / 0.15 },
    { reason: { kind: "breadth", people: talksWith }, strength: talksWith / 4 },
    {
      reason: { kind: "promises", count: Math.round(promises) },
      strength: promises >= 1 ? acts.promise / 0.08 : 0,
    },
    {
      reason: { kind: "reports_work", count: Math.round(completions) },
      strength: completions >= 1 ? (acts.completion / 0.15) * (isWorker ? 3 : 1) : 0,
    },
    { reason: { kind: "made_the_group" }, strength: runsTheGroup ? 3 : 0 },
    { reason: { kind: "named_like_the_business" }, strength: name.business ? 3 : 0 },
    { reason: { kind: "hours", share: hours }, strength: messages >= 20 ? hours / 0.85 : 0 },
  ];
}
