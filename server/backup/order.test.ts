import { expect, test } from "vitest";
import { inOrder } from "./order.ts";

const tables = ["a", "b", "c"].map((name) => ({ name }));

test("a table comes after those it points to", () => {
  const needs = [
    { table: "a", needs: "b" },
    { table: "b", needs: "c" },
    { table: "a", needs: "elsewhere" },
  ];
  expect(inOrder(tables, needs).map(({ name }) => name)).toEqual(["c", "b", "a"]);
});

test("a circle is a mistake of the schema and named", () => {
  const needs = [
    { table: "a", needs: "b" },
    { table: "b", needs: "a" },
  ];
  expect(() => inOrder(tables, needs)).toThrow("in a circle: a, b");
});
