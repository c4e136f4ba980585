/** Who is staff, worker, client or bot, guessed from how they behave; corrections stand and the rest follows them. Pure. */
import { actChances, type RawReadings } from "../acts/read-messages.ts";
import type { Chat } from "../chat.ts";
import type { Corrections, Person, PersonIndex, Role } from "../diagnosis.ts";
import { behavioursOf } from "./behaviour.ts";
import { whoRunsTheGroup } from "./group-lines.ts";
import { whatNamesSay } from "./name-words.ts";
import { type Known, roleFeatures } from "./role-features.ts";
import { reasonsOf } from "./role-reasons.ts";
import { ROLE_WEIGHTS, type RoleWeights } from "./role-weights.ts";
import { perhapsTheSame } from "./same-person.ts";
import { whoSendsTheSame } from "./same-text.ts";

export function guessRoles(
  chat: Chat,
  raw: RawReadings,
  corrections: Corrections,
  weights: RoleWeights = ROLE_WEIGHTS,
): Person[] {
  const known = knownOf(chat, raw);
  const bots = whoSendsTheSame(chat);
  const same = perhapsTheSame(chat);
  const rows = roleFeatures(known);
  const given = chat.people.map((name) => corrections.roles.get(name) ?? null);
  const fixed = given.map((role, person) => role ?? (bots.has(person) ? "bot" : null));
  const ours = chancesOfOurs(
    rows.map((row) => score(row, weights.ours)),
    known,
    fixed,
  );
  const roles = settle(
    ours,
    rows.map((row) => logistic(score(row, weights.worker))),
    chat,
    fixed,
  );
  return chat.people.map((name, person) => {
    const { role, certainty } = roles[person] ?? { role: "client", certainty: 0 };
    const { behaviour, name: says, runsTheGroup } = known[person] ?? {};
    return {
      name,
      role,
      messages: behaviour?.messages ?? 0,
      certainty: given[person] ? 1 : certainty,
      reasons: given[person]
        ? [{ kind: "said_by_you" }]
        : bots.has(person)
          ? [{ kind: "sends_the_same" }]
          : behaviour && says
            ? reasonsOf(role, { behaviour, name: says, runsTheGroup: runsTheGroup ?? false })
            : [],
      perhapsSameAs: same[person] ?? null,
    };
  });
}

/** What is known of each, before anybody's role is. */
export function knownOf(chat: Chat, raw: RawReadings): Known[] {
  const behaviours = behavioursOf(chat, (index) => actChances(raw, index));
  const names = whatNamesSay(chat.people, chat.title, chat.isGroup);
  const runs = whoRunsTheGroup(chat);
  return behaviours.map((behaviour, person) => ({
    behaviour,
    name: names[person] ?? { business: false, work: false, client: false },
    runsTheGroup: runs.has(person),
  }));
}

/** Ours talk with clients and clients with ours: what is thought of the others is weighed in, a few times over. */
const ROUNDS = 4;
const BY_COMPANY = 1;

function chancesOfOurs(
  alone: readonly number[],
  known: readonly Known[],
  fixed: readonly (Role | null)[],
): number[] {
  const decided = fixed.map((role) => (role === null ? null : role === "client" ? 0 : 1));
  let chances = alone.map((own, person) => decided[person] ?? logistic(own));
  for (let round = 0; round < ROUNDS; round++)
    chances = alone.map(
      (own, person) =>
        decided[person] ??
        logistic(own + BY_COMPANY * clientsIn(known[person]?.behaviour.exchanges, chances)),
    );
  return chances;
}

/** From -1, only with ours, to 1, only with clients; 0 for who exchanges with nobody. */
function clientsIn(exchanges: ReadonlyMap<PersonIndex, number> | undefined, ours: readonly number[]): number {
  let sum = 0;
  let weight = 0.5;
  for (const [person, amount] of exchanges ?? []) {
    sum += amount * (1 - 2 * (ours[person] ?? 0.5));
    weight += amount;
  }
  return sum / weight;
}

const score = (row: readonly number[], weights: readonly number[]): number =>
  row.reduce((sum, value, place) => sum + value * (weights[place] ?? 0), 0);
const logistic = (value: number): number => 1 / (1 + Math.exp(-value));

type Settled = { role: Role; certainty: number };

function settle(
  ours: readonly number[],
  workers: readonly number[],
  chat: Chat,
  fixed: readonly (Role | null)[],
): Settled[] {
  const chances = chat.people.length === 2 ? ofTwo(chat, ours, fixed) : ours;
  const settled = chances.map((chance, person): Settled => {
    const role = fixed[person];
    if (role) return { role, certainty: role === "bot" ? 0.9 : 1 };
    if (chance < 0.5) return { role: "client", certainty: 1 - chance };
    // A pair has nobody to send out.
    const work = chat.people.length === 2 ? 0 : (workers[person] ?? 0);
    return work >= 0.5
      ? { role: "worker", certainty: chance * work }
      : { role: "staff", certainty: chance * (1 - work) };
  });
  return withStaff(settled, chances, fixed);
}

/** In a direct chat one is the business, and the chat bears the name of the other in the phone it came from. */
const NAMED_BY_CHAT = 1.5;
function ofTwo(chat: Chat, ours: readonly number[], fixed: readonly (Role | null)[]): number[] {
  if (fixed.some((role) => role !== null))
    return ours.map((chance, person) => (fixed[person] ? chance : fixed[1 - person] === "client" ? 1 : 0));
  const logit = (chance: number) => Math.log(Math.max(1e-6, chance) / Math.max(1e-6, 1 - chance));
  const titled = chat.title === null ? -1 : chat.people.indexOf(chat.title);
  const first =
    (logit(ours[0] ?? 0.5) - logit(ours[1] ?? 0.5)) / 2 +
    (titled < 0 ? 0 : titled === 0 ? -NAMED_BY_CHAT : NAMED_BY_CHAT);
  return [logistic(first), logistic(-first)];
}

/** Somebody must be staff: where none was found, the likeliest of ours, else of all. */
function withStaff(
  settled: readonly Settled[],
  ours: readonly number[],
  fixed: readonly (Role | null)[],
): Settled[] {
  if (settled.some(({ role }) => role === "staff")) return [...settled];
  const free = settled.flatMap((_, person) => (fixed[person] ? [] : [person]));
  const among = free.some((person) => settled[person]?.role === "worker")
    ? free.filter((person) => settled[person]?.role === "worker")
    : free;
  const likeliest = among.reduce<PersonIndex | null>(
    (best, person) => (best === null || (ours[person] ?? 0) > (ours[best] ?? 0) ? person : best),
    null,
  );
  return settled.map((own, person) =>
    person === likeliest ? { role: "staff", certainty: Math.min(0.5, ours[person] ?? 0) } : own,
  );
}
