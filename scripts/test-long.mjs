/**
 * `npm run test:long`: what is too long for each day. 100,000 mutated bodies, hundreds of random streams, 20,000
 * exported chats, twenty crashes, two hundred deaths while sending, and the long variants of the stories. Seeds are new
 * each time and printed; the same seed makes the same run.
 */
import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { delimiter, join } from "node:path";
import { ensureInstalled } from "./prepare.mjs";
import { findRuntime, ROOT, requireNode } from "./runtime.mjs";

requireNode();
ensureInstalled();

const { env } = process;
const seedOf = (name) => env[name] ?? String(randomInt(1, 2 ** 31));
const settings = {
  BATON_LONG: "1",
  BATON_MUTANTS: env.BATON_MUTANTS ?? "100000",
  BATON_MUTANTS_SEED: seedOf("BATON_MUTANTS_SEED"),
  BATON_PROPERTY_RUNS: env.BATON_PROPERTY_RUNS ?? "500",
  BATON_PROPERTY_SEED: seedOf("BATON_PROPERTY_SEED"),
  BATON_EXPORTS: env.BATON_EXPORTS ?? "20000",
  CRASH_ROUNDS: env.CRASH_ROUNDS ?? "20",
  SEND_KILLS: env.SEND_KILLS ?? "200",
};
for (const [name, value] of Object.entries(settings)) console.log(`${name}=${value}`);

/** One after another: each wants the machine for itself. */
const PARTS = {
  "mutated bodies": ["test/torture/mutated"],
  "any order, the same state": ["test/torture/properties", "server/intake/law-two"],
  "exported chats": ["test/diagnosis/generated", "test/diagnosis/fuzzed", "test/diagnosis/oracle"],
  crashes: ["test/stories/crash"],
  "killed while sending": ["test/torture/killed-often"],
  "the rest of the torture suite": [
    "test/torture",
    "--exclude",
    "**/{mutated,properties,killed-often}.test.ts",
  ],
};
const wanted = process.argv.slice(2);
const results = [];
for (const [name, filters] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.some((word) => filters[0].includes(word))) continue;
  const began = performance.now();
  const isPassed = (await run(filters)) === 0;
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  results.push({ isPassed, line: `${isPassed ? "✓" : "✗"} ${name}, ${minutes} minutes` });
}
for (const { line } of results) console.log(line);
const failed = results.filter(({ isPassed }) => !isPassed).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 || results.length === 0 ? 1 : 0;

/** What tests say goes out at once: some of them run for an hour. */
function run(filters) {
  const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
  const PATH = `${join(ROOT, "node_modules/.bin")}${delimiter}${env.PATH}`;
  return new Promise((resolve) => {
    const child = spawn(
      findRuntime(),
      [vitest, "run", "--retry", "0", "--disable-console-intercept=true", ...filters],
      {
        cwd: ROOT,
        env: { ...env, ...settings, PATH },
        stdio: ["ignore", "inherit", "inherit"],
      },
    );
    child.on("error", () => resolve(1));
    child.on("exit", (code) => resolve(code ?? 1));
  });
}
