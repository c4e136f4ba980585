/** One connection as a `Db`: COPY needs the connection itself, everything else the usual way. */
import type pg from "pg";
import type { Db } from "../db/pool.ts";

export const onClient = (client: pg.ClientBase): Db => ({
  inTransaction: true,
  async query<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const result = await client.query(text, [...values]);
    // The caller says what its statement gives, as with every Db.
    return result.rows as Row[];
  },
});
