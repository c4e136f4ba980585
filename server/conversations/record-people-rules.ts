/**
 * Who is who. A person is found by BSUID, then parent BSUID, then phone; ids named together belong together.
 * Pure: takes what is known, says what to write. Two people who both have a phone are never made one,
 * except when WhatsApp itself says that one became the other.
 */
import type { Person } from "../whatsapp/payload-events.ts";

export type IdentityKind = "bsuid" | "parent_bsuid" | "wa_id";
export type KnownIdentity = {
  kind: IdentityKind;
  value: string;
  /** The row it stands at, and the contact that row is read at since it was merged. */
  ownerId: number;
  rootId: number;
  since: Date;
  until: Date | null;
};
export type KnownContact = {
  id: number;
  kinds: readonly string[];
  hasPhone: boolean;
  name: string | null;
  nameAt: Date | null;
  username: string | null;
  usernameAt: Date | null;
  createdAt: Date;
};

/** `if_linked`: only worth a contact when it teaches that two ids are one person (a status about a stranger). */
export type Sighting = { person: Person; at: Date; creates: "always" | "if_linked" };
export type Link = { previous: Person; current: Person; at: Date };

/** A contact while a batch is decided; `id` is null until it is inserted. */
export type Node = {
  id: number | null;
  kinds: readonly string[];
  hasPhone: boolean;
  name: string | null;
  nameAt: Date | null;
  username: string | null;
  usernameAt: Date | null;
  createdAt: Date;
  isChanged: boolean;
  into: Node | null;
};

export type IdentityWrite = {
  kind: IdentityKind;
  value: string;
  node: Node;
  since: Date;
  until: Date | null;
};

export type PeoplePlan = {
  nodeOf(person: Person): Node | null;
  added: Node[];
  changed: Node[];
  identities: IdentityWrite[];
  merges: { loserId: number; winner: Node }[];
  /** Whose phone may be another now. */
  phones: Node[];
};

type Holding = { node: Node; ownerId: number | null; since: Date; until: Date | null; isWritten: boolean };

const identityKey = (kind: IdentityKind, value: string): string => `${kind}:${value}`;

/** In the order in which they are believed. */
export function idsOf(person: Person): { kind: IdentityKind; value: string; key: string }[] {
  const ids: { kind: IdentityKind; value: string; key: string }[] = [];
  const add = (kind: IdentityKind, value: string | null) => {
    if (value !== null) ids.push({ kind, value, key: identityKey(kind, value) });
  };
  add("bsuid", person.bsuid);
  add("parent_bsuid", person.parentBsuid);
  add("wa_id", person.waId);
  return ids;
}

const rootOf = (node: Node): Node => (node.into ? rootOf(node.into) : node);

