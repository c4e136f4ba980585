import { expect, test } from "vitest";
import { z } from "zod";
import { api } from "./list.ts";

/** Where a list goes on: made by the server, so nobody's words. */
const CURSORS = ["after", "before"];

test("no address takes words: what is searched travels in the body, as addresses reach logs", () => {
  const fields = Object.values(api).flatMap(({ path, query, params }) =>
    [query, params].flatMap((schema) =>
      schema instanceof z.ZodObject
        ? Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, field]) => ({
            name: `${path} ${name}`,
            isCursor: CURSORS.includes(name),
            takesWords: field.safeParse("the tap at Elm Street 4 drips").success,
          }))
        : [],
    ),
  );
  expect(fields.length).toBeGreaterThan(10);
  expect(fields.filter(({ isCursor, takesWords }) => takesWords && !isCursor)).toEqual([]);
});
