import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { digests, openPlaces, type Place, type Places, photosOf } from "../../test/backup-places.ts";
import { openDatabase } from "../db/pool.ts";
import { backUp } from "./backup.ts";
import { restore } from "./restore.ts";

let places: Places;
let source: Place;

beforeAll(async () => {
  places = await openPlaces();
  source = await places.filled();
});
afterAll(() => places?.close());

const restoring = async (file: string) => {
  const target = await places.empty();
  const before = await digests(target);
  const outcome = await restore(target, file).then(
    () => "restored",
    (error: Error) => `${error.name}: ${error.message}`,
  );
  expect(await digests(target)).toEqual(before);
  return outcome;
};

test("a damaged, cut, foreign or missing file is refused in one line, and nothing is changed", async () => {
  const file = join(places.folder, "good.baton");
  await backUp(source, file);
  const good = await readFile(file);
  const bad = join(places.folder, "bad.baton");
  const refused = /^StartError: .*bad\.baton is no whole backup.*Nothing was changed\. Use another one\.$/;
  await writeFile(bad, good.subarray(0, good.length / 2));
  expect(await restoring(bad)).toMatch(refused);
  const flipped = Buffer.from(good);
  flipped.writeUInt8(flipped.readUInt8(good.length >> 1) ^ 0xff, good.length >> 1);
  await writeFile(bad, flipped);
  expect(await restoring(bad)).toMatch(refused);
  await writeFile(bad, "not a backup at all");
  expect(await restoring(bad)).toMatch(refused);
  await rm(bad);
  expect(await restoring(bad)).toBe(`StartError: ${bad} is not there.`);
});

test("a changed row is noticed although the container is whole", async () => {
  const file = join(places.folder, "row.baton");
  await backUp(source, file);
  const bytes = gunzipSync(await readFile(file));
  const at = bytes.indexOf("wamid.77\t");
  bytes.write("wamid.7X\t", at);
  await writeFile(file, gzipSync(bytes, { level: 1 }));
  expect(await restoring(file)).toContain("the rows of message are not those that were saved");
});

test("a changed photo is noticed", async () => {
  const file = join(places.folder, "photo.baton");
  await backUp(source, file);
  const bytes = gunzipSync(await readFile(file));
  const [largest] = Object.entries(await photosOf(source)).sort((a, b) => b[1].length - a[1].length);
  const at = bytes.indexOf(`media/${largest?.[0]}`) + 512 + 1000;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  await writeFile(file, gzipSync(bytes, { level: 1 }));
  expect(await restoring(file)).toContain("a photo or voice note is not what it was");
});

test("a database with people in it is not overwritten", async () => {
  const file = join(places.folder, "full.baton");
  await backUp(source, file);
  await expect(restore(source, file)).rejects.toThrow(/^This database is not empty \(account/);
});

test("a backup of another schema is refused with what to do", async () => {
  const file = join(places.folder, "schema.baton");
  const newer = await places.empty();
  await newer.db.query("insert into kysely_migration (name, timestamp) values ('9999-later', '')");
  await backUp(newer, file);
  expect(await restoring(file)).toMatch(/made by a newer Baton .* Restore it with that version\.$/);
  const older = await places.empty();
  await older.db.query("delete from kysely_migration where name = (select max(name) from kysely_migration)");
  await rm(file);
  await backUp(older, file);
  expect(await restoring(file)).toMatch(/made by an older Baton .* then start this one on it\.$/);
});

test("a database that a running Baton works on is left alone", async () => {
  const file = join(places.folder, "running.baton");
  await backUp(await places.empty(), file);
  const target = await places.empty();
  const other = openDatabase({ ...target.connection, application_name: "baton jobs" }, () => {});
  await other.query("select 1");
  await expect(restore(target, file)).rejects.toThrow(
    "Baton is running on this database. Stop it, then restore.",
  );
  await other.close();
});
