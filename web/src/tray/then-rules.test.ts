import { expect, test } from "vitest";
import type { Strip } from "../../../shared/api/requests.ts";
import { aStrip } from "../board/a-strip.ts";
import { thenOf } from "./then-rules.ts";

const now = Date.parse("2026-11-23T11:42:00Z");
const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
const me = { kind: "account", id: 1, name: "Mariam" } as const;
const step = { code: "ask_again", text: null, at: at(60) } as const;
const strip = (more: Partial<Strip>): Strip =>
  aStrip(7, { state: "working", stateSince: at(-60), returnsTo: null, nextStep: step, ...more });
const facts = (about: Strip | null) => ({ strip: about, owner: me, saidAt: at(-1), now });

test("a new request is ready, to be offered within half an hour, in the hands that were chosen", () => {
  expect(thenOf("opens", facts(null))).toEqual({
    what: "opens",
    request: null,
    state: "ready",
    step: { code: "offer", text: null, at: at(30) },
    owner: me,
  });
});

test("no request changes nothing, and which one is asked before anything is said", () => {
  expect(thenOf("no_request", facts(null))).toMatchObject({ what: "leaves", state: null, owner: null });
  expect(thenOf("belongs", facts(null))).toBeNull();
});

test("what belongs to an open one leaves it as it stands", () => {
  expect(thenOf("belongs", facts(strip({})))).toMatchObject({ what: "joins", state: "working", step });
});

test("what belongs to one closed within 72 h reopens it; later it is refused", () => {
  const closed = strip({ state: "closed", nextStep: null, stateSince: at(-71 * 60) });
  expect(thenOf("belongs", facts(closed))).toMatchObject({
    what: "reopens",
    state: "ready",
    step: { code: "offer", at: at(30) },
  });
  const longAgo = strip({ state: "closed", stateSince: at(-73 * 60) });
  expect(thenOf("belongs", facts(longAgo))).toMatchObject({ what: "refused", why: "closed_long_ago" });
});

test("an answer ends a wait, closes what was done, and else only joins", () => {
  const waiting = strip({ state: "waiting", returnsTo: "working", waitsOn: "client" });
  expect(thenOf("answers", facts(waiting))).toMatchObject({
    what: "resumes",
    state: "working",
    step: { code: "word_from_worker", at: at(240) },
  });
  expect(thenOf("answers", facts(strip({ state: "done" })))).toMatchObject({
    what: "confirms",
    state: "closed",
    step: null,
  });
  expect(thenOf("answers", facts(strip({})))).toMatchObject({ what: "joins" });
  expect(thenOf("answers", facts(strip({ state: "closed" })))).toMatchObject({ what: "kept" });
});

test("a chase is counted where work is open, and refused where it is over", () => {
  expect(thenOf("chase", facts(strip({})))).toMatchObject({ what: "chased", state: "working" });
  expect(thenOf("chase", facts(strip({ state: "cancelled" })))).toMatchObject({
    what: "refused",
    why: "over",
  });
});
