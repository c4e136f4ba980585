import { describe, expect, test } from "vitest";
import { type Entry, freeEntryAt as freeAt, freeFacts, windowAt, windowUntil } from "./window.ts";

const now = new Date("2026-10-02T09:00:00Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const HOUR = 3600;
const freeEntryAt = (entries: readonly Entry[], at: Date) => freeAt(freeFacts(entries), at);

describe("the window", () => {
  test("shuts 24 hours after WhatsApp's time of the last message, to the second", () => {
    expect(windowAt({ lastInAt: ago(24 * HOUR - 1) }, now)).toEqual({ kind: "open", until: ago(-1) });
    expect(windowAt({ lastInAt: ago(24 * HOUR) }, now)).toEqual({ kind: "shut", since: now });
    expect(windowAt({ lastInAt: ago(24 * HOUR + 1) }, now)).toEqual({ kind: "shut", since: ago(1) });
  });

  test("was never open for who never wrote", () => {
    expect(windowAt({ lastInAt: null }, now)).toEqual({ kind: "never" });
    expect(windowUntil(null)).toBeNull();
  });

  test("is not opened by a message that comes three days late", () => {
    expect(windowAt({ lastInAt: ago(72 * HOUR) }, now).kind).toBe("shut");
  });
});

describe("who came by an advertisement", () => {
  const entry = (came: number, answered: number | null, answerPricing: string | null = null): Entry => ({
    cameAt: ago(came * HOUR),
    answeredAt: answered === null ? null : ago(answered * HOUR),
    answerPricing,
  });

  test("can be made free for three days by an answer within 24 hours, to the second", () => {
    expect(freeEntryAt([entry(1, null)], now)).toEqual({ kind: "if_answered", until: ago(-23 * HOUR) });
    expect(freeEntryAt([{ ...entry(0, null), cameAt: ago(24 * HOUR - 1) }], now).kind).toBe("if_answered");
    expect(freeEntryAt([entry(24, null)], now)).toEqual({ kind: "none" });
  });

  test("is free for 72 hours from our answer, to the second", () => {
    expect(freeEntryAt([entry(20, 10)], now)).toEqual({ kind: "free", until: ago(-62 * HOUR) });
    const answered = (seconds: number): Entry => ({
      cameAt: ago(seconds + HOUR),
      answeredAt: ago(seconds),
      answerPricing: null,
    });
    expect(freeEntryAt([answered(72 * HOUR - 1)], now)).toEqual({ kind: "free", until: ago(-1) });
    expect(freeEntryAt([answered(72 * HOUR)], now)).toEqual({ kind: "none" });
  });

  test("is not free when the answer came too late", () => {
    const came = ago(40 * HOUR);
    const after = (seconds: number) => new Date(came.getTime() + seconds * 1000);
    const answered = (at: Date): Entry => ({ cameAt: came, answeredAt: at, answerPricing: null });
    expect(freeEntryAt([answered(after(24 * HOUR - 1))], now).kind).toBe("free");
    expect(freeEntryAt([answered(after(24 * HOUR))], now).kind).toBe("none");
  });

  test("is what WhatsApp's price for our answer says", () => {
    expect(freeEntryAt([entry(2, 1, "free_entry_point")], now).kind).toBe("free");
    expect(freeEntryAt([entry(2, 1, "regular")], now)).toEqual({ kind: "none" });
    expect(freeEntryAt([entry(2, 1, "free_customer_service")], now)).toEqual({ kind: "none" });
  });

  test("may come several times: the longest counts, and what is free goes before what could be", () => {
    expect(freeEntryAt([entry(60, 50), entry(10, 5)], now)).toEqual({ kind: "free", until: ago(-67 * HOUR) });
    expect(freeEntryAt([entry(60, 50), entry(1, null)], now)).toEqual({
      kind: "free",
      until: ago(-22 * HOUR),
    });
    expect(freeEntryAt([], now)).toEqual({ kind: "none" });
  });

  test("a shut window stays shut however free it is", () => {
    expect(freeEntryAt([entry(40, 30)], now).kind).toBe("free");
    expect(windowAt({ lastInAt: ago(40 * HOUR) }, now).kind).toBe("shut");
  });
});
