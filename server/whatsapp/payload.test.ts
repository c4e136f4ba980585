import { describe, expect, test } from "vitest";
import { ANA, AT, type Change, change, entries, said, status, text } from "../../test/deliveries.ts";
import { fixtureBodies } from "../../test/fixture-bodies.ts";
import { readPayload } from "./payload.ts";
import type { PayloadEvent } from "./payload-events.ts";

const RECEIVED = new Date("2026-11-19T00:00:00Z");
const read = (body: string): PayloadEvent[] => readPayload(Buffer.from(body), RECEIVED);
const only = (one: Change): PayloadEvent | undefined => read(entries(one))[0];

describe("a body", () => {
  test.each(["", "x", "{", "null", "[]", "{}", '{"entry":{}}', "\u0000"])(
    "like %j is no delivery",
    (body) => {
      expect(() => read(body)).toThrow(expect.objectContaining({ name: "PayloadError" }));
    },
  );

  test.each([...fixtureBodies()])("%s becomes at least one event", (_name, body) => {
    expect(readPayload(body, RECEIVED).length).toBeGreaterThan(0);
  });

  test("of three entries with two changes of five messages is thirty messages", () => {
    const five = (n: number) => ({
      contacts: [{ wa_id: ANA.waId }],
      messages: Array.from({ length: 5 }, (_, i) => ({
        from: ANA.waId,
        id: `wamid.${n}.${i}`,
        timestamp: String(AT),
        type: "text",
        text: { body: "x" },
      })),
    });
    const entry = (n: number) => ({ id: "1", changes: [change(five(2 * n)), change(five(2 * n + 1))] });
    expect(read(JSON.stringify({ entry: [entry(0), entry(1), entry(2)] }))).toHaveLength(30);
  });

  test("never loses digits of a template's id", () => {
    const [event] = read(
      '{"entry":[{"id":"1","changes":[{"field":"message_template_status_update","value":{"message_template_id":90071992547409931}}]}]}',
    );
    expect(event).toMatchObject({ body: { message_template_id: "90071992547409931" } });
  });
});

describe("a message", () => {
  test("with a BSUID in its phone fields has no phone", () => {
    const event = only(said("m", { type: "text", text: { body: "x" } }, { waId: "US.ABC1" }));
    expect(event).toMatchObject({ person: { bsuid: "US.ABC1", waId: null } });
  });

  test("without a sender belongs to the one contact it comes with", () => {
    const event = only(
      change({ contacts: [{ wa_id: "15551" }], messages: [{ id: "m", type: "text", text: { body: "x" } }] }),
    );
    expect(event).toMatchObject({ kind: "message", person: { waId: "15551" }, saidAt: RECEIVED });
  });

  test("from nobody at all is a visible notice", () => {
    expect(only(change({ messages: [{ id: "m", type: "text" }] }))).toMatchObject({ kind: "notice" });
  });

  test("of an unknown type is a placeholder that says its name", () => {
    expect(only(said("m", { type: "hologram", hologram: {} }))).toMatchObject({
      messageKind: "unknown",
      content: { why: { type: "hologram" } },
    });
  });

  test("keeps no character that the database refuses", () => {
    const event = only(text("m", "a\u0000b\ud800c"));
    expect(event).toMatchObject({ text: "a\ufffdb\ufffdc" });
  });

  test("of an old voice type is a voice note", () => {
    expect(only(said("m", { type: "voice", voice: { id: "9", mime_type: "audio/ogg" } }))).toMatchObject({
      messageKind: "audio",
      content: { isVoice: true },
      media: { mediaId: "9" },
    });
  });
});

test("a removed reaction has no emoji, with or without the key", () => {
  const removed = (reaction: Record<string, string>) => only(said("r", { type: "reaction", reaction }));
  expect(removed({ message_id: "m", emoji: "" })).toMatchObject({ emoji: null });
  expect(removed({ message_id: "m" })).toMatchObject({ emoji: null });
});

test("a status of a group member is that member's own", () => {
  const event = only(
    status("m", "read", AT, {
      recipient_id: "GROUP",
      recipient_type: "group",
      recipient_participant_id: "15551",
    }),
  );
  expect(event).toMatchObject({ participant: "15551", groupId: "GROUP", person: null });
});

test("errors beside messages are seen as well", () => {
  const value = {
    contacts: [{ wa_id: "15551" }],
    messages: [{ from: "15551", id: "m", type: "text", text: { body: "x" } }],
    errors: [{ code: 130429 }],
  };
  expect(read(entries(change(value))).map(({ kind }) => kind)).toEqual(["message", "notice"]);
});
