/** Lines of an export pasted into a message are part of it. */
import { expect, test } from "vitest";
import { readExport } from "./read-export.ts";

const texts = (lines: string[]) => readExport(lines.join("\n")).messages.map(({ text }) => text);
const day = (n: number, name = "Ana", text = `on ${n}`) => `${n}/12/23, 10:05 - ${name}: ${text}`;

test("lines in another form than the file's own start no message", () => {
  const pasted = [
    "[10/7 16.05] Zed: short, as copied on a phone",
    "[22:05, 31/12/2023] Zed: as copied from the web",
    "[31/12/2023, 22:05:12] Zed: from iOS",
    "12/31/23, 10:05 PM - Zed: with the other clock",
    "2023-12-31 22:05 - Zed: with dashes",
    "31/12/2023, 22:05 - Zed: with a long year",
    "٣١/١٢/٢٣، ٢٢:٠٥ - Zed: in other digits",
  ];
  for (const line of pasted)
    expect(texts([day(13), line, day(14, "Bo")])).toEqual([`on 13\n${line}`, "on 14"]);
});

test("a row of lines days back by people who never speak was pasted; its own lines stay with it", () => {
  const row = [day(2, "Zed"), "more", day(3, "Yan")];
  expect(texts([day(13), day(20), ...row, day(21), day(22)])).toEqual([
    "on 13",
    `on 20\n${row.join("\n")}`,
    "on 21",
    "on 22",
  ]);
  expect(readExport([day(13), day(20), ...row, day(21)].join("\n")).people).toEqual(["Ana"]);
});

test("lines of the chat itself pasted into it stand once", () => {
  const chat = [day(13), day(14, "Bo"), day(20), day(14, "Bo"), day(21)];
  expect(texts(chat)).toEqual(["on 13", "on 14", `on 20\n${day(14, "Bo")}`, "on 21"]);
});

test("a late message of somebody who speaks is a message", () => {
  expect(texts([day(13), day(14, "Bo"), day(20), day(15, "Bo"), day(21)])).toHaveLength(5);
});

test("a day back is no doubt: phones that were off deliver late", () => {
  expect(texts([day(13), day(20), day(19, "Zed"), day(21)])).toHaveLength(4);
});

test("pasted lines before the first message are counted as unreadable", () => {
  const lines = ["[31/12/2023, 22:05:12] Zed: hi", ...[13, 14, 15].map((n) => day(n))];
  const chat = readExport(lines.join("\n"));
  expect(chat.messages.map(({ text }) => text)).toEqual(["on 13", "on 14", "on 15"]);
  expect(chat.unreadable).toEqual({ count: 1, first: [{ line: 1, text: "[31/12/2023, 22:05:12] Zed: hi" }] });
  expect(chat.people).toEqual(["Ana"]);
});

test("two exports put together are both read, whatever their forms and times", () => {
  const first = Array.from({ length: 100 }, (_, n) => `13/12/23, 10:${10 + (n % 50)} - Ana: a${n}`);
  const second = Array.from({ length: 100 }, (_, n) => `[13/11/2023, 10:${10 + (n % 50)}:00] Bo: b${n}`);
  const third = Array.from({ length: 100 }, (_, n) => `13/01/23, 10:${10 + (n % 50)} - Cy: c${n}`);
  expect(texts([...first, ...second])).toHaveLength(200);
  expect(texts([...first, ...third])).toHaveLength(200);
});
