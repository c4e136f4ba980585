/** A server with a database of its own, a clock that jumps, and a log that can be read back. */
import { randomBytes } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { jumpingClock } from "../server/clock.ts";
import { readConfig } from "../server/config.ts";
import { migrate } from "../server/db/migrate.ts";
import { type Database, openDatabase } from "../server/db/pool.ts";
import { sealWith } from "../server/numbers/seal.ts";
import { addToken, addUser } from "../server/people/by-command.ts";
import type { System } from "../server/system.ts";
import type { Role } from "../shared/request.ts";
import { testDatabase } from "./database.ts";

export const PASSWORD = "nine blue kettles";

export type HttpSystem = System & {
  clock: ReturnType<typeof jumpingClock>;
  /** Everything logged so far. */
  logged(): string;
  close(): Promise<void>;
};

export async function httpSystem(publicUrl = "http://127.0.0.1:4400"): Promise<HttpSystem> {
  const database = await testDatabase();
  // Dropping the database ends connections that are just closing: no news.
  const db = openDatabase(database.connection, () => {});
  await migrate(db.pool);
  const lines: string[] = [];
  return {
    config: readConfig({ BATON_URL: publicUrl }),
    db,
    clock: jumpingClock(new Date("2026-03-02T09:00:00Z")),
    log: pino({ level: "trace", base: undefined }, { write: (line: string) => lines.push(line) }),
    seal: sealWith(randomBytes(32)),
    live: { listen: () => () => {}, close: async () => {} },
    publicUrl: () => publicUrl,
    logged: () => lines.join(""),
    async close() {
      await db.close();
      await database.drop();
    },
  };
}

/** What a request of a signed-in person's browser carries. */
export type Browser = Record<string, string>;

export const cookiesOf = (answer: { cookies: { name: string; value: string }[] }): string =>
  answer.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");

export async function signedIn(http: FastifyInstance, login: string, password = PASSWORD): Promise<Browser> {
  const answer = await http.inject({
    method: "POST",
    url: "/api/v1/session",
    payload: { login, password },
  });
  if (answer.statusCode !== 200) throw new Error(`sign-in of ${login}: ${answer.body}`);
  return { cookie: cookiesOf(answer), "x-baton": "1" };
}

export const aPerson = (
  { db, clock }: Pick<System, "clock"> & { db: Database },
  login: string,
  role: Role,
): Promise<{ id: number }> =>
  addUser(db, { name: `Person ${login}`, login, role, password: PASSWORD }, { now: clock.now() });

export async function aToken({ db, clock }: Pick<System, "clock" | "db">, role: Role): Promise<Browser> {
  const { token } = await addToken(db, { name: `program of ${role}`, role }, { now: clock.now() });
  return { authorization: `Bearer ${token}` };
}
