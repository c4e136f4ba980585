/** Sessions: opaque, revocable, 14 days idle or 90 days in all. */
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import { audit } from "./audit.ts";
import type { Asking, People } from "./people.ts";
import { makeSecret } from "./secrets.ts";
import {
  deleteAllSessions,
  deleteExpiredSessions,
  deleteSession,
  deleteSessions,
  insertSession,
} from "./session-store.ts";

const DAY_MINUTES = 24 * 60;
const MINUTE_MS = 60_000;
export const IDLE_MINUTES = 14 * DAY_MINUTES;
export const ABSOLUTE_MINUTES = 90 * DAY_MINUTES;

/** In the transaction of what let the person in. Gives the secret that the browser keeps; we keep its hash. */
export async function openSession(
  tx: Db,
  session: { accountId: number; now: Date; browser: string },
): Promise<string> {
  const { secret, hash } = makeSecret();
  await deleteExpiredSessions(tx, session.accountId, session.now);
  await insertSession(tx, {
    tokenHash: hash,
    accountId: session.accountId,
    createdAt: session.now,
    expiresAt: new Date(session.now.getTime() + IDLE_MINUTES * MINUTE_MS),
    browser: session.browser,
  });
  return secret;
}

/** Only one's own: another's id is as unknown as one that never was. */
export async function endSession(
  { system }: People,
  { by, address }: Asking,
  sessionId: number,
): Promise<void> {
  await system.db.transaction(async (tx) => {
    if (!(await deleteSession(tx, by.id, sessionId)))
      throw new UserError("not_found", "This session has already ended.");
    await audit(tx, {
      at: system.clock.now(),
      by,
      action: "session.ended",
      subject: { kind: "session", id: sessionId },
      address,
    });
  });
}

/** After a new password, or when somebody leaves. */
export const endSessions = (tx: Db, accountId: number, except: number | null): Promise<void> =>
  deleteSessions(tx, accountId, except);

/** "Firefox on Windows": enough to tell one's own sessions apart, and no more than that is kept. */
export function browserName(userAgent: string | undefined): string {
  const agent = userAgent ?? "";
  const find = (names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(agent))?.[1];
  const browser = find([
    [/Edg(e|A|iOS)?\//, "Edge"],
    [/OPR\//, "Opera"],
    [/SamsungBrowser\//, "Samsung Internet"],
    [/(Firefox|FxiOS)\//, "Firefox"],
    [/(Chrome|CriOS)\//, "Chrome"],
    [/Safari\//, "Safari"],
  ]);
  const place = find([
    [/Android/, "Android"],
    [/iPhone|iPad|iOS/, "iOS"],
    [/Windows/, "Windows"],
    [/Mac OS X/, "macOS"],
    [/CrOS/, "ChromeOS"],
    [/Linux/, "Linux"],
  ]);
  return [browser ?? "A browser", place].filter(Boolean).join(" on ");
}

/** For a database brought back from a backup: what was ended since then must not come alive again. */
export const endAllSessions = (tx: Db): Promise<void> => deleteAllSessions(tx);
