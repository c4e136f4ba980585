import pg from "pg";
import { expect, test } from "vitest";
import { passingOf } from "./passing.ts";

const databaseError = (code: string) => Object.assign(new pg.DatabaseError("x", 1, "error"), { code });

test.each([
  ["40P01", "busy"],
  ["40001", "busy"],
  ["55P03", "busy"],
  ["57P01", "away"],
  ["57P03", "away"],
  ["08006", "away"],
  ["53300", "away"],
  ["53100", "full"],
  ["23505", null],
  ["42601", null],
])("%s of the database is %s", (code, passing) => {
  expect(passingOf(databaseError(code))).toBe(passing);
});

test("whatever ends the connection is away", () => {
  expect(passingOf(Object.assign(databaseError("55000"), { severity: "FATAL" }))).toBe("away");
  expect(passingOf(Object.assign(databaseError("55000"), { severity: "ERROR" }))).toBe(null);
});

test.each([
  "Connection terminated unexpectedly",
  "Connection terminated due to connection timeout",
  "timeout exceeded when trying to connect",
  "Client has encountered a connection error and is not queryable",
  "Query read timeout",
])("the driver's “%s” is away", (message) => {
  expect(passingOf(new Error(message))).toBe("away");
});

test("a socket that is not there is away, a file that is not there is a fault", () => {
  const missing = (syscall: string) => Object.assign(new Error("ENOENT"), { code: "ENOENT", syscall });
  expect(passingOf(missing("connect"))).toBe("away");
  expect(passingOf(missing("open"))).toBe(null);
});

test("a mistake of the program is none of these", () => {
  expect(passingOf(new TypeError("x is not queryable by y"))).toBe(null);
  expect(passingOf("Connection terminated")).toBe(null);
});
