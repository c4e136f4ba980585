import { expect, test } from "vitest";
import { fromCsv, toCsv } from "./csv.ts";

const written = {
  shortcut: "thanks",
  title: 'Say "thank you", warmly',
  texts: [
    { language: "en", body: "Thank you, {{first_name}}.\nBye" },
    { language: "ar", body: "شكرًا" },
  ],
};

test("what was saved is read in again, with quotes, commas and lines", () => {
  const reply = { ...written, id: 1, uses: 3, lastUsedAt: null };
  expect(fromCsv(toCsv([reply]))).toEqual({ replies: [written], skipped: 0 });
});

test("nothing in a cell is worked out by a spreadsheet", () => {
  const reply = { ...written, id: 1, uses: 0, lastUsedAt: null, texts: [{ language: "en", body: "=1+1" }] };
  expect(toCsv([reply])).toContain(",'=1+1");
  expect(fromCsv(toCsv([reply])).replies[0]?.texts).toEqual([{ language: "en", body: "=1+1" }]);
});

test("semicolons and columns in another order are read; what is not whole is counted", () => {
  const text =
    "Title;Text;Shortcut;Language\r\nBye;Good bye;BYE;en\nBye;Adiós;bye;es_MX\n;x;no;en\nA;b;c d;en\nBye;again;bye;en\n";
  expect(fromCsv(text)).toEqual({
    replies: [
      {
        shortcut: "bye",
        title: "Bye",
        texts: [
          { language: "en", body: "Good bye" },
          { language: "es-MX", body: "Adiós" },
        ],
      },
    ],
    skipped: 3,
  });
});

test("another kind of file gives nothing", () => {
  expect(fromCsv("hello\nworld")).toEqual({ replies: [], skipped: 1 });
  expect(fromCsv("")).toEqual({ replies: [], skipped: 0 });
});
