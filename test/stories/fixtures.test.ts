/** As an engineer would try it: a fresh start, every known body posted signed, twice and in another order. */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runBaton, startBaton } from "../process.ts";
import { post } from "../webhook-load.ts";
import { until } from "../world.ts";

const FOLDER = new URL("../fixtures/webhooks/", import.meta.url);

test("all bodies twice in another order leave the summary as it was, and none is dead", async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), "baton-fixtures-"));
  const env = { BATON_DATA: dataFolder, WHATSAPP_APP_SECRET: "s", WHATSAPP_VERIFY_TOKEN: "v" };
  const baton = await startBaton(env);
  const agent = new Agent({ keepAlive: true });
  try {
    const names = (await readdir(FOLDER)).filter((name) => name.endsWith(".json"));
    expect(names.length).toBe(71);
    const bodies = await Promise.all(names.map((name) => readFile(new URL(name, FOLDER))));
    const summary = async () =>
      JSON.parse((await runBaton(["intake", "summary", "--json"], env)).stdout) as Record<string, number>;
    const postAll = async (all: Buffer[]) => {
      for (const body of all) expect(await post(agent, baton.url, body, "s")).toBe(200);
      return until(summary, ({ pending }) => pending === 0, 20_000);
    };
    const handshake = await fetch(
      `${baton.url}/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=v`,
    );
    expect([handshake.status, await handshake.text()]).toEqual([200, "1158201444"]);
    const [one = Buffer.alloc(0)] = bodies;
    expect(await post(agent, baton.url, one, "not the secret")).toBe(401);
    const first = await postAll(bodies);
    expect(first).toMatchObject({ deliveries: 71, dead: 0 });
    expect(await postAll(bodies.toReversed())).toEqual(first);
    expect(await baton.stop()).toBe(0);
    // Works as well when nothing runs, and says the same.
    expect(await summary()).toEqual(first);
  } finally {
    agent.destroy();
    await baton.kill();
    await rm(dataFolder, { recursive: true, force: true });
  }
});
