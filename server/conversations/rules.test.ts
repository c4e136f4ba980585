import { expect, test } from "vitest";
import { contactName, phoneDigits, placeFromText, placeToText } from "./rules.ts";
import { endingOf, headStep } from "./send-rules.ts";

const now = new Date("2026-03-02T09:00:00Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

test("a contact is called by name, else by username, else by number", () => {
  const names = { name: "Ana", username: "ana.l", phone: "34600" };
  expect(contactName(names)).toBe("Ana");
  expect(contactName({ ...names, name: null })).toBe("@ana.l");
  expect(contactName({ ...names, name: "", username: null })).toBe("+34600");
});

test.each([
  ["+34 600 000 001", "34600000001"],
  ["0034-600-000-001", "34600000001"],
  ["(971) 50.123.4567", "971501234567"],
  ["12345", null],
  ["call me", null],
  ["1234567890123456", null],
])("%s is the number %s", (typed, digits) => {
  expect(phoneDigits(typed)).toBe(digits);
});

test("a place in a thread survives the way to the screen and back", () => {
  const place = { at: now, id: 42 };
  expect(placeFromText(placeToText(place))).toEqual(place);
  for (const text of ["", "x", "1.", "1.2.3", "-1.2", `${"9".repeat(16)}.1`])
    expect(placeFromText(text)).toBeNull();
});

test("what is refused before processing waits, and is given up after four hours", () => {
  const refused = { kind: "repeat", code: 4, detail: "" } as const;
  expect(endingOf(refused, { attempts: 1, queuedAt: ago(60) }, now)).toMatchObject({ kind: "again" });
  expect(endingOf(refused, { attempts: 1, queuedAt: ago(4 * 3600) }, now)).toMatchObject({ kind: "refused" });
});

test("a job may send only what no living process is sending, and not before its time", () => {
  const job = { processId: "here", attempts: null };
  const queued = { state: "queued", calledBy: null, nextAt: null, attempts: 0 } as const;
  expect(headStep(queued, job, now)).toBe("send");
  expect(headStep({ ...queued, nextAt: ago(-5), attempts: 1 }, job, now)).toBe("wait_its_time");
  expect(headStep({ ...queued, nextAt: ago(-5), attempts: 1 }, { ...job, attempts: 1 }, now)).toBe("send");
  expect(headStep({ ...queued, nextAt: ago(0), attempts: 1 }, job, now)).toBe("send");
  expect(headStep({ ...queued, state: "calling", calledBy: "there" }, job, now)).toBe("wait_for_other");
  expect(headStep({ ...queued, state: "calling", calledBy: "here" }, job, now)).toBe("end_unknown");
});
