import { expect, test } from "vitest";
import { contactName, phoneDigits, placeFromText, placeToText } from "./rules.ts";

const now = new Date("2026-03-02T09:00:00Z");

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
