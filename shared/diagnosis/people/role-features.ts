/** What tells ours from clients, and staff from workers, as numbers for the two models of roles. Pure. */
import type { Behaviour } from "./behaviour.ts";
import type { NameSays } from "./name-words.ts";

export type Known = { behaviour: Behaviour; name: NameSays; runsTheGroup: boolean };

/** Of `roleFeatures`, in its order. */
export const ROLE_FEATURES = [
  "one",
  "asks",
  "questions",
  "closes",
  "promises",
  "completes",
  "acknowledges",
  "answer_words",
  "answers_others",
  "is_answered",
  "messages",
  "breadth",
  "naming",
  "names",
  "named",
  "days",
  "starts",
  "hours",
  "shown",
  "named_business",
  "named_work",
  "named_client",
  "runs_group",
] as const;

/** One row a person; amounts are against the mean of the chat, so that they mean the same in small and big ones. */
export function roleFeatures(people: readonly Known[]): number[][] {
  const meanOf = (value: (behaviour: Behaviour) => number) =>
    people.reduce((sum, { behaviour }) => sum + value(behaviour), 0) / Math.max(1, people.length);
  const messages = meanOf((behaviour) => behaviour.messages);
  const breadth = meanOf((behaviour) => behaviour.breadth);
  const days = meanOf((behaviour) => behaviour.daysShare);
  const hours = meanOf((behaviour) => behaviour.hours);
  const others = Math.max(1, people.length - 1);
  return people.map(({ behaviour, name, runsTheGroup }) => {
    const { acts } = behaviour;
    return [
      1,
      acts.request + acts.status_chase,
      acts.question,
      acts.closing + acts.cancel,
      acts.promise,
      acts.completion,
      acts.acknowledgement,
      acts.answer,
      behaviour.answers,
      behaviour.isAnswered,
      within(Math.log2((behaviour.messages + 1) / (messages + 1)), 3),
      within(Math.log2((behaviour.breadth + 0.5) / (breadth + 0.5)), 2),
      behaviour.naming,
      behaviour.names / others,
      within(behaviour.named, 1),
      behaviour.daysShare - days,
      behaviour.starts,
      behaviour.hours - hours,
      behaviour.shown,
      Number(name.business),
      Number(name.work),
      Number(name.client),
      Number(runsTheGroup),
    ];
  });
}

const within = (value: number, most: number): number => Math.max(-most, Math.min(most, value));
