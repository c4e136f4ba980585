/** The first admin, made with a code that only whoever sees the server's start can know. */
import { randomInt, timingSafeEqual } from "node:crypto";
import type { Me } from "../../shared/api/people.ts";
import { UserError } from "../errors.ts";
import { announce } from "../live/changes.ts";
import type { System } from "../system.ts";
import { joinFirstTeam } from "../trade/join.ts";
import { findAccount, hasActiveAdmin, insertAccount } from "./account-store.ts";
import { audit } from "./audit.ts";
import { deleteSetupCode, lockSetupCode, putSetupCode } from "./invitation-store.ts";
import { hashPassword, refuseWeak } from "./passwords.ts";
import { meOf, type People } from "./people.ts";
import { hashOf } from "./secrets.ts";
import { openSession } from "./sessions.ts";
import { knownBrowserOf, type SignedIn } from "./sign-in.ts";
import { addressKey, type Limit } from "./throttle.ts";

/** No I, L, O or U: nothing that is misread or spells something. Eight of 32 are 40 bits. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const TRIES: Limit = { most: 10, minutes: 15 };

export const needsSetUp = async (system: System): Promise<boolean> => !(await hasActiveAdmin(system.db));

/** A new code to print at each start while there is no admin, else null. */
export async function ensureSetupCode(system: Pick<System, "db" | "clock">): Promise<string | null> {
  if (await hasActiveAdmin(system.db)) return null;
  const letters = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  await putSetupCode(system.db, codeHash(letters), system.clock.now());
  return `BATON-${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** As typed: in any case, with or without dashes and the word in front, with 0 and 1 as they look. */
function codeHash(typed: string): Buffer {
  const letters = typed
    .toUpperCase()
    .replace(/^\s*BATON/, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1")
    .replace(/[^0-9A-Z]/g, "");
  return hashOf(letters);
}

export type FirstAdmin = {
  code: string;
  name: string;
  login: string;
  password: string;
  locale: Me["locale"];
};

export async function setUp(
  people: People,
  admin: FirstAdmin,
  from: { address: string; browser: string },
): Promise<SignedIn> {
  const { db, clock, seal } = people.system;
  people.throttle.take(`set-up ${addressKey(from.address)}`, TRIES);
  if (!(await needsSetUp(people.system))) throw alreadyDone();
  refuseWeak(admin.password, admin);
  const passwordHash = await hashPassword(admin.password);
  return db.transaction(async (tx) => {
    const expected = await lockSetupCode(tx);
    if (!expected || (await hasActiveAdmin(tx))) throw alreadyDone();
    if (!timingSafeEqual(expected, codeHash(admin.code)))
      throw new UserError(
        "bad_request",
        "This is not the code. The start of the server printed it; a new start prints a new one.",
        { code: "wrong_code" },
      );
    const now = clock.now();
    const { name, login, locale } = admin;
    const id = await insertAccount(tx, { name, login, role: "admin", passwordHash, locale, createdAt: now });
    if (id === null) throw loginTaken(login);
    await joinFirstTeam(tx, id);
    await deleteSetupCode(tx);
    await audit(tx, { at: now, by: { kind: "account", id }, action: "set_up", address: from.address });
    await announce(tx, ["people"]);
    const secret = await openSession(tx, { accountId: id, now, browser: from.browser });
    const account = await findAccount(tx, id);
    if (!account) throw new Error(`account ${id} was not made`);
    return { me: meOf(account), secret, knownBrowser: knownBrowserOf(seal, id) };
  });
}

const alreadyDone = () =>
  new UserError("conflict", "This Baton already has an admin. Sign in, or ask them for an invitation.", {
    code: "already_set_up",
  });

export const loginTaken = (login: string) =>
  new UserError("conflict", "Somebody has this login. Choose another.", {
    code: "login_taken",
    detail: { login },
  });
