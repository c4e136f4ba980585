import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { testDatabase } from "../../test/database.ts";
import { bigints, booleans, instants, integers, jsons, strings } from "./arrays.ts";
import { openDatabase } from "./pool.ts";

const place = await testDatabase();
const db = openDatabase(place.connection, () => {});
afterAll(async () => {
  await db.close();
  await place.drop();
});

/** What PostgreSQL makes of it, read back by the driver. */
async function backFrom(type: string, array: Buffer): Promise<unknown> {
  const [row] = await db.query<{ back: unknown }>(
    `select coalesce(json_agg(value order by place), '[]') as back from unnest($1::${type}[]) with ordinality as u (value, place)`,
    [array],
  );
  return row?.back;
}

const orNull = <T>(value: fc.Arbitrary<T>) => fc.array(fc.option(value), { maxLength: 20 });
const words = fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\0"));

test.each([
  ["bigint", bigints, orNull(fc.maxSafeInteger())],
  ["integer", integers, orNull(fc.integer())],
  ["boolean", booleans, orNull(fc.boolean())],
  ["text", strings, orNull(words)],
] as const)("%s comes back as it was, nulls and emptiness too", async (type, encode, values) => {
  await fc.assert(
    fc.asyncProperty(values as fc.Arbitrary<never[]>, async (given) => {
      expect(await backFrom(type, encode(given))).toEqual(given);
    }),
    { numRuns: 50 },
  );
});

test("json that is text already is not quoted again", async () => {
  const given = [{ a: "ü\n\"'\\" }, null, [1, { b: null }], "words"];
  expect(await backFrom("jsonb", jsons(given.map((value) => value && JSON.stringify(value))))).toEqual(given);
});

test("a time is the same moment, to the millisecond", async () => {
  const moments = fc.date({ noInvalidDate: true, min: new Date("0001-01-01"), max: new Date("9999-01-01") });
  await fc.assert(
    fc.asyncProperty(orNull(moments), async (given) => {
      const rows = await db.query<{ at: Date | null }>(
        "select at from unnest($1::timestamptz[]) with ordinality as u (at, place) order by place",
        [instants(given)],
      );
      expect(rows.map(({ at }) => at)).toEqual(given);
    }),
    { numRuns: 50 },
  );
});
