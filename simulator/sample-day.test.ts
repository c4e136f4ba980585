import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { startCaught, until } from "./webhook-catcher.ts";

const Text = z.object({ body: z.string() });

test("the sample day is eight messages of five clients, first water, chase and thanks", async () => {
  const sim = await startCaught();
  expect((await sim.control("POST", "/sample-day", { speed: 1000 })).status).toBe(202);
  await until(() => sim.messages().length === 8);
  const messages = sim.messages();
  expect(messages.map(({ type }) => type).sort()).toEqual(
    ["audio", "image", "location", "text", "text", "text", "text", "text"].sort(),
  );
  expect(new Set(messages.map(({ from }) => from)).size).toBe(5);
  const words = messages.flatMap(({ text }) => (text === undefined ? [] : [Text.parse(text).body]));
  expect(words).toEqual(expect.arrayContaining(["No hay agua en el 4B", "¿Ya vienen?", "Gracias!!"]));
  expect((await sim.control("GET", "/sample-day")).body).toMatchObject({ state: "done", sent: 8, total: 8 });
  await sim.close();
});

test("the chase is over a minute younger than what it asks about", async () => {
  const sim = await startCaught();
  await sim.control("POST", "/sample-day", { speed: 1000 });
  await until(() => sim.messages().length === 8);
  const at = (body: string) =>
    Number(
      sim.messages().find(({ text }) => text !== undefined && Text.parse(text).body === body)?.timestamp,
    );
  expect(at("¿Ya vienen?") - at("No hay agua en el 4B")).toBeGreaterThan(60);
  await sim.close();
});

test("a day can be paused, goes on where it was, and a second one is refused meanwhile", async () => {
  const sim = await startCaught();
  await sim.control("POST", "/sample-day");
  await sim.control("POST", "/sample-day/pause");
  expect((await sim.control("POST", "/sample-day")).status).toBe(409);
  expect((await sim.control("POST", "/sample-day/resume")).body).toMatchObject({ state: "playing", sent: 1 });
  await sim.close();
});

test("a second day after a reset uses no id again", async () => {
  const sim = await startCaught();
  const play = async (total: number) => {
    await sim.control("POST", "/sample-day", { speed: 1000 });
    await until(() => sim.messages().length === total);
  };
  await play(8);
  await sim.control("POST", "/reset");
  await play(16);
  expect(new Set(sim.messages().map(({ id }) => id)).size).toBe(16);
  await sim.close();
});

test("a restart with a state file keeps threads, windows and media", async () => {
  const folder = mkdtempSync(join(tmpdir(), "simulator-"));
  const state = join(folder, "state.json");
  const before = await startCaught({ state });
  await before.control("POST", "/phones/rosa/messages", { type: "image", asset: "valve.jpg" });
  await until(() => before.caught.length === 1);
  await before.close();
  const after = await startCaught({ state });
  expect((await after.send({ type: "text", text: { body: "Vamos" } })).status).toBe(200);
  const { body } = await after.control("GET", "/phones/rosa/thread");
  expect(body).toMatchObject({ messages: [{ type: "image" }, { text: "Vamos" }] });
  await after.close();
  rmSync(folder, { recursive: true });
});
