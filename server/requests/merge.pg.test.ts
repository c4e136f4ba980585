/** Merge, and many who mend at once. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type MendingDesk, openMendingDesk } from "../../test/mending-desk.ts";
import { mendingFaults } from "../../test/mending-digest.ts";
import { listStanding } from "../triage/situation-store.ts";
import { verify } from "./verify.ts";

let at: MendingDesk;
beforeAll(async () => {
  at = await openMendingDesk();
});
afterAll(async () => {
  expect(await verify(at.desk.db)).toMatchObject({ differences: [] });
  expect(await mendingFaults(at.desk.db)).toEqual([]);
  await at.desk.close();
});

const promised = (id: number, hours: number) =>
  at.ask(at.ana, id, {
    kind: "change",
    version: null,
    promiseAt: new Date(at.desk.clock.now().getTime() + hours * 3_600_000).toISOString(),
  });

test("merge: one stays with all that was said, the other leads on to it", async () => {
  const stays = await at.opened(["The tap drips"]);
  const other = await at.opened(["Tap again!", "Hello?"], at.ana, stays.client);
  await at.ask(at.ana, other.id, { kind: "change", version: null, priority: "urgent" });
  const chase = await at.chased(other.id, stays.client);
  await at.merge(at.ana, stays.id, other.id);
  const after = await at.page(other.id);
  expect(after.messageIds).toEqual([...stays.messageIds, ...other.messageIds, chase]);
  expect(after.strip).toMatchObject({ priority: "urgent", chases: 1, state: "ready" });
  const gone = await at.page(stays.id);
  expect(gone.strip.state).toBe("cancelled");
  expect(gone.mergedInto).toBe(other.id);
  expect(after.strip.openedAt).toBe(gone.strip.openedAt);
  expect(gone.messageIds).toEqual([]);
  expect(await at.offered(stays.client)).toEqual([other.id]);
  const standing = await listStanding(at.desk.db, {
    ...{ contactId: stays.client.contactId, overSince: new Date(0), without: [] },
  });
  expect(standing.map(({ id }) => id)).toEqual([other.id]);
});

test("an open promise goes along; of two with different times a person says which stands", async () => {
  const one = await at.opened(["One"]);
  const two = await at.opened(["Two"], at.ana, one.client);
  await promised(one.id, 2);
  const promisedAt = (await at.strip(one.id)).promise?.at;
  await at.merge(at.ana, one.id, two.id);
  expect((await at.strip(two.id)).promise).toEqual({ at: promisedAt, state: "open" });
  const three = await at.opened(["Three"], at.ana, one.client);
  await promised(three.id, 5);
  await expect(at.merge(at.ana, three.id, two.id)).rejects.toMatchObject({ code: "merge_two_promises" });
  const laterAt = (await at.strip(three.id)).promise?.at;
  await at.merge(at.ana, three.id, two.id, "other");
  expect((await at.strip(two.id)).promise).toEqual({ at: laterAt, state: "open" });
  await at.undo(at.ana, two.id);
  expect((await at.strip(two.id)).promise).toEqual({ at: promisedAt, state: "open" });
  expect((await at.strip(three.id)).promise).toEqual({ at: laterAt, state: "open" });
});

test("chases are counted together, and apart again after undo, whatever came since", async () => {
  const one = await at.opened(["One"]);
  const two = await at.opened(["Two"], at.ana, one.client);
  await at.chased(one.id, one.client);
  await at.chased(one.id, one.client);
  await at.chased(two.id, one.client);
  const { mendingId } = await at.merge(at.ana, one.id, two.id);
  await at.chased(two.id, one.client);
  expect((await at.strip(two.id)).chases).toBe(4);
  await at.undoMending(at.ana, mendingId);
  expect((await at.strip(two.id)).chases).toBe(2);
  expect((await at.strip(one.id)).chases).toBe(2);
});

test("what was moved out of a request before it was merged comes back to it after that only", async () => {
  const one = await at.opened(["One", "More of one"]);
  const two = await at.opened(["Two"], at.ana, one.client);
  const moved = await at.move(at.ana, one.id, one.messageIds.slice(0, 1), two.id);
  const merged = await at.merge(at.ana, one.id, two.id);
  await expect(at.undoMending(at.ana, moved.mendingId)).rejects.toMatchObject({
    code: "undo_built_on",
    detail: { by: "Ana" },
  });
  await at.undoMending(at.ana, merged.mendingId);
  await at.undoMending(at.ana, moved.mendingId);
  expect((await at.page(one.id)).messageIds).toEqual(one.messageIds);
});

test("nothing more is done on what was merged: everyone is told where it went on, and by whom", async () => {
  const one = await at.opened(["One"]);
  const two = await at.opened(["Two"], at.ana, one.client);
  await at.merge(at.ana, one.id, two.id);
  const told = { code: "request_merged", detail: { by: "Ana", into: two.id } };
  await expect(at.merge(at.bruno, one.id, two.id)).rejects.toMatchObject(told);
  await expect(at.merge(at.bruno, two.id, one.id)).rejects.toMatchObject({ code: "move_held_by_other" });
  await expect(at.merge(at.clara, two.id, one.id)).rejects.toMatchObject(told);
  const reopen = { reason: null, workerId: null, waitsOn: null, version: null };
  await expect(at.ask(at.clara, one.id, { kind: "move", to: "ready", ...reopen })).rejects.toMatchObject(
    told,
  );
  const late = await at.desk.says(one.client, "Thanks");
  await expect(
    at.decide(at.ana, { messageIds: [late], kind: "belongs", requestId: one.id }),
  ).rejects.toMatchObject(told);
});

test("work in a worker's hands is not merged away, and other people's requests are a coordinator's", async () => {
  const one = await at.opened(["One"]);
  const two = await at.opened(["Two"], at.bruno, one.client);
  const assign = { reason: null, workerId: at.karim.contactId, waitsOn: null, version: null };
  await at.ask(at.clara, one.id, { kind: "move", to: "assigned", ...assign });
  await expect(at.merge(at.ana, one.id, two.id)).rejects.toMatchObject({ code: "merge_worker" });
  await expect(at.merge(at.ana, two.id, one.id)).rejects.toMatchObject({
    code: "move_held_by_other",
    detail: { by: "Bruno" },
  });
  await at.merge(at.clara, two.id, one.id);
  expect((await at.strip(one.id)).worker?.id).toBe(at.karim.contactId);
  await expect(at.merge(at.clara, one.id, one.id)).rejects.toMatchObject({ code: "merge_itself" });
});

test("of two people who take the same messages at once one wins and the other is told who", async () => {
  for (let round = 0; round < 6; round++) {
    const one = await at.opened(["One", "Two"]);
    const two = await at.opened(["Three"], at.ana, one.client);
    const results = await Promise.allSettled([
      at.move(at.ana, one.id, one.messageIds.slice(1), two.id),
      at.split(at.bruno, one.id, one.messageIds.slice(1)),
    ]);
    const lost = results.filter((result) => result.status === "rejected");
    expect(lost).toHaveLength(1);
    expect(lost[0]?.reason).toMatchObject({
      code: "messages_gone",
      detail: { by: results[0].status === "fulfilled" ? "Ana" : "Bruno" },
    });
  }
});

test.each([1, 2, 3, 4, 5])(
  "whatever many people mend at once ends without a deadlock, and all holds (%i)",
  async () => {
    const three = await Promise.all(
      ["One", "Two", "Three"].map(async () => {
        const client = await at.newClient();
        return { client, ids: [await at.desk.says(client, "a"), await at.desk.says(client, "b")] };
      }),
    );
    const requests: { id: number; messageIds: number[] }[] = [];
    for (const { ids } of three) {
      const made = await at.decide(at.clara, { messageIds: ids, kind: "opens", title: "x" });
      requests.push({ id: made.requestId ?? 0, messageIds: ids });
    }
    const [a, b, c] = requests;
    if (!a || !b || !c) throw new Error("three were not opened");
    // Begun a little apart they meet in other orders than all at once.
    const soon = async (work: () => Promise<unknown>) => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 50));
      return work();
    };
    const results = await Promise.allSettled([
      soon(() => at.merge(at.clara, a.id, b.id)),
      soon(() => at.merge(at.clara, b.id, a.id)),
      soon(() => at.move(at.ana, a.id, a.messageIds.slice(1), c.id)),
      soon(() => at.move(at.bruno, c.id, c.messageIds.slice(1), a.id)),
      soon(() => at.move(at.ana, b.id, b.messageIds, c.id, true)),
      soon(() => at.split(at.bruno, c.id, c.messageIds)),
      soon(() => at.merge(at.clara, c.id, b.id)),
      soon(() => at.out(at.ana, b.id, b.messageIds.slice(0, 1))),
      soon(() => at.undo(at.clara, a.id)),
      soon(() => at.undo(at.clara, b.id)),
    ]);
    // A deadlock comes as an error of the database, never as one a person can act on.
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ name: "UserError" });
    expect(await mendingFaults(at.desk.db)).toEqual([]);
    expect(results.some(({ status }) => status === "fulfilled")).toBe(true);
  },
);
