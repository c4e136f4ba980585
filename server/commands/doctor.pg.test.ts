import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ConversationSystem, conversationSystem } from "../../test/conversation-system.ts";
import { ACCOUNT, type FakeAccounts, fakeAccounts, NUMBER, SECRET, TOKEN } from "../../test/fake-accounts.ts";
import { readConfig } from "../config.ts";
import { upsertNumber } from "../numbers/register.ts";
import { openSeal } from "../numbers/seal.ts";
import { diagnoseNumbers } from "./doctor-numbers.ts";

let system: ConversationSystem;
let graph: FakeAccounts;
let folder: string;
beforeAll(async () => {
  [system, graph] = [await conversationSystem(), await fakeAccounts()];
  folder = await mkdtemp(join(tmpdir(), "baton-doctor-"));
  const seal = await openSeal(folder, null);
  await upsertNumber(
    system.db,
    seal,
    {
      phoneNumberId: NUMBER,
      kind: "real",
      name: "Front desk",
      businessAccountId: ACCOUNT,
      graphUrl: graph.url,
      accessToken: TOKEN,
      appSecret: SECRET,
    },
    system.clock.now(),
  );
});
afterAll(async () => {
  await system?.close();
  await graph?.close();
  await rm(folder, { recursive: true, force: true });
});

const diagnose = () =>
  diagnoseNumbers({
    config: readConfig({ BATON_DATA: folder }),
    db: system.db,
    clock: { now: () => new Date() },
  });

test("each number is looked at as the Graph sees it, and what to do stands behind the colon", async () => {
  const found = await diagnose();
  expect(found).toContainEqual({
    about: "Front desk",
    level: "good",
    line: "the access token works (app Baton app)",
  });
  expect(found.find(({ line }) => line.startsWith("the app is not subscribed"))?.level).toBe("act");
  expect(found.filter(({ about }) => about === "clock")).toHaveLength(1);
  expect(JSON.stringify(found)).not.toContain(TOKEN);
});

test("a paused number says so, with the code", async () => {
  await system.db.query("update number set paused_at = $1, pause_code = 131042", [system.clock.now()]);
  expect(await diagnose()).toContainEqual(
    expect.objectContaining({ level: "act", line: expect.stringContaining("131042") }),
  );
});

test("another key is told as such", async () => {
  await writeFile(join(folder, "secret.key"), "ab".repeat(32));
  expect(await diagnose()).toEqual([
    expect.objectContaining({ level: "act", line: expect.stringContaining("sealed with another key") }),
  ]);
});
