import { expect, test } from "vitest";
import { orderTotal } from "./order-total.ts";

test("an order comes to the sum of its lines in one currency", () => {
  expect(
    orderTotal([
      { quantity: 2, amount: 12.5, currency: "AED" },
      { quantity: 1, amount: 5, currency: "AED" },
    ]),
  ).toEqual({ amount: 30, currency: "AED" });
});

test.each([
  [[]],
  [[{ quantity: 1 }]],
  [[{ quantity: 1, amount: 1, currency: "AED" }, { quantity: 1 }]],
  [
    [
      { quantity: 1, amount: 1, currency: "AED" },
      { quantity: 1, amount: 1, currency: "USD" },
    ],
  ],
])("%j has no sum", (lines) => {
  expect(orderTotal(lines)).toBeNull();
});
