/** One message that concerns several requests: one decision, one undo. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type MendingDesk, openMendingDesk } from "../../test/mending-desk.ts";
import { mendingDigest, mendingFaults } from "../../test/mending-digest.ts";
import { verify } from "../requests/verify.ts";
import { readTray } from "./tray.ts";
import { undoDecision } from "./undo.ts";

let at: MendingDesk;
beforeAll(async () => {
  at = await openMendingDesk();
});
afterAll(async () => {
  expect(await verify(at.desk.db)).toMatchObject({ differences: [] });
  expect(await mendingFaults(at.desk.db)).toEqual([]);
  await at.desk.close();
});

const takeBack = (id: number) => at.desk.db.transaction((tx) => undoDecision(tx, at.desk.system, at.ana, id));

test("the same words belong to one request and open another, and go back to the tray as one", async () => {
  const tap = await at.opened(["The tap drips"]);
  const said = await at.desk.says(tap.client, "Thanks for the tap, and now the lift is stuck");
  const before = await mendingDigest(at.desk.db);
  const { decisionId, requestId } = await at.decide(at.ana, {
    ...{ messageIds: [said], kind: "opens", title: "Lift stuck" },
    also: [{ kind: "belongs", requestId: tap.id }],
  });
  expect((await at.page(requestId ?? 0)).messageIds).toEqual([said]);
  expect((await at.page(tap.id)).messageIds).toEqual([...tap.messageIds, said]);
  const [lately] = (await readTray(at.desk.db, at.ana, at.desk.clock.now())).decided;
  expect(lately).toMatchObject({
    id: decisionId,
    request: { id: requestId, title: "Lift stuck" },
    also: [{ id: tap.id, title: "The tap drips" }],
  });
  expect(await takeBack(decisionId)).toEqual([said]);
  expect(await mendingDigest(at.desk.db)).toEqual(before);
});

test("undone from any of its requests the whole decision goes back", async () => {
  const one = await at.opened(["One"]);
  const two = await at.opened(["Two"], at.ana, one.client);
  const said = await at.desk.says(one.client, "Anything on both?");
  await at.decide(at.ana, {
    ...{ messageIds: [said], kind: "chase", requestId: one.id },
    also: [{ kind: "chase", requestId: two.id }],
  });
  expect((await at.strip(one.id)).chases + (await at.strip(two.id)).chases).toBe(2);
  await at.undo(at.ana, two.id);
  expect((await at.strip(one.id)).chases + (await at.strip(two.id)).chases).toBe(0);
});

test("all of it or nothing: what one request refuses is not said of the others", async () => {
  const one = await at.opened(["One"]);
  const two = await at.opened(["Two"], at.ana, one.client);
  await at.merge(at.ana, two.id, one.id);
  const three = await at.opened(["Three"], at.ana, one.client);
  const said = await at.desk.says(one.client, "About three and two");
  const also = (requestId: number) => [{ kind: "belongs" as const, requestId }];
  const decision = { messageIds: [said], kind: "belongs" as const, requestId: three.id };
  await expect(at.decide(at.ana, { ...decision, also: also(two.id) })).rejects.toMatchObject({
    code: "request_merged",
  });
  await expect(at.decide(at.ana, { ...decision, also: also(three.id) })).rejects.toMatchObject({
    code: "needs_request",
  });
  await expect(
    at.decide(at.ana, { messageIds: [said], kind: "no_request", also: also(three.id) }),
  ).rejects.toMatchObject({ code: "needs_request" });
  expect((await at.page(three.id)).messageIds).toEqual(three.messageIds);
  await at.decide(at.ana, decision);
});
