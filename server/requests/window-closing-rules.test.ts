import { describe, expect, test } from "vitest";
import { lookAt, wantsTheWindow, windowLook } from "./window-closing-rules.ts";

const now = new Date("2026-10-02T09:00:00Z");
const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const aRow = {
  state: "working",
  is_void: false,
  waits_on: "us",
  conversation_id: 1,
  last_client_message_at: at(0).toISOString(),
  opened_at: at(-60).toISOString(),
} as const;

describe("whose window is watched", () => {
  test("whoever waits on us, a worker or a third party", () => {
    for (const waits_on of ["us", "worker", "third_party"] as const)
      expect(wantsTheWindow({ ...aRow, waits_on })).toBe(true);
  });
  test("not who waits on the client, nor what is done, over or taken back", () => {
    expect(wantsTheWindow({ ...aRow, waits_on: "client" })).toBe(false);
    expect(wantsTheWindow({ ...aRow, state: "done" })).toBe(false);
    expect(wantsTheWindow({ ...aRow, state: "closed", waits_on: null })).toBe(false);
    expect(wantsTheWindow({ ...aRow, is_void: true })).toBe(false);
  });
  test("it is first looked at twelve hours after the client's last message, or at once where none is known", () => {
    expect(windowLook(aRow)).toEqual(at(12 * 60));
    expect(windowLook({ ...aRow, last_client_message_at: null })).toEqual(at(-60));
    expect(windowLook({ ...aRow, conversation_id: null })).toBeNull();
  });
});

describe("a look", () => {
  const until = (minutes: number) => ({ lastInAt: at(minutes - 24 * 60) });
  test("tells from two hours before the end on, to the minute, and looks again at the end", () => {
    expect(lookAt(until(121), 120, now)).toEqual({ kind: "look_again", at: at(1) });
    expect(lookAt(until(120), 120, now)).toEqual({ kind: "tell", until: at(120), lookAgainAt: at(120) });
    expect(lookAt(until(1), 120, now)).toMatchObject({ kind: "tell" });
  });
  test("says nothing of a window that is shut or never was open", () => {
    expect(lookAt(until(0), 120, now)).toEqual({ kind: "nothing" });
    expect(lookAt({ lastInAt: null }, 120, now)).toEqual({ kind: "nothing" });
  });
});
