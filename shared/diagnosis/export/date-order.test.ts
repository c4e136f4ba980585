import { expect, test } from "vitest";
import { type ExportOptions, readExport } from "./read-export.ts";

const orderOf = (dates: string[], options: ExportOptions = {}, end = ", 10:05 - Ana: hi") =>
  readExport(dates.map((date) => `${date}${end}`).join("\n"), options).dateOrder;

test("a day over 12 proves the order", () => {
  const proved = { certainty: "proved", evidence: "day_over_12" };
  expect(orderOf(["05/01/24", "13/01/24"])).toEqual({ order: "DMY", ...proved });
  expect(orderOf(["1/5/24", "1/13/24"])).toEqual({ order: "MDY", ...proved });
});

test("a year of four figures in front proves it", () => {
  expect(orderOf(["2024-01-05"])).toEqual({ order: "YMD", certainty: "proved", evidence: "year_first" });
});

test("a short year in front is inferred from what changes least", () => {
  const dates = ["23/12/29", "23/12/30", "23/12/31", "24/01/01"];
  expect(orderOf(dates)).toEqual({ order: "YMD", certainty: "inferred", evidence: "lines_in_order" });
});

test("the one order that keeps the lines in order is inferred", () => {
  const inOrder = { certainty: "inferred", evidence: "lines_in_order" };
  expect(orderOf(["10/01/24", "05/02/24", "03/03/24"])).toEqual({ order: "DMY", ...inOrder });
  expect(orderOf(["1/10/24", "2/5/24", "3/3/24"])).toEqual({ order: "MDY", ...inOrder });
});

test("dots, and dashes with the year last, are written by those who write the day first", () => {
  const bySeparator = { order: "DMY", certainty: "inferred", evidence: "separator" };
  expect(orderOf(["05.01.24"])).toEqual(bySeparator);
  expect(orderOf(["05-01-2024"])).toEqual(bySeparator);
});

test("the language tells: by the words for the half of the day, by digits, by WhatsApp's own lines", () => {
  const byLanguage = { order: "DMY", certainty: "inferred", evidence: "language" };
  expect(orderOf(["05/01/24"], {}, ", 10:05 p. m. - Ana: hi")).not.toEqual(byLanguage);
  expect(orderOf(["05/01/24"], {}, ", 10:05 μ.μ. - Ana: hi")).toEqual(byLanguage);
  expect(orderOf(["٠٥/٠١/٢٤"], {}, "، ١٠:٠٥ - Ana: hi")).toEqual(byLanguage);
  const notice = " 10:05 - Los mensajes y las llamadas están cifrados de extremo a extremo.";
  expect(orderOf(["05/01/24"], {}, notice)).toEqual(byLanguage);
});

test("an order that puts lines after the day the file was written is out", () => {
  const fileDate = new Date("2024-05-02T09:00:00Z");
  const byFile = { certainty: "inferred", evidence: "file_date" };
  expect(orderOf(["01/05/24", "02/05/24"], { fileDate })).toEqual({ order: "DMY", ...byFile });
  expect(orderOf(["05/01/24", "05/02/24"], { fileDate })).toEqual({ order: "MDY", ...byFile });
});

test("days close together in one order and months apart in the other are inferred", () => {
  const byGaps = { certainty: "inferred", evidence: "shorter_gaps" };
  expect(orderOf(["01/05/24", "02/05/24", "03/05/24"])).toEqual({ order: "DMY", ...byGaps });
  expect(orderOf(["05/01/24", "05/02/24", "05/03/24"])).toEqual({ order: "MDY", ...byGaps });
});

test("where nothing tells it is said, with the likelier one taken", () => {
  expect(orderOf(["05/01/24"])).toEqual({ order: "DMY", certainty: "ambiguous", evidence: "none" });
  expect(orderOf(["5/1/24"], {}, ", 10:05 PM - Ana: hi")).toEqual({
    order: "MDY",
    certainty: "ambiguous",
    evidence: "none",
  });
});

test("an order given stands, unless no date is one in it", () => {
  const given = { certainty: "given", evidence: "given" };
  expect(orderOf(["05/01/24"], { order: "MDY" })).toEqual({ order: "MDY", ...given });
  expect(orderOf(["2024-01-05"], { order: "MDY" }).order).toBe("YMD");
});

test("a stray line of another order does not turn the file's", () => {
  const lines = Array.from({ length: 28 }, (_, day) => `${day + 1}/01/24, 10:05 - Ana: hi`);
  lines.splice(20, 0, "01/28/24, 10:05 - Zed: hi");
  const chat = readExport(lines.join("\n"));
  expect(chat.dateOrder).toMatchObject({ order: "DMY", certainty: "proved" });
  expect(chat.messages).toHaveLength(28);
  expect(chat.messages[19]?.text).toBe("hi\n01/28/24, 10:05 - Zed: hi");
  expect(chat.unreadable).toEqual({ count: 1, first: [{ line: 21, text: "01/28/24, 10:05 - Zed: hi" }] });
});
