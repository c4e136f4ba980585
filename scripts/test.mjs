/** `npm test`: sets a bare machine up and runs every check; `npm test -- some/path` runs only the tests there. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { ensureBuilt, ensureInstalled } from "./prepare.mjs";
import { findRuntime, ROOT, requireNode, say } from "./runtime.mjs";

requireNode();
ensureInstalled();

const filters = process.argv.slice(2);
const isWhole = filters.length === 0;
const bin = join(ROOT, "node_modules/.bin");
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };
const outcome = { passed: 0, failed: 0 };

const browser = ensureBrowser();
if (browser.path !== undefined) env.CHROMIUM_PATH = browser.path;
if (isWhole) {
  if (browser.missing !== undefined) say(browser.missing);
  count("a browser for the page tests", browser.missing === undefined);
  await check("types of server and tests", "tsc", ["-p", "."]);
  await check("types of the screens", "tsc", ["-p", "web"]);
  await check("lint and format", "biome", ["check", "."]);
  await check("unused code", "knip", ["--no-progress"]);
  await check("build of the screens", "vite", ["build", "web", "--logLevel", "warn"]);
} else {
  // Page tests show what was built last, which must be what is there now.
  ensureBuilt();
}
await runTests();
console.log(`${outcome.passed} passed, ${outcome.failed} failed`);
process.exitCode = outcome.failed > 0 ? 1 : 0;

function count(name, isPassed) {
  console.log(`${isPassed ? "✓" : "✗"} ${name}`);
  outcome[isPassed ? "passed" : "failed"] += 1;
}

async function check(name, program, args) {
  count(name, (await run(program, args)) === 0);
}

/** Vitest writes what it counted to a file; a file that could not even be loaded counts as one failed test. */
async function runTests() {
  const report = join(ROOT, "test-output/vitest.json");
  rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await run("vitest", ["run", ...reporters, ...filters]);
  if (!existsSync(report)) return count("the tests ran", false);
  const { testResults } = JSON.parse(readFileSync(report, "utf8"));
  const statuses = testResults.flatMap((file) => file.assertionResults.map((result) => result.status));
  const unloadable = testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((result) => result.status === "failed"),
  );
  const failed = statuses.filter((status) => status === "failed").length + unloadable.length;
  outcome.passed += statuses.filter((status) => status === "passed").length;
  outcome.failed += failed;
  if (code !== 0 && failed === 0) count("tests were found and nothing failed around them", false);
}

function run(program, args) {
  return new Promise((resolve) => {
    const [command, all] =
      program === "vitest"
        ? [findRuntime(), [join(ROOT, "node_modules/vitest/vitest.mjs"), ...args]]
        : [join(bin, program), args];
    const child = spawn(command, all, { cwd: ROOT, env, stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", (error) => {
      say(error.message);
      resolve(1);
    });
    child.on("exit", (code) => resolve(code ?? 1));
  });
}
