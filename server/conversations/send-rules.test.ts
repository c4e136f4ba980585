import { expect, test } from "vitest";
import { effectOn, endingOf, isNews } from "./send-rules.ts";

const now = new Date("2026-03-02T09:00:00Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

test("what is refused before processing waits, and is given up after four hours", () => {
  const refused = { kind: "repeat", code: 4, detail: "" } as const;
  expect(endingOf(refused, { attempts: 1, queuedAt: ago(60) }, now)).toMatchObject({ kind: "again" });
  expect(endingOf(refused, { attempts: 1, queuedAt: ago(4 * 3600) }, now)).toMatchObject({ kind: "refused" });
});

test("what was not called after all waits as before, however long it has waited", () => {
  const ending = endingOf({ kind: "held" }, { attempts: 3, queuedAt: ago(9 * 3600) }, now);
  expect(ending).toMatchObject({ kind: "again", afterMs: 0 });
});

const again = { kind: "again", afterMs: 0, code: 4, detail: "" } as const;
const accepted = { kind: "accepted", wamid: "w" } as const;
const refused = { kind: "refused", code: 131026, detail: "" } as const;
test.each([
  ["calling", again, true],
  ["calling", accepted, true],
  ["accepted", refused, false],
  ["refused", accepted, false],
  // Others took us for dead: its end is welcome, another try is not.
  ["unknown", accepted, true],
  ["unknown", refused, true],
  ["unknown", again, false],
  // A person wants it sent again while the first call had no end yet.
  ["queued", accepted, true],
  ["queued", refused, false],
  ["queued", again, false],
] as const)("to a row that is %s by now, %o is news: %s", (state, ending, is) => {
  expect(isNews(state, ending)).toBe(is);
});

const refusal = (code: number) => ({ kind: "refused", code, detail: "", stopsNumber: true }) as const;
const repeat = (code: number) => ({ kind: "repeat", code, detail: "" }) as const;
test("a refusal of the number pauses it, whatever else came", () => {
  for (const code of [0, 190, 3, 10, 200, 299, 131005, 131031, 368, 130497, 131042, 134011, 131048, 131037])
    expect(effectOn([{ kind: "accepted", wamid: "w" }, refusal(code)])).toMatchObject({ pause: code });
  for (const code of [131045, 133000, 133006, 133010, 133015])
    expect(effectOn([refusal(code)])).toMatchObject({ pause: code });
  for (const code of [131026, 131047, 131049, 131056, 132001, 100])
    expect(effectOn([refusal(code)])).toMatchObject({ pause: null });
});

test("too fast slows the number, too many calls let it rest, and one person's pace is theirs alone", () => {
  expect(effectOn([repeat(130429)])).toEqual({ pause: null, slows: true, rests: false });
  expect(effectOn([repeat(4)])).toEqual({ pause: null, slows: true, rests: true });
  expect(effectOn([repeat(80007)])).toEqual({ pause: null, slows: true, rests: true });
  expect(effectOn([repeat(131056), { kind: "held" }])).toEqual({ pause: null, slows: false, rests: false });
});
