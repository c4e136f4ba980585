import pg from "pg";
import { describe, expect, test } from "vitest";
import { isPassing, reasonOf } from "./trouble.ts";

function databaseError(code: string, more: Partial<pg.DatabaseError> = {}): pg.DatabaseError {
  const error = new pg.DatabaseError('Key (phone)=(15550109999) "secret"', 10, "error");
  return Object.assign(error, { code, ...more });
}

describe("a trouble passes by itself", () => {
  test.each(["40P01", "40001", "57P01", "53100", "08006", "55P03"])("when the database says %s", (code) => {
    expect(isPassing(databaseError(code))).toBe(true);
  });

  test.each(["ECONNREFUSED", "ECONNRESET", "ENOENT"])("when the connection says %s", (code) => {
    expect(isPassing(Object.assign(new Error("connect"), { code }))).toBe(true);
  });

  test("when the driver says that the connection ended", () => {
    expect(isPassing(new Error("Connection terminated unexpectedly"))).toBe(true);
  });
});

describe("a trouble stays", () => {
  test.each(["23514", "22P02", "42703", "54000"])("when the database says %s", (code) => {
    expect(isPassing(databaseError(code))).toBe(false);
  });

  test("when it is a mistake of the program", () => {
    expect(isPassing(new TypeError("x is not a pool"))).toBe(false);
  });
});

test("a reason names places and codes, never what was in them", () => {
  expect(reasonOf(databaseError("23505", { table: "contact", constraint: "contact_pkey" }))).toBe(
    "Database error 23505: table contact, constraint contact_pkey",
  );
  expect(reasonOf(new Error('cannot read "secret words" of 15550109999'))).toBe(
    "Error: cannot read “…” of #",
  );
  expect(reasonOf(new SyntaxError('"secret" is not JSON'))).toBe("SyntaxError");
});
