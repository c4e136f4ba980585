/** A month's costs as a file for a spreadsheet. Pure. */
import type { MonthCosts, Sum } from "../../../shared/api/costs.ts";
import { csvLine } from "../../../shared/csv.ts";

const HEAD = ["part", "name", "delivered", "charged", "without_price", "currency", "amount"];

/** One line for each sum and currency; a sum of nothing has one line too. */
export function csvOf(costs: MonthCosts): string {
  const lines = [
    HEAD,
    ...rows("month", costs.month, costs.delivered, costs),
    ...costs.numbers.flatMap((each) => rows("number", each.name, each.delivered, each)),
    ...costs.categories.flatMap((each) => rows("message", each.category, each.delivered, each)),
    ...costs.requestCategories.flatMap((each) =>
      rows("request_category", each.category?.name ?? "", null, each),
    ),
    ...costs.requests.flatMap((each) => rows("request", `R-${each.id} ${each.title}`, null, each)),
    ...costs.missing.map(({ country, category, count }) => [
      "without_price",
      `${country ?? "?"} ${category}`,
      "",
      String(count),
      String(count),
      "",
      "",
    ]),
    ...costs.history.flatMap((each) => rows("history", each.month, null, each)),
  ];
  return lines.map(csvLine).join("\r\n");
}

function rows(part: string, name: string, delivered: number | null, sum: Sum): string[][] {
  const counts = [
    part,
    name,
    delivered === null ? "" : String(delivered),
    String(sum.charged),
    String(sum.withoutRate),
  ];
  if (sum.totals.length === 0) return [[...counts, "", ""]];
  return sum.totals.map(({ currency, amount }, index) => [
    // Counts stand once, so that they can be added up.
    ...(index === 0 ? counts : [part, name, "", "", ""]),
    currency,
    String(amount),
  ]);
}
