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
  const given = chat.people.map((name) => corrections.roles.get(name) ?? null);
  const fixed = given.map((role, person) => role ?? (bots.has(person) ? "bot" : null));
  const roles = settle(chancesOf(known, fixed, weights), chat, fixed);
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

type Chances = { staff: number; worker: number };

/** Staff talk with clients and clients with staff: what is thought of the others is weighed in, a few times over. */
const ROUNDS = 4;
const BY_COMPANY = 1.5;

function chancesOf(
  known: readonly Known[],
  fixed: readonly (Role | null)[],
  weights: RoleWeights,
): Chances[] {
  const alone = roleFeatures(known).map((row) => ({
    staff: score(row, weights.staff),
    worker: score(row, weights.worker),
  }));
  const given = fixed.map((role) =>
    role === null
      ? null
      : { staff: Number(role === "staff" || role === "bot"), worker: Number(role === "worker") },
  );
  let chances = alone.map((own, person) => given[person] ?? softmax(own.staff, own.worker));
  for (let round = 0; round < ROUNDS; round++) {
    const last = chances;
    chances = alone.map(
      (own, person) =>
        given[person] ??
        softmax(own.staff + BY_COMPANY * clientsIn(known[person]?.behaviour.exchanges, last), own.worker),
    );
  }
  return chances;
}

/** From -1, only with ours, to 1, only with clients; 0 for who exchanges with nobody. */
function clientsIn(
  exchanges: ReadonlyMap<PersonIndex, number> | undefined,
  chances: readonly Chances[],
): number {
  let sum = 0;
  let weight = 0.5;
  for (const [person, amount] of exchanges ?? []) {
    const { staff, worker } = chances[person] ?? { staff: 0, worker: 0 };
    sum += amount * (1 - 2 * (staff + worker));
    weight += amount;
  }
  return sum / weight;
}

const score = (row: readonly number[], weights: readonly number[]): number =>
  row.reduce((sum, value, place) => sum + value * (weights[place] ?? 0), 0);

/** Against being a client, whose score is 0. */
function softmax(staff: number, worker: number): Chances {
  const most = Math.max(0, staff, worker);
  const sum = Math.exp(-most) + Math.exp(staff - most) + Math.exp(worker - most);
  return { staff: Math.exp(staff - most) / sum, worker: Math.exp(worker - most) / sum };
}

type Settled = { role: Role; certainty: number };

function settle(chances: readonly Chances[], chat: Chat, fixed: readonly (Role | null)[]): Settled[] {
  if (chat.people.length === 2) return ofTwo(chances, chat, fixed);
  const settled = chances.map(({ staff, worker }, person): Settled => {
    const role = fixed[person];
    if (role) return { role, certainty: CERTAINTY_OF_BOTS };
    if (staff + worker < 0.5) return { role: "client", certainty: 1 - staff - worker };
    return worker > staff ? { role: "worker", certainty: worker } : { role: "staff", certainty: staff };
  });
  return withStaff(settled, chances, fixed);
}
const CERTAINTY_OF_BOTS = 0.9;

/** In a direct chat one is the business, and the chat bears the name of the other in the phone it came from. */
const NAMED_BY_CHAT = 1.5;

function ofTwo(chances: readonly Chances[], chat: Chat, fixed: readonly (Role | null)[]): Settled[] {
  const logit = ({ staff, worker }: Chances = { staff: 0.5, worker: 0 }) =>
    Math.log(Math.max(1e-6, staff + worker)) - Math.log(Math.max(1e-6, 1 - staff - worker));
  const titled = chat.title === null ? -1 : chat.people.indexOf(chat.title);
  const byTitle = titled < 0 ? 0 : titled === 0 ? -NAMED_BY_CHAT : NAMED_BY_CHAT;
  const first = softmax(
    (logit(chances[0]) - logit(chances[1])) / 2 + byTitle,
    Number.NEGATIVE_INFINITY,
  ).staff;
  return [0, 1].map((person): Settled => {
    const own = fixed[person];
    if (own) return { role: own, certainty: CERTAINTY_OF_BOTS };
    const other = fixed[1 - person];
    if (other) return { role: other === "client" ? "staff" : "client", certainty: 1 };
    const chance = person === 0 ? first : 1 - first;
    return chance >= 0.5 ? { role: "staff", certainty: chance } : { role: "client", certainty: 1 - chance };
  });
}

/** Somebody must be staff: where none was found, the likeliest of the workers, else of all. */
function withStaff(
  settled: readonly Settled[],
  chances: readonly Chances[],
  fixed: readonly (Role | null)[],
): Settled[] {
  if (settled.some(({ role }) => role === "staff")) return [...settled];
  const free = settled.flatMap((_, person) => (fixed[person] ? [] : [person]));
  const workers = free.filter((person) => settled[person]?.role === "worker");
  const staffLike = (person: PersonIndex) => chances[person]?.staff ?? 0;
  const [likeliest] = (workers.length > 0 ? workers : free).toSorted(
    (one, other) => staffLike(other) - staffLike(one),
  );
  return settled.map((own, person) =>
    person === likeliest ? { role: "staff", certainty: Math.min(0.5, staffLike(person)) } : own,
  );
}