/** Earliest first, so that the batch's own order matters as little as can be (law 2). */
export function planPeople(
  known: readonly KnownIdentity[],
  contacts: readonly KnownContact[],
  sightings: readonly Sighting[],
  links: readonly Link[],
): PeoplePlan {
  const byId = new Map<number, Node>(
    contacts.map((contact) => [contact.id, { ...contact, isChanged: false, into: null }]),
  );
  const held = new Map<string, Holding>();
  for (const { kind, value, ownerId, rootId, since, until } of known) {
    const node = byId.get(rootId);
    if (node) held.set(identityKey(kind, value), { node, ownerId, since, until, isWritten: false });
  }
  const added: Node[] = [];
  const merges: PeoplePlan["merges"] = [];
  const phones = new Set<Node>();
  const nodes = new Map<Person, Node>();

  function find(key: string, at: Date): Node | null {
    const holding = held.get(key);
    return holding && !(holding.until && at > holding.until) ? rootOf(holding.node) : null;
  }
  function create(at: Date): Node {
    const node: Node = {
      id: null,
      kinds: ["client"],
      hasPhone: false,
      name: null,
      nameAt: null,
      username: null,
      usernameAt: null,
      createdAt: at,
      isChanged: false,
      into: null,
    };
    added.push(node);
    return node;
  }
  function merge(loser: Node, winner: Node): void {
    loser.into = winner;
    winner.hasPhone ||= loser.hasPhone;
    learn(winner, loser.name, loser.nameAt, loser.username, loser.usernameAt, loser.createdAt);
    phones.add(winner);
    if (loser.id !== null) merges.push({ loserId: loser.id, winner });
  }
  /** Give the ids to the node, or make one of the people who hold them; returns who it is then. */
  function attach(
    start: Node,
    person: Person,
    at: Date,
    mayMerge: (other: Node, by: IdentityKind) => boolean,
  ): Node {
    let node = start;
    for (const { kind, key } of idsOf(person)) {
      const owner = find(key, at);
      const holding = held.get(key);
      if (!owner) {
        held.set(key, { node, ownerId: null, since: at, until: null, isWritten: true });
        if (kind === "wa_id") {
          node.hasPhone = true;
          phones.add(node);
        }
      } else if (owner === node) {
        if (holding && at < holding.since) {
          Object.assign(holding, { since: at, isWritten: true });
          if (kind === "wa_id") phones.add(node);
        }
      } else if (mayMerge(owner, kind)) {
        const winner = winnerOf(node, owner);
        merge(winner === node ? owner : node, winner);
        node = winner;
      }
    }
    return node;
  }

  const steps = [
    ...links.map((link) => ({ at: link.at, sighting: null, link })),
    ...sightings.map((sighting) => ({ at: sighting.at, sighting, link: null })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());

  for (const { at, sighting, link } of steps) {
    if (sighting) {
      const { person } = sighting;
      const ids = idsOf(person);
      const found = firstFound(ids, (key) => find(key, at));
      if (!found && (ids.length === 0 || (sighting.creates === "if_linked" && ids.length < 2))) continue;
      const start = found ?? create(at);
      const node = attach(start, person, at, (other) => !(other.hasPhone && start.hasPhone));
      learn(node, person.name, at, person.username, at, at);
      nodes.set(person, node);
    } else {
      followLink(link);
    }
  }

  /**
   * WhatsApp says that one became the other: whoever holds an id of it is that person, phone or not. A phone alone
   * may have been somebody else's before, so it counts only if nothing else is known of its holder.
   */
  function followLink({ previous, current, at }: Link): void {
    const before = idsOf(previous);
    const after = idsOf(current);
    const start = firstFound([...before, ...after], (key) => find(key, at)) ?? create(at);
    const named = new Set([...before, ...after].map(({ key }) => key));
    const isOnlyThem = (other: Node) =>
      [...held].every(([key, { node }]) => rootOf(node) !== other || named.has(key));
    const mayMerge = (other: Node, by: IdentityKind) =>
      by !== "wa_id" || !(other.hasPhone && rootOf(start).hasPhone) || isOnlyThem(other);
    const node = attach(attach(start, previous, at, mayMerge), current, at, mayMerge);
    learn(node, current.name, at, current.username, at, at);
    nodes.set(previous, node);
    nodes.set(current, node);
    const left = previous.waId !== null && current.waId !== null && previous.waId !== current.waId;
    const holding = left && held.get(identityKey("wa_id", previous.waId ?? ""));
    if (holding && rootOf(holding.node) === node && !(holding.until && holding.until <= at)) {
      Object.assign(holding, { until: at, isWritten: true });
      phones.add(node);
    }
  }

  return {
    nodeOf: (person) => {
      const node = nodes.get(person);
      return node ? rootOf(node) : null;
    },
    added: added.filter((node) => !node.into),
    changed: [...byId.values()].filter((node) => node.isChanged && !node.into),
    identities: [...held].flatMap(([key, holding]) => {
      if (!holding.isWritten) return [];
      const { kind, value } = parted(key);
      const owner = holding.ownerId === null ? undefined : { ...rootOf(holding.node), id: holding.ownerId };
      return [
        { kind, value, node: owner ?? rootOf(holding.node), since: holding.since, until: holding.until },
      ];
    }),
    merges: merges.map(({ loserId, winner }) => ({ loserId, winner: rootOf(winner) })),
    phones: [...new Set([...phones].map(rootOf))],
  };
}

function parted(key: string): { kind: IdentityKind; value: string } {
  const colon = key.indexOf(":");
  const kind = key.slice(0, colon);
  const value = key.slice(colon + 1);
  if (kind === "bsuid" || kind === "parent_bsuid" || kind === "wa_id") return { kind, value };
  throw new Error("An identity's key has no kind.");
}

function firstFound(ids: readonly { key: string }[], find: (key: string) => Node | null): Node | null {
  for (const { key } of ids) {
    const node = find(key);
    if (node) return node;
  }
  return null;
}

/** Who has a phone; else who was there first. */
function winnerOf(a: Node, b: Node): Node {
  if (a.hasPhone !== b.hasPhone) return a.hasPhone ? a : b;
  if (a.id === null || b.id === null) return a.id === null ? b : a;
  return a.id < b.id ? a : b;
}

/** The latest name by WhatsApp's time; of two at the same second the one that sorts last, in whatever order they came. */
function isLater(value: string, at: Date, than: string | null, thanAt: Date | null): boolean {
  if (than === null || thanAt === null) return true;
  return at > thanAt || (at.getTime() === thanAt.getTime() && value > than);
}

function learn(
  node: Node,
  name: string | null,
  nameAt: Date | null,
  username: string | null,
  usernameAt: Date | null,
  seenAt: Date,
): void {
  // The time moves on even when the name stays: a name recorded late must not win over a newer sighting of this one.
  if (name !== null && nameAt && isLater(name, nameAt, node.name, node.nameAt))
    Object.assign(node, { name, nameAt, isChanged: true });
  if (username !== null && usernameAt && isLater(username, usernameAt, node.username, node.usernameAt))
    Object.assign(node, { username, usernameAt, isChanged: true });
  if (seenAt < node.createdAt) Object.assign(node, { createdAt: seenAt, isChanged: true });
}
