import { expect, test } from "vitest";
import type { Chat } from "../chat.ts";
import { openExport, readExport } from "./read-export.ts";

/** "22:05 Ana: hi", one for each message; WhatsApp's own have no name. */
const told = ({ messages, people }: Chat): string[] =>
  messages.map(({ at, by, text }) => {
    const clock = new Date(at).toISOString().slice(11, 16);
    return by === null ? `${clock} ${text}` : `${clock} ${people[by]}: ${text}`;
  });

const ANDROID = `31/12/23, 22:05 - Messages and calls are end-to-end encrypted.
31/12/23, 22:05 - Ana created group "Pumps: north"
31/12/23, 22:06 - Ana: hello
second line

fourth line
31/12/23, 22:07 - Bo: ok
31/12/23, 22:08 - Ana changed the subject from "Pumps: north" to "Pumps: all"
01/01/24, 09:00 - Ana: new year`;

test("messages of many lines, and WhatsApp's own lines that hold a colon", () => {
  const chat = readExport(ANDROID);
  expect(told(chat)).toEqual([
    "22:05 Messages and calls are end-to-end encrypted.",
    '22:05 Ana created group "Pumps: north"',
    "22:06 Ana: hello\nsecond line\n\nfourth line",
    "22:07 Bo: ok",
    '22:08 Ana changed the subject from "Pumps: north" to "Pumps: all"',
    "09:00 Ana: new year",
  ]);
  expect(chat.messages.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(chat.messages[4]).toMatchObject({ kind: "system", by: null });
  expect(chat).toMatchObject({
    platform: "android",
    isGroup: true,
    title: "Pumps: all",
    people: ["Ana", "Bo"],
  });
});

test("the same comes out however the text is cut into pieces, and with either end of line", () => {
  const whole = readExport(ANDROID);
  for (const size of [1, 2, 3, 7, 64, 200]) {
    const reader = openExport();
    for (let at = 0; at < ANDROID.length; at += size) reader.push(ANDROID.slice(at, at + size));
    expect(reader.end()).toEqual(whole);
  }
  expect(readExport(ANDROID.replaceAll("\n", "\r\n"))).toEqual(whole);
  expect(readExport(`${ANDROID}\r\n\r\n`)).toEqual(whole);
});

test("texts kept from many pieces are whole, emojis and quotation marks too", () => {
  const reader = openExport();
  const said = (n: number) => `"${n}" \\ 👍 ${n % 2 ? "é" : "\ud83d"}`;
  for (let n = 0; n < 1500; n++) reader.push(`31/12/23, 22:05 - Ana: ${said(n)}\n`);
  expect(reader.end().messages.map(({ text }) => text)).toEqual(
    Array.from({ length: 1500 }, (_, n) => said(n)),
  );
});

test("iOS: own lines in the group's name, marks of direction, the title", () => {
  const chat = readExport(
    "[31/12/2023, 22:05:12] Pumps: \u200eMessages and calls are end-to-end encrypted.\r\n" +
      "[31/12/2023, 22:05:13] Ana: hi\r\n\u200e[31/12/2023, 22:05:14] Ana: \u200eimage omitted\r\n" +
      "[31/12/2023, 22:05:15] \u202a+34 612 34\u202c: ok",
  );
  expect(chat.messages.map(({ kind, by }) => [kind, by])).toEqual([
    ["system", null],
    ["text", 0],
    ["photo", 0],
    ["text", 1],
  ]);
  expect(chat).toMatchObject({
    platform: "ios",
    isGroup: true,
    title: "Pumps",
    people: ["Ana", "+34 612 34"],
  });
});

test("lines before the first message are counted and shown with their number", () => {
  const chat = readExport("\ufeffsomething\n\nelse\n31/12/23, 22:05 - Ana: hi\n");
  expect(chat.unreadable).toEqual({
    count: 2,
    first: [
      { line: 1, text: "something" },
      { line: 3, text: "else" },
    ],
  });
  expect(told(chat)).toEqual(["22:05 Ana: hi"]);
});

test("nothing readable is all counted, and only the first lines are shown", () => {
  const chat = readExport(Array.from({ length: 1000 }, (_, n) => `line ${n}`).join("\n"));
  expect(chat.unreadable.count).toBe(1000);
  expect(chat.unreadable.first.length).toBeLessThan(50);
  expect(chat).toMatchObject({ title: null, platform: null, isGroup: false, people: [], messages: [] });
  expect(readExport("").unreadable.count).toBe(0);
});

test("an empty message, and one of only a colon behind the name", () => {
  expect(
    told(readExport("31/12/23, 22:05 - Ana: \n31/12/23, 22:06 - Ana:\n31/12/23, 22:07 - Ana: x")),
  ).toEqual(["22:05 Ana: ", "22:06 Ana: ", "22:07 Ana: x"]);
});

test("telephone numbers, names of their own, and marks in names", () => {
  const line = (name: string) => `31/12/23, 22:05 - ${name}: hi`;
  const { people } = readExport(
    ["\u202a+971\u00a050 123 4567\u202c", "~\u202fZoë", "\u200fأحمد\u200f", "أحمد", "Dr. A (AC, north)"]
      .map(line)
      .join("\n"),
  );
  expect(people).toEqual(["+971 50 123 4567", "~ Zoë", "أحمد", "Dr. A (AC, north)"]);
});

test("a name that holds a colon is put together when all that is said would start alike", () => {
  const lines = [
    "Ana: Pumps: hi",
    "Bo: Note: bring keys",
    "Ana: Pumps: <Media omitted>",
    "Ana: Pumps: ok",
    "Bo: ok",
  ];
  const chat = readExport(lines.map((line, n) => `31/12/23, 22:0${n} - ${line}`).join("\n"));
  expect(chat.people).toEqual(["Ana: Pumps", "Bo"]);
  expect(chat.messages.map(({ text }) => text)).toEqual(["hi", "Note: bring keys", "", "ok", "ok"]);
  expect(chat.messages[2]?.kind).toBe("media");
});

test("a hundred people whose names start alike are told apart", () => {
  const names = Array.from({ length: 100 }, (_, n) => `+971 50 ${n}`);
  const lines = [...names, ...names].map((name) => `31/12/23, 22:05 - ${name}: hi`);
  const chat = readExport(lines.join("\n"));
  expect(chat.people).toEqual(names);
  expect(chat.messages[150]?.by).toBe(50);
});
