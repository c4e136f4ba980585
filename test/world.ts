/** The whole of Baton in this process, with a simulator beside it and a first admin: for stories and pages. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { z } from "zod";
import { type App, openApp } from "../server/app.ts";
import { type Clock, systemClock } from "../server/clock.ts";
import { readConfig } from "../server/config.ts";
import { openDatabase } from "../server/db/pool.ts";
import { upsertNumber } from "../server/numbers/register.ts";
import { addUser } from "../server/people/by-command.ts";
import type { Role } from "../shared/request.ts";
import { testDatabase } from "./database.ts";

const SIMULATOR = fileURLToPath(new URL("../simulator/main.ts", import.meta.url));
const SECRETS = { appSecret: "s", verifyToken: "v", accessToken: "t" };
const NUMBER = "200000000000001";
const PASSWORD = "nine blue kettles";

export type World = {
  url: string;
  app: App;
  simulator: Simulator;
  /** Calls the API as a person of a role; made at the first use. */
  as(role: Role): Promise<Person>;
  /** Another person, with a name of their own. */
  hire(name: string, role: Role): Promise<Person>;
  /** What arrived is recorded. */
  settled(): Promise<void>;
  /** A second Baton on the same database, as another process would be; its address. Closed with the world. */
  beside(): Promise<string>;
  close(): Promise<void>;
};

export type Simulator = {
  url: string;
  control<T = unknown>(method: string, path: string, body?: unknown): Promise<T>;
  /** Somebody writes from a phone of the cast. Resolves when the webhook has answered. */
  says(phone: string, message: string | Record<string, unknown>): Promise<void>;
};

export type Person = {
  login: string;
  password: string;
  cookie: string;
  call<T = unknown>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }>;
};

export async function openWorld({
  clock = systemClock,
  sendTimeoutMs,
}: {
  clock?: Clock;
  sendTimeoutMs?: number;
} = {}): Promise<World> {
  const database = await testDatabase();
  const dataFolder = await mkdtemp(join(tmpdir(), "baton-world-"));
  const config = readConfig({ PORT: "0", BATON_DATA: dataFolder });
  const db = openDatabase(database.connection, () => {});
  const opened = { db, connection: database.connection, close: () => db.close() };
  const log = pino({ level: process.env.BATON_LOG ?? "silent" });
  const app = await openApp({ config, opened, clock, sendTimeoutMs, log });
  const others: (() => Promise<void>)[] = [];
  const url = await app.listen();
  const { child, simulator } = await startSimulator(url);
  await db.transaction((tx) =>
    upsertNumber(
      tx,
      app.system.seal,
      {
        phoneNumberId: NUMBER,
        kind: "real",
        name: "Al Noor Home Services",
        graphUrl: simulator.url,
        graphVersion: "v26.0",
        businessAccountId: "300000000000001",
        ...SECRETS,
      },
      clock.now(),
    ),
  );
  await app.numbers.refresh();
  const people = new Map<Role, Promise<Person>>();
  return {
    url,
    app,
    simulator,
    as(role) {
      const known = people.get(role) ?? signIn(url, app, { name: `Mariam ${role}`, login: role, role });
      people.set(role, known);
      return known;
    },
    hire: (name, role) =>
      signIn(url, app, { name, login: name.toLowerCase().replaceAll(/[^a-z]+/g, "."), role }),
    settled: () => app.recorder.idle(),
    async beside() {
      const { connection } = database;
      const pool = openDatabase(connection, () => {});
      others.push(() => pool.close());
      const parts = { config, clock, sendTimeoutMs, log };
      const other = await openApp({
        ...parts,
        opened: { db: pool, connection, close: () => pool.close() },
      });
      others.push(() => other.close());
      return other.listen();
    },
    async close() {
      child.kill();
      await once(child, "exit");
      await app.close();
      for (const closeOther of others.reverse()) await closeOther();
      await opened.close();
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function startSimulator(baton: string): Promise<{ child: ChildProcess; simulator: Simulator }> {
  const child = spawn(
    process.execPath,
    [
      ...[SIMULATOR, "--json", "--fast", "--with-parent", "--port", "0", "--number", NUMBER],
      ...["--webhook", `${baton}/webhooks/whatsapp`, "--app-secret", SECRETS.appSecret],
      ...["--verify-token", SECRETS.verifyToken, "--access-token", SECRETS.accessToken],
    ],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const { url } = z.object({ url: z.string() }).parse(JSON.parse(line.toString().split("\n")[0] ?? ""));
  const control = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`${url}/control/${path}`, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { "content-type": "application/json" },
      }),
    });
    if (!answer.ok) throw new Error(`simulator ${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  return {
    child,
    simulator: {
      url,
      control,
      async says(phone, message) {
        const body = typeof message === "string" ? { type: "text", text: message } : message;
        await control("POST", `phones/${phone}/messages`, body);
        await control("POST", "flush", {});
      },
    },
  };
}

async function signIn(
  url: string,
  app: App,
  user: { name: string; login: string; role: Role },
): Promise<Person> {
  const { login } = user;
  const { db, clock } = app.system;
  await addUser(db, { ...user, password: PASSWORD }, { now: clock.now() });
  const answer = await fetch(`${url}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-baton": "1" },
    body: JSON.stringify({ login, password: PASSWORD }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((set) => set.split(";")[0])
    .join("; ");
  return {
    login,
    password: PASSWORD,
    cookie,
    async call<T>(method: string, path: string, body?: unknown) {
      const asked = await fetch(`${url}/api/v1/${path}`, {
        method,
        headers: {
          cookie,
          "x-baton": "1",
          ...(body !== undefined && { "content-type": "application/json" }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return { status: asked.status, body: (await asked.json()) as T };
    },
  };
}

/** Until something is so, without a fixed sleep; fails with what it looked at last. */
export async function until<T>(look: () => Promise<T>, isSo: (seen: T) => boolean, ms = 10_000): Promise<T> {
  const end = performance.now() + ms;
  for (;;) {
    const seen = await look();
    if (isSo(seen)) return seen;
    if (performance.now() > end) throw new Error(`It did not come to be: ${JSON.stringify(seen)}`);
    await sleep(50);
  }
}
