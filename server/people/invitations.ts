/** Joining, and setting a new password, by a link that works once. Whoever makes it hands it over as they like: no e-mail. */
import type { Me } from "../../shared/api/people.ts";
import type { Role } from "../../shared/request.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import { announce } from "../live/changes.ts";
import { joinFirstTeam } from "../trade/join.ts";
import { findAccount, insertAccount, updatePassword } from "./account-store.ts";
import { type Act, audit } from "./audit.ts";
import {
  findInvitation,
  insertInvitation,
  useInvitation,
  withdrawInvitation,
  withdrawResets,
} from "./invitation-store.ts";
import { hashPassword, refuseWeak } from "./passwords.ts";
import { type Asking, meOf, type People } from "./people.ts";
import { hashOf, makeSecret } from "./secrets.ts";
import { endSessions, openSession } from "./sessions.ts";
import { loginTaken } from "./set-up.ts";
import { knownBrowserOf, type SignedIn } from "./sign-in.ts";

const HOUR_MS = 3_600_000;
const INVITATION_HOURS = 72;
const RESET_HOURS = 24;

export type JoinLink = { url: string; expiresAt: string };

/** How a link is made, from a screen or the command line. */
export type LinkMaking = { now: Date; publicUrl: string; by: Act["by"]; address?: string };

/** Behind a #, which browsers do not send: the secret is in no log of any server. */
const linkTo = (publicUrl: string, secret: string) => `${publicUrl}/invitation#${secret}`;

export async function makeInvitation(
  tx: Db,
  person: { name: string; role: Role; login: string | null },
  making: LinkMaking,
): Promise<JoinLink> {
  const { secret, hash } = makeSecret();
  const expiresAt = new Date(making.now.getTime() + INVITATION_HOURS * HOUR_MS);
  const id = await insertInvitation(tx, {
    ...person,
    tokenHash: hash,
    accountId: null,
    createdAt: making.now,
    createdBy: accountIdOf(making.by),
    expiresAt,
  });
  await audit(tx, {
    at: making.now,
    by: making.by,
    action: "invitation.made",
    subject: { kind: "invitation", id },
    facts: { role: person.role },
    ...(making.address !== undefined && { address: making.address }),
  });
  await announce(tx, ["people"]);
  return { url: linkTo(making.publicUrl, secret), expiresAt: expiresAt.toISOString() };
}

export async function makeReset(tx: Db, accountId: number, making: LinkMaking): Promise<JoinLink> {
  const account = await findAccount(tx, accountId);
  if (!account) throw new UserError("not_found", "There is no such person.");
  if (!account.isActive)
    throw new UserError("conflict", "This person was deactivated. Bring them back first.", {
      code: "deactivated",
    });
  const { secret, hash } = makeSecret();
  const expiresAt = new Date(making.now.getTime() + RESET_HOURS * HOUR_MS);
  await withdrawResets(tx, accountId, making.now);
  await insertInvitation(tx, {
    tokenHash: hash,
    name: account.name,
    role: account.role,
    login: null,
    accountId,
    createdAt: making.now,
    createdBy: accountIdOf(making.by),
    expiresAt,
  });
  await audit(tx, {
    at: making.now,
    by: making.by,
    action: "person.reset_made",
    subject: { kind: "account", id: accountId },
    ...(making.address !== undefined && { address: making.address }),
  });
  return { url: linkTo(making.publicUrl, secret), expiresAt: expiresAt.toISOString() };
}

const accountIdOf = (by: Act["by"]): number | null =>
  typeof by === "object" && by.kind === "account" ? by.id : null;

export async function readInvitation(
  { system }: People,
  token: string,
): Promise<{ kind: "invitation" | "reset"; name: string; login: string | null }> {
  const found = await findInvitation(system.db, hashOf(token), system.clock.now());
  if (!found) throw worthless();
  return found.accountId === null
    ? { kind: "invitation", name: found.name, login: found.login }
    : { kind: "reset", name: found.name, login: found.accountLogin };
}

export type Acceptance = {
  token: string;
  login: string | null;
  password: string;
  locale: Me["locale"];
};

export async function acceptInvitation(
  { system }: People,
  acceptance: Acceptance,
  from: { address: string; browser: string },
): Promise<SignedIn> {
  const { db, clock, seal } = system;
  const tokenHash = hashOf(acceptance.token);
  // Looked at before the password is hashed, so that made-up links cost nothing.
  const first = await findInvitation(db, tokenHash, clock.now());
  if (!first) throw worthless();
  const login = first.accountLogin ?? first.login ?? acceptance.login;
  if (!login) throw new UserError("bad_request", "login: choose what to sign in with.");
  refuseWeak(acceptance.password, { login, name: first.name });
  const passwordHash = await hashPassword(acceptance.password);
  return db.transaction(async (tx) => {
    const now = clock.now();
    const invitation = await findInvitation(tx, tokenHash, now);
    if (!invitation) throw worthless();
    await useInvitation(tx, invitation.id, now);
    const { accountId, name, role } = invitation;
    const { locale } = acceptance;
    const id =
      accountId ?? (await insertAccount(tx, { name, login, role, passwordHash, locale, createdAt: now }));
    if (id === null) throw loginTaken(login);
    if (accountId === null) await joinFirstTeam(tx, id);
    else {
      await updatePassword(tx, id, passwordHash);
      await endSessions(tx, id, null);
    }
    await audit(tx, {
      at: now,
      by: { kind: "account", id },
      action: accountId === null ? "person.joined" : "person.reset",
      subject: { kind: "invitation", id: invitation.id },
      address: from.address,
    });
    await announce(tx, ["people"]);
    const secret = await openSession(tx, { accountId: id, now, browser: from.browser });
    const account = await findAccount(tx, id);
    if (!account) throw new Error(`account ${id} is gone`);
    return { me: meOf(account), secret, knownBrowser: knownBrowserOf(seal, id) };
  });
}

export async function withdraw({ system }: People, { by, address }: Asking, id: number): Promise<void> {
  const at = system.clock.now();
  await system.db.transaction(async (tx) => {
    if (!(await withdrawInvitation(tx, id, at)))
      throw new UserError("not_found", "This link was used or withdrawn already.");
    await audit(tx, {
      at,
      by,
      action: "invitation.withdrawn",
      subject: { kind: "invitation", id },
      address,
    });
    await announce(tx, ["people"]);
  });
}

/** One answer for never made, used, withdrawn and expired: which of them is nobody else's business. */
const worthless = () =>
  new UserError("not_found", "This link no longer works. Ask for a new one.", { code: "link_worthless" });
