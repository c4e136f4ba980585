import { expect, test } from "vitest";
import type { Shifts } from "../diagnosis.ts";
import { hour, type Line, oneShift, sketch } from "./chat-sketch.ts";
import { readRequests } from "./read-requests.ts";

/** ana 8 to 14, leo 14 to 20; who comes first in a sketch is 0 in `people`. */
const twoShifts = (ana: number, leo: number): Shifts => ({
  ...oneShift,
  boundaries: [0, 1, 2, 3, 4, 5, 6].flatMap((day) => [
    { minute: day * 1440 + 14 * 60, ends: [ana], starts: [leo] },
    { minute: day * 1440 + 20 * 60, ends: [leo], starts: [ana] },
  ]),
});
const only = (lines: Line[], until = 200, shifts?: Shifts) => {
  const [followed] = readRequests(sketch(lines, until, shifts));
  if (!followed) throw new Error("no request");
  return followed.request;
};

test("one request from its first word to the client's thanks", () => {
  const found = only([
    { at: 9, who: "c", acts: "request", text: "Good morning, the tap in the kitchen leaks badly" },
    { at: 9.5, who: "c", acts: "status_chase" },
    { at: 9.6, who: "ana", acts: "promise", due: 12 },
    { at: 11, who: "w", acts: "completion" },
    { at: 11.1, who: "c", acts: "closing" },
    { at: 11.2, who: "leo", acts: "acknowledgement" },
  ]);
  expect(found).toEqual({
    title: "the tap in the kitchen leaks badly",
    messages: [0, 1, 2, 3, 4, 5],
    confidence: 1,
    client: 0,
    opened: 0,
    firstReply: 2,
    resolved: "confirmed",
    resolvedAt: 4,
    chases: [1],
    promises: [{ message: 2, due: hour(12) }],
    // A mere "ok" after the end handles nothing.
    handledBy: [1, 2],
    crossedShift: false,
    droppedAtShift: false,
    crossings: [],
    followUps: [],
  });
});

test("staff may open one; WhatsApp's own lines and bots are passed over", () => {
  const found = only([
    { at: 9, who: "b auto", acts: "chat" },
    { at: 9.1, who: "ana", acts: "question" },
    { at: 9.2, who: "c", acts: "answer" },
  ]);
  expect(found).toMatchObject({ opened: 1, firstReply: null, client: 2, handledBy: [1] });
});

test("a follow-up names the chase it came after", () => {
  const found = only([
    { at: 9, who: "c", acts: "request" },
    { at: 9.1, who: "ana", acts: "acknowledgement" },
    { at: 15, who: "c", acts: "status_chase" },
    { at: 15.1, who: "ana", acts: "answer" },
    { at: 19.5, who: "ana", acts: "answer" },
  ]);
  expect(found.followUps).toEqual([
    { message: 3, after: 2 },
    { message: 4, after: null },
  ]);
});

const asked: Line[] = [
  { at: 12, who: "ana", acts: "chat", in: -1 },
  { at: 12.1, who: "leo", acts: "chat", in: -1 },
  { at: 13, who: "c", acts: "request" },
  { at: 13.1, who: "ana", acts: "acknowledgement" },
];
const over = (...more: Line[]) => only([...asked, ...more], 200, twoShifts(0, 1));

test("open when its last speaker's shift ends, it spans a change of shift; taken up within two hours it holds", () => {
  expect(
    over({ at: 15.9, who: "leo", acts: "answer" }, { at: 16, who: "leo", acts: "completion" }),
  ).toMatchObject({
    crossedShift: true,
    droppedAtShift: false,
    crossings: [{ at: hour(14), isDropped: false }],
  });
});

test("left for more than two hours, or chased first, it was dropped", () => {
  expect(over({ at: 16.1, who: "leo", acts: "completion" }).crossings).toEqual([
    { at: hour(14), isDropped: true },
  ]);
  expect(
    over({ at: 17.2, who: "c", acts: "status_chase" }, { at: 17.3, who: "leo", acts: "completion" }),
  ).toMatchObject({ droppedAtShift: true, chases: [4] });
});

test("silence that may come of the reading is no drop: a word that hardly belongs, another matter, the chat's end", () => {
  const held = { crossedShift: true, droppedAtShift: false };
  expect(over({ at: 16.1, who: "leo", acts: "completion", sure: 0.6 })).toMatchObject(held);
  expect(
    over({ at: 16.1, who: "c", acts: "request" }, { at: 16.2, who: "leo", acts: "completion" }),
  ).toMatchObject(held);
  expect(only(asked, 50, twoShifts(0, 1))).toMatchObject(held);
  expect(
    over({ at: 17.2, who: "c", acts: "status_chase", sure: 0.6 }, { at: 18, who: "leo", acts: "answer" }),
  ).toMatchObject({ droppedAtShift: true });
});

test("what the client called settled lies open over no change of shift, whatever comes later", () => {
  const found = over(
    { at: 13.5, who: "ana", acts: "completion" },
    { at: 13.6, who: "c", acts: "closing" },
    { at: 40, who: "c", acts: "request" },
    { at: 40.1, who: "leo", acts: "completion" },
  );
  expect(found.crossings).toEqual([]);
});

test("a time agreed ahead excuses silence, no chase", () => {
  const promise: Line = { at: 13.5, who: "ana", acts: "promise", due: 18 };
  expect(over(promise, { at: 18, who: "w", acts: "completion" }).droppedAtShift).toBe(false);
  expect(
    over(promise, { at: 17.6, who: "c", acts: "status_chase" }, { at: 18, who: "w", acts: "completion" })
      .droppedAtShift,
  ).toBe(true);
});

test("done before the shift ends, it spans nothing; a worker's word ends no shift", () => {
  expect(over({ at: 13.9, who: "ana", acts: "completion" }).crossedShift).toBe(false);
  const found = only(
    [
      ...asked.slice(0, 3),
      { at: 13.1, who: "w", acts: "answer" },
      { at: 13.5, who: "w", acts: "completion" },
    ],
    200,
    twoShifts(0, 1),
  );
  expect(found.crossedShift).toBe(false);
});

test("what nobody answered lies with those on duty; the evening's end counts, with the next morning after it", () => {
  const late: Line[] = [...asked.slice(0, 2), { at: 19.5, who: "c", acts: "request" }];
  const found = (at: number) =>
    only([...late, { at, who: "ana", acts: "completion" }], 200, twoShifts(0, 1)).crossings;
  expect(found(24 + 9.9)).toEqual([{ at: hour(20), isDropped: false }]);
  expect(found(24 + 10.1)).toEqual([{ at: hour(20), isDropped: true }]);
});

test("without shifts nothing is crossed", () => {
  expect(only([...asked, { at: 40, who: "leo", acts: "completion" }]).crossings).toEqual([]);
});

test("what may be a new matter or a question about the known one is the latter within a request, not at its start", () => {
  const found = only([
    { at: 9, who: "c", acts: "request status_chase" },
    { at: 9.1, who: "ana", acts: "acknowledgement" },
    { at: 15, who: "c", acts: "request status_chase" },
    { at: 15.5, who: "c", acts: "request" },
  ]);
  expect(found.chases).toEqual([2]);
});
