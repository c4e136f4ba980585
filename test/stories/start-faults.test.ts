/** What cannot start says so in one line that names what to do. */
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { testDatabase } from "../database.ts";
import { runBaton } from "../process.ts";

const folder = await mkdtemp(join(tmpdir(), "baton-faults-"));
const database = await testDatabase();
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await database.drop();
});

async function refusal(env: Record<string, string>): Promise<string> {
  const { code, stdout, stderr } = await runBaton(["serve"], { BATON_DATA: folder, PORT: "0", ...env });
  expect(code).toBe(1);
  expect(stdout).toBe("");
  const lines = stderr.trim().split("\n");
  expect(lines).toHaveLength(1);
  return lines[0] ?? "";
}

describe("a bad setting", () => {
  test.each([
    ["PORT", "eighty", /^PORT should be a port/],
    ["HOST", "256.1.1.1", /^HOST=256\.1\.1\.1 is no address/],
  ])("%s=%s is named with what it should be", async (name, value, line) => {
    expect(await refusal({ DATABASE_URL: database.url, [name]: value })).toMatch(line);
  });
});

test("a taken port is named, with another to try", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => taken.once("listening", resolve));
  const address = taken.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const line = await refusal({ PORT: String(port), DATABASE_URL: database.url });
  expect(line).toBe(
    `Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
  );
  taken.close();
});

describe("a wrong DATABASE_URL", () => {
  test("whose password is refused", async () => {
    const url = new URL(database.url.replace("@/", "@localhost/"));
    url.password = "wrong";
    const line = await refusal({ DATABASE_URL: url.href.replace("@localhost/", "@/") });
    expect(line).toBe("The server at DATABASE_URL refuses this user or password. Correct DATABASE_URL.");
  });
  test("whose database is not there", async () => {
    const line = await refusal({ DATABASE_URL: database.url.replace(/test_\w+/, "not_there") });
    expect(line).toMatch(/^The database in DATABASE_URL does not exist/);
  });
  test("where nobody answers", async () => {
    const line = await refusal({ DATABASE_URL: "postgres://baton@127.0.0.1:1/baton" });
    expect(line).toMatch(/^No PostgreSQL answers at DATABASE_URL/);
  });
});

test("a newer schema than the program is refused", async () => {
  const newer = await testDatabase();
  const { default: pg } = await import("pg");
  const client = new pg.Client(newer.connection);
  await client.connect();
  await client.query("insert into kysely_migration (name, timestamp) values ('9999-from-the-future', 'x')");
  await client.end();
  expect(await refusal({ DATABASE_URL: newer.url })).toMatch(
    /^This database was made by a newer Baton \(it has "9999-from-the-future"\)/,
  );
  await newer.drop();
});

describe("a data folder", () => {
  test("that is a file", async () => {
    const path = join(folder, "file");
    await writeFile(path, "");
    expect(await refusal({ BATON_DATA: path })).toMatch(/is not a folder/);
    expect(await refusal({ BATON_DATA: path, DATABASE_URL: database.url })).toMatch(/is not a folder/);
  });
  // Root may write anywhere, whatever the mode says; /sys refuses root as well.
  test("that cannot be written", async () => {
    const path = process.getuid?.() === 0 ? "/sys/baton" : join(folder, "read-only");
    if (path !== "/sys/baton") {
      await mkdir(path);
      await chmod(path, 0o500);
    }
    expect(await refusal({ BATON_DATA: path })).toContain(path);
    expect(await refusal({ BATON_DATA: path, DATABASE_URL: database.url })).toContain(path);
  });
});

test("an unknown command or option says where to look", async () => {
  expect((await runBaton(["frobnicate"], {})).stderr.trim()).toBe(
    'There is no command "frobnicate". See: baton --help',
  );
  expect((await runBaton(["intake"], {})).stderr.trim()).toBe(
    '"baton intake" needs one more word: intake summary, intake dead, intake replay, intake trace.',
  );
  expect((await runBaton(["verify", "--frob"], {})).stderr).toContain("See: baton verify --help");
});
