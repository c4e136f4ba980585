/** Letting people in by login and password, without telling strangers who exists or letting them shut anybody out. */
import type { Me } from "../../shared/api/people.ts";
import { UserError } from "../errors.ts";
import { type Credentials, findAccount, findCredentials } from "./account-store.ts";
import { audit } from "./audit.ts";
import { checkPassword } from "./passwords.ts";
import { meOf, type People } from "./people.ts";
import { hashOf } from "./secrets.ts";
import { openSession } from "./sessions.ts";
import { addressKey, type Limit } from "./throttle.ts";

const PER_LOGIN_AND_ADDRESS: Limit = { most: 10, minutes: 15 };
const PER_ADDRESS: Limit = { most: 60, minutes: 15 };
const PER_KNOWN_BROWSER: Limit = { most: 20, minutes: 15 };

export type Knock = {
  login: string;
  password: string;
  address: string;
  browser: string;
  /** What this browser was given when somebody signed in on it before. */
  knownBrowser: string | undefined;
};

/** What the routes put into cookies. */
export type SignedIn = { me: Me; secret: string; knownBrowser: string };

export async function signIn(people: People, knock: Knock): Promise<SignedIn> {
  const { db, clock, seal } = people.system;
  const login = knock.login.trim().toLowerCase();
  const found = await findCredentials(db, login);
  const counted = countTry(people, knock, login, found);
  const active = found?.isActive ? found : null;
  const isRight = await checkPassword(active?.passwordHash ?? null, knock.password);
  const now = clock.now();
  const { address } = knock;
  if (!active || !isRight) {
    if (found) {
      const subject = { kind: "account", id: found.id };
      await audit(db, { at: now, by: "nobody", action: "sign_in.refused", subject, address });
    }
    throw new UserError("signed_out", "Login or password is wrong.", { code: "wrong_login" });
  }
  const secret = await db.transaction(async (tx) => {
    const by = { kind: "account", id: active.id } as const;
    await audit(tx, { at: now, by, action: "sign_in", address });
    return openSession(tx, { accountId: active.id, now, browser: knock.browser });
  });
  people.throttle.forgive(counted);
  const account = await findAccount(db, active.id);
  if (!account) throw new Error(`account ${active.id} is gone`);
  return { me: meOf(account), secret, knownBrowser: knownBrowserOf(seal, active.id) };
}

/**
 * A browser this person used before has tries of its own. Without it, whoever shares an address with the rest
 * (an office, a proxy before us) could use up everybody's tries.
 */
function countTry(people: People, knock: Knock, login: string, found: Credentials | null): string {
  const { throttle, system } = people;
  if (found && knock.knownBrowser && isKnownTo(system.seal, knock.knownBrowser, found.id)) {
    const key = `known ${found.id} ${hashOf(knock.knownBrowser).toString("hex")}`;
    throttle.take(key, PER_KNOWN_BROWSER);
    return key;
  }
  const key = `login ${addressKey(knock.address)} ${login}`;
  throttle.take(key, PER_LOGIN_AND_ADDRESS);
  throttle.take(`address ${addressKey(knock.address)}`, PER_ADDRESS);
  return key;
}

type Seal = People["system"]["seal"];

/** Sealed, so that nobody makes one up; it opens nothing by itself. */
export const knownBrowserOf = (seal: Seal, accountId: number): string =>
  seal.close(`browser of account ${accountId}`).toString("base64url");

const isKnownTo = (seal: Seal, cookie: string, accountId: number): boolean =>
  seal.open(Buffer.from(cookie, "base64url")) === `browser of account ${accountId}`;

/** For changing one's password: a session left open must not become a way to guess it. */
export async function checkOwnPassword(people: People, accountId: number, password: string): Promise<void> {
  const key = `own ${accountId}`;
  people.throttle.take(key, PER_LOGIN_AND_ADDRESS);
  const account = await findAccount(people.system.db, accountId);
  const credentials = account && (await findCredentials(people.system.db, account.login));
  if (!(await checkPassword(credentials?.passwordHash ?? null, password)))
    throw new UserError("bad_request", "The current password is not right.", { code: "wrong_password" });
  people.throttle.forgive(key);
}
