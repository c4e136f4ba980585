import { expect, test } from "vitest";
import { come, leave } from "./mend-rules.ts";
import { BLANK, type RequestRow } from "./row.ts";

const now = new Date("2026-03-02T12:00:00.000Z");
const row: RequestRow = { ...BLANK, id: 1, version: 1, state: "ready", contact_id: 5, conversation_id: 6 };
const said = { count: 2, firstAt: "2026-03-02T09:00:00.000Z", lastAt: "2026-03-02T10:00:00.000Z" };
const coming = {
  ...{ kind: "come" as const, fromId: 2, count: 2, isKept: false, said, contactId: 7, conversationId: 8 },
};

test("what leaves takes only the clock along; kept in both it takes nothing", () => {
  const ask = { kind: "leave" as const, as: "split" as const, toId: 3, count: 2, lastClientAt: null };
  expect(leave({ ...ask, isKept: false }, now)).toMatchObject({
    events: [{ kind: "split", changes: { last_client_message_at: null }, facts: { toRequestId: 3 } }],
  });
  expect(leave({ ...ask, isKept: true }, now)).toMatchObject({ events: [{ changes: {} }] });
});

test("what comes is heard by the client's time and new by ours", () => {
  expect(come(row, coming, now)).toMatchObject({
    events: [
      {
        kind: "messages_came",
        changes: { last_client_message_at: said.lastAt, last_heard_at: now.toISOString() },
        facts: { fromRequestId: 2, messageCount: 2 },
      },
    ],
  });
  const later = "2026-03-02T11:00:00.000Z";
  expect(come({ ...row, last_client_message_at: later }, coming, now)).toMatchObject({
    events: [{ changes: { last_client_message_at: later } }],
  });
});

test("what was opened by hand for nobody known is of whoever's words come first", () => {
  const unknown = { ...row, contact_id: null, conversation_id: null };
  expect(come(unknown, coming, now)).toMatchObject({
    events: [{ changes: { contact_id: 7, conversation_id: 8 } }],
  });
  const known = come(row, coming, now);
  expect(known.ok && known.events[0]?.changes.contact_id).toBe(undefined);
});

test("our own words alone start no clock, and nothing comes to what is over", () => {
  expect(come(row, { ...coming, said: null }, now)).toMatchObject({ events: [{ changes: {} }] });
  expect(come({ ...row, state: "closed" }, coming, now)).toMatchObject({ ok: false, why: "over" });
});
