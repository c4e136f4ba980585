/** What a backup says of itself: first what it holds, last what it held. A file without the last part is not whole. */
import { z } from "zod";

export const FORMAT = 1;

/** Names of our own tables, columns and sequences, as SQL writes them without quotes. */
const Name = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/);
const Count = z.number().int().nonnegative();
/** As PostgreSQL spells it. Nothing else from a file ever becomes part of a statement. */
const PartBound = z.string().regex(/^FOR VALUES FROM \('[0-9-]{10}'\) TO \('[0-9-]{10}'\)$/);

export const Head = z.object({
  format: z.number().int(),
  program: z.string(),
  createdAt: z.iso.datetime(),
  migrations: z.array(z.string()),
  /** In the order in which they can be filled. */
  tables: z.array(
    z.object({
      name: Name,
      columns: z.array(Name).min(1),
      /** Of a table that is kept in parts: what must be there before its rows. */
      parts: z.array(z.object({ name: Name, bound: PartBound })).default([]),
    }),
  ),
});
export type Head = z.infer<typeof Head>;

export const Manifest = z.object({
  tables: z.record(Name, z.object({ rows: Count, sha256: z.string() })),
  /** The last number each gave, and whether it gave it. */
  sequences: z.record(Name, z.object({ last: Count, isUsed: z.boolean() })),
  media: z.object({ files: Count, bytes: Count, missing: Count }),
  /** `file`: the key that opens sealed secrets is in here. `environment`: BATON_SECRET_KEY held it. `none`: no secret was sealed yet. */
  secretKey: z.enum(["file", "environment", "none"]),
});
export type Manifest = z.infer<typeof Manifest>;

export const HEAD_NAME = "backup.json";
export const MANIFEST_NAME = "manifest.json";
export const KEY_NAME = "secret.key";
