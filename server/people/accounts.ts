/** Changing people: name, role, leaving and coming back, one's own settings. There is always an admin left. */
import type { Me, Person } from "../../shared/api/people.ts";
import type { Role } from "../../shared/request.ts";
import { UserError } from "../errors.ts";
import { announce } from "../live/changes.ts";
import { handOn } from "../requests/hand-on.ts";
import {
  type Account,
  findAccount,
  lockAccount,
  lockActiveAdmins,
  updateAccount,
  updatePassword,
} from "./account-store.ts";
import { audit } from "./audit.ts";
import { withdrawResets } from "./invitation-store.ts";
import { hashPassword, refuseWeak } from "./passwords.ts";
import { type Asking, meOf, type People, personOf } from "./people.ts";
import { endSessions } from "./sessions.ts";
import { checkOwnPassword } from "./sign-in.ts";

export type PersonChange = {
  name?: string | undefined;
  role?: Role | undefined;
  isActive?: boolean | undefined;
};

export async function changePerson(
  { system }: People,
  { by, address }: Asking,
  id: number,
  change: PersonChange,
): Promise<Person> {
  const { db, clock } = system;
  return db.transaction(async (tx) => {
    const at = clock.now();
    const admins = await lockActiveAdmins(tx);
    const before = await lockAccount(tx, id);
    if (!before) throw new UserError("not_found", "There is no such person.");
    const after = {
      name: change.name ?? before.name,
      role: change.role ?? before.role,
      isActive: change.isActive ?? before.isActive,
      locale: before.locale,
    };
    const staysAdmin = after.role === "admin" && after.isActive;
    if (!staysAdmin && admins.length === 1 && admins[0] === id)
      throw new UserError("conflict", "This is the only admin. Make somebody else an admin first.", {
        code: "last_admin",
      });
    await updateAccount(tx, id, after);
    const subject = { kind: "account", id };
    for (const act of actsOf(before, after)) await audit(tx, { at, by, subject, address, ...act });
    if (before.isActive && !after.isActive) {
      await endSessions(tx, id, null);
      await withdrawResets(tx, id, at);
      await handOn(tx, system, id, by);
    }
    await announce(tx, ["people"]);
    return personOf({ ...before, ...after });
  });
}

type Changed = { action: string; facts?: Record<string, string> };

function actsOf(before: Account, after: Pick<Account, "name" | "role" | "isActive">): Changed[] {
  const acts: Changed[] = [];
  if (before.name !== after.name) acts.push({ action: "person.renamed" });
  if (before.role !== after.role)
    acts.push({ action: "person.role_changed", facts: { from: before.role, to: after.role } });
  if (before.isActive !== after.isActive)
    acts.push({ action: after.isActive ? "person.brought_back" : "person.deactivated" });
  return acts;
}

export type OwnChange = {
  name?: string | undefined;
  locale?: Me["locale"] | undefined;
  password?: { current: string; next: string } | undefined;
};

/** A new password ends one's other sessions; this one stays. */
export async function changeMe(
  people: People,
  me: { id: number; sessionId: number; address: string },
  change: OwnChange,
): Promise<Me> {
  const { db, clock } = people.system;
  const current = await findAccount(db, me.id);
  if (!current) throw new UserError("signed_out", "Sign in first.");
  let passwordHash: string | null = null;
  if (change.password) {
    await checkOwnPassword(people, me.id, change.password.current);
    refuseWeak(change.password.next, { login: current.login, name: change.name ?? current.name });
    passwordHash = await hashPassword(change.password.next);
  }
  return db.transaction(async (tx) => {
    const before = await lockAccount(tx, me.id);
    if (!before?.isActive) throw new UserError("signed_out", "Sign in first.");
    const locale = change.locale === undefined ? before.locale : change.locale;
    const after = { ...before, name: change.name ?? before.name, locale };
    await updateAccount(tx, me.id, after);
    const by = { kind: "account", id: me.id } as const;
    const at = clock.now();
    const { address } = me;
    for (const act of actsOf(before, after))
      await audit(tx, { at, by, subject: { kind: "account", id: me.id }, address, ...act });
    if (passwordHash !== null) {
      await updatePassword(tx, me.id, passwordHash);
      await endSessions(tx, me.id, me.sessionId);
      await withdrawResets(tx, me.id, at);
      await audit(tx, { at, by, action: "person.password_changed", address });
    }
    await announce(tx, ["people"]);
    return meOf(after);
  });
}
