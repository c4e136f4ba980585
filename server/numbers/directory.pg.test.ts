import { randomBytes } from "node:crypto";
import { pino } from "pino";
import { afterAll, beforeEach, expect, test } from "vitest";
import { testDatabase } from "../../test/database.ts";
import { systemClock } from "../clock.ts";
import { readConfig } from "../config.ts";
import { migrate } from "../db/migrate.ts";
import { openDatabase } from "../db/pool.ts";
import type { System } from "../system.ts";
import { type Numbers, openNumbers } from "./directory.ts";
import { claimNumbers, upsertNumber } from "./register.ts";
import { sealWith } from "./seal.ts";

const database = await testDatabase();
const db = openDatabase(database.connection, () => {});
await migrate(db.pool);
const seal = sealWith(randomBytes(32));
const now = new Date("2026-11-18T12:00:00Z");
let lines: string[] = [];
const opened: Numbers[] = [];

async function open(environment: Record<string, string> = {}, key = seal): Promise<Numbers> {
  const system: System = {
    config: readConfig(environment),
    db,
    clock: systemClock,
    log: pino({}, { write: (line: string) => lines.push(line) }),
    seal: key,
    live: { listen: () => () => {}, close: async () => {} },
    publicUrl: () => "http://127.0.0.1",
  };
  const numbers = await openNumbers(system);
  opened.push(numbers);
  return numbers;
}

beforeEach(async () => {
  await db.query("truncate number cascade");
  lines = [];
});
afterAll(async () => {
  for (const numbers of opened) numbers.close();
  await db.close();
  await database.drop();
});

const ENVIRONMENT = {
  WHATSAPP_PHONE_NUMBER_ID: "111",
  WHATSAPP_APP_SECRET: "app",
  WHATSAPP_VERIFY_TOKEN: "verify",
  WHATSAPP_ACCESS_TOKEN: "access",
};

test("the environment's number can send, and its row survives a start without it", async () => {
  const numbers = await open(ENVIRONMENT);
  expect(numbers.byPhoneNumberId("111")).toMatchObject({
    kind: "real",
    accessToken: "access",
    canSend: true,
  });
  const later = await open();
  expect(later.byPhoneNumberId("111")).toMatchObject({ accessToken: "access" });
  expect(later.appSecrets()).toEqual(["app"]);
});

test("what the environment leaves out stays as settings had it", async () => {
  await db.transaction((tx) =>
    upsertNumber(
      tx,
      seal,
      { phoneNumberId: "111", kind: "real", name: "Front desk", accessToken: "old" },
      now,
    ),
  );
  const { WHATSAPP_ACCESS_TOKEN: _unset, ...rest } = ENVIRONMENT;
  const numbers = await open(rest);
  expect(numbers.byPhoneNumberId("111")).toMatchObject({ name: "Front desk", accessToken: "old" });
  expect((await open(ENVIRONMENT)).byPhoneNumberId("111")).toMatchObject({ accessToken: "access" });
});

test("secrets without a phone number id verify webhooks and make no number", async () => {
  const numbers = await open({ WHATSAPP_APP_SECRET: "app", WHATSAPP_VERIFY_TOKEN: "verify" });
  expect(numbers.appSecrets()).toEqual(["app"]);
  expect(numbers.verifyTokens()).toEqual(["verify"]);
  expect(numbers.all()).toEqual([]);
});

test("a number sealed with another key cannot send, and the log says once what to do", async () => {
  await open(ENVIRONMENT);
  const numbers = await open({}, sealWith(randomBytes(32)));
  await numbers.refresh();
  expect(numbers.byPhoneNumberId("111")).toMatchObject({ accessToken: null, canSend: false });
  expect(lines.filter((line) => line.includes("BATON_SECRET_KEY"))).toHaveLength(1);
});

test("a number nobody knows is unclaimed until somebody sets it up", async () => {
  const ids = await db.transaction((tx) => claimNumbers(tx, new Map([["222", "15550100002"]]), now));
  const numbers = await open();
  expect(numbers.get(ids.get("222") ?? 0)).toMatchObject({ kind: "unclaimed", canSend: false });
  await db.transaction((tx) =>
    upsertNumber(tx, seal, { phoneNumberId: "222", kind: "sample", accessToken: "t" }, now),
  );
  await numbers.refresh();
  expect(numbers.byPhoneNumberId("222")).toMatchObject({ kind: "sample", canSend: true });
});
