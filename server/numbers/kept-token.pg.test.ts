import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Connection } from "../../shared/api/connecting.ts";
import { type ConversationSystem, conversationSystem } from "../../test/conversation-system.ts";
import {
  ACCOUNT,
  type FakeAccounts,
  fakeAccounts,
  NUMBER,
  refusal,
  SECRET,
  TOKEN,
} from "../../test/fake-accounts.ts";
import { beginConnection, chooseNumber, finish, giveToken } from "./connect.ts";
import { listUnfinished } from "./connect-store.ts";
import { giveSecret, pointHere } from "./connect-webhook.ts";
import { disconnect } from "./settings.ts";

let system: ConversationSystem;
let graph: FakeAccounts;
beforeAll(async () => {
  system = await conversationSystem();
});
afterAll(() => system?.close());
beforeEach(async () => {
  await system.db.query("truncate number cascade");
  await system.db.query("truncate number_connection");
  await system.numbers.refresh();
  graph = await fakeAccounts();
  return () => graph.close();
});

const parts = () => ({ system, numbers: system.numbers });
const codeOf = ({ checks }: Connection) => checks.find(({ check }) => check === "token")?.code;
const doneSteps = ({ steps }: Connection) => steps.filter(({ isDone }) => isDone).map(({ step }) => step);
const connected = async () => {
  const { id } = await beginConnection(parts(), { graphUrl: graph.url, token: TOKEN });
  await chooseNumber(parts(), id, NUMBER);
  await giveSecret(parts(), id, { appSecret: SECRET });
  return pointHere(parts(), id, "app");
};

test("another address is tried with the token that is kept; one out of reach is named", async () => {
  const begun = await beginConnection(parts(), {
    graphUrl: "http://127.0.0.1:9",
    graphVersion: "v26.0",
    token: TOKEN,
  });
  const away = begun.checks.find(({ check }) => check === "token");
  expect(away).toMatchObject({ code: "graph_unreachable", facts: { host: "127.0.0.1:9" } });
  const mended = await giveToken(parts(), begun.id, { graphUrl: graph.url });
  expect(doneSteps(mended)).toEqual(["token"]);
  expect(mended.graphUrl).toBe(graph.url);
});

test("a token that has worked is sent to no other address", async () => {
  const { id, numberId } = await connected();
  const elsewhere = "http://127.0.0.1:9";
  const again = { code: "token_again" };
  await expect(giveToken(parts(), id, { graphUrl: elsewhere })).rejects.toMatchObject(again);
  graph.instead.set("GET debug_token", refusal(2));
  expect(codeOf(await giveToken(parts(), id, {}))).toBe("graph_busy");
  await expect(giveToken(parts(), id, { graphUrl: elsewhere })).rejects.toMatchObject(again);
  const begin = beginConnection(parts(), { numberId: numberId ?? 0, graphUrl: elsewhere });
  await expect(begin).rejects.toMatchObject(again);
});

test("a number of ours is gone through again with the token that is kept, up to its webhook", async () => {
  const { numberId, id: first } = await connected();
  await finish(parts(), first);
  const again = await beginConnection(parts(), { numberId: numberId ?? 0 });
  expect(again).toMatchObject({ graphUrl: graph.url, accountId: ACCOUNT, wantedPhoneNumberId: NUMBER });
  expect(doneSteps(again)).toEqual(["token"]);
  // Where it was left it is found again, by its number.
  expect(await listUnfinished(system.db)).toMatchObject([{ id: again.id, numberId }]);
  const chosen = await chooseNumber(parts(), again.id, NUMBER);
  expect(chosen).toMatchObject({ numberId, hasAppSecret: true });
  await disconnect(parts(), numberId ?? 0);
  await expect(beginConnection(parts(), { numberId: numberId ?? 0 })).rejects.toMatchObject({
    code: "token_first",
  });
});
