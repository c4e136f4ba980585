import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));

function start(...flags: string[]) {
  return spawn(process.execPath, [MAIN, ...flags], { stdio: ["pipe", "pipe", "pipe"] });
}

test("it says where it is in one JSON line, streams events, and ends with its parent", async () => {
  const child = start(
    "--port",
    "0",
    "--json",
    "--with-parent",
    "--fast",
    "--webhook",
    "http://127.0.0.1:9/hook",
  );
  const [line] = await once(child.stdout, "data");
  const { url, port } = z.object({ url: z.string(), port: z.number() }).parse(JSON.parse(String(line)));
  expect(url).toBe(`http://127.0.0.1:${port}`);

  const events = await fetch(`${url}/control/events`);
  const reader = events.body?.getReader();
  await reader?.read();
  await fetch(`${url}/control/phones`, {
    method: "POST",
    body: JSON.stringify({ name: "Ana", kind: "worker" }),
  });
  const seen: string[] = [];
  while (!seen.some((text) => text.includes("event: phones"))) {
    const part = await reader?.read();
    seen.push(Buffer.from(part?.value ?? []).toString());
  }

  child.stdin.end();
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
});

test("a bad option stops the start with one line", async () => {
  const child = start("--number", "my number");
  const [line] = await once(child.stderr, "data");
  const [code] = await once(child, "exit");
  expect(code).toBe(2);
  expect(String(line)).toBe("simulator: number: must be digits. See --help.\n");
});
