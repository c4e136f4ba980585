import { expect, test } from "vitest";
import type { RequestEvent } from "../../../shared/api/requests.ts";
import { aMessage } from "./a-message.ts";
import { makeTimeline } from "./timeline.ts";

const anEvent = (seq: number, at: string, kind: string): RequestEvent => ({
  seq,
  at,
  kind,
  actor: { kind: "account", name: "Mariam" },
  through: "screen",
  state: null,
  text: null,
  facts: {},
});

test("messages and events are one line of time, the message before what was done about it", () => {
  const line = makeTimeline(
    [aMessage(2, "2026-11-22T09:00:00Z"), aMessage(1, "2026-11-22T08:00:00Z")],
    [anEvent(1, "2026-11-22T08:00:00Z", "opened"), anEvent(2, "2026-11-22T08:30:00Z", "note")],
  );
  expect(line.map((entry) => entry.key).slice(1)).toEqual(["message-1", "event-1", "event-2", "message-2"]);
  expect(line.map((entry) => entry.kind)).toEqual(["day", "message", "event", "note", "message"]);
});

test("a message said in one breath continues the one before; another person's does not", () => {
  const line = makeTimeline(
    [
      aMessage(1, "2026-11-22T08:00:00Z"),
      aMessage(2, "2026-11-22T08:00:20Z"),
      aMessage(3, "2026-11-22T08:00:30Z", { side: "staff", author: "Mariam" }),
      aMessage(4, "2026-11-22T08:05:00Z", { side: "staff", author: "Mariam" }),
    ],
    [],
  );
  const continued = line.filter((entry) => entry.kind === "message" && entry.continues);
  expect(continued.map((entry) => entry.key)).toEqual(["message-2"]);
});

test("the event of a message is not told beside the message itself", () => {
  const line = makeTimeline(
    [aMessage(1, "2026-11-22T08:00:00Z")],
    [anEvent(2, "2026-11-22T08:00:00Z", "message")],
  );
  expect(line.filter((entry) => entry.kind === "event")).toEqual([]);
});
