/** People and tokens from the command line: whoever can run it holds the machine and the data already. */
import { Login, PersonName } from "../../shared/api/people.ts";
import type { Role } from "../../shared/request.ts";
import type { Database } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import { announce } from "../live/changes.ts";
import { joinFirstTeam } from "../trade/join.ts";
import { findCredentials, insertAccount } from "./account-store.ts";
import { audit } from "./audit.ts";
import { type JoinLink, makeInvitation, makeReset } from "./invitations.ts";
import { hashPassword, refuseWeak } from "./passwords.ts";
import { loginTaken } from "./set-up.ts";
import { makeToken } from "./tokens.ts";

type At = { now: Date; publicUrl: string };
type NewUser = { name: string; login: string; role: Role };

function read(user: NewUser): NewUser {
  const login = Login.safeParse(user.login);
  const name = PersonName.safeParse(user.name);
  if (!login.success)
    throw new UserError("bad_request", login.error.issues[0]?.message ?? "The login is not valid.");
  if (!name.success) throw new UserError("bad_request", "Give a name of 1 to 80 characters.");
  return { name: name.data, login: login.data, role: user.role };
}

/** A link by which the new person chooses a password. */
export async function inviteUser(db: Database, user: NewUser, at: At): Promise<JoinLink> {
  const wanted = read(user);
  if (await findCredentials(db, wanted.login)) throw loginTaken(wanted.login);
  return db.transaction((tx) => makeInvitation(tx, wanted, { ...at, by: "command" }));
}

/** With a password at once, read from standard input: for scripts. */
export async function addUser(
  db: Database,
  user: NewUser & { password: string },
  at: { now: Date },
): Promise<{ id: number }> {
  const { name, login, role } = read(user);
  if ([...user.password].length < 10) throw new UserError("bad_request", "Use at least 10 characters.");
  refuseWeak(user.password, { name, login });
  const passwordHash = await hashPassword(user.password);
  return db.transaction(async (tx) => {
    const createdAt = at.now;
    const id = await insertAccount(tx, { name, login, role, passwordHash, locale: null, createdAt });
    if (id === null) throw loginTaken(login);
    await joinFirstTeam(tx, id);
    await audit(tx, {
      at: at.now,
      by: "command",
      action: "person.added",
      subject: { kind: "account", id },
      facts: { role },
    });
    await announce(tx, ["people"]);
    return { id };
  });
}

/** A link to a new password: also the way back in when the only admin lost theirs. */
export async function resetPassword(db: Database, login: string, at: At): Promise<JoinLink> {
  const found = await findCredentials(db, login.trim().toLowerCase());
  if (!found) throw new UserError("not_found", "Nobody has this login.");
  return db.transaction((tx) => makeReset(tx, found.id, { ...at, by: "command" }));
}

export const addToken = (
  db: Database,
  token: { name: string; role: Role },
  at: { now: Date },
): Promise<{ id: number; token: string }> =>
  db.transaction((tx) => makeToken(tx, token, { ...at, by: "command" }));
