/** Finds a Chromium for the page tests, or installs one where that is ours to do. */
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { say } from "./runtime.mjs";

const INSTALL = "apt-get update && apt-get install -y --no-install-recommends chromium";

/** Its path, or the line that says what to do. */
export function ensureBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    return isProgram(named)
      ? { path: named }
      : { missing: `CHROMIUM_PATH is ${named}, which cannot be run. Correct it or unset it.` };
  }
  const found = findBrowser();
  if (found) return { path: found };
  if (process.getuid?.() === 0 && isProgram("/usr/bin/apt-get")) {
    say("Installing Chromium for the page tests, a minute or two the first time…");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const result = spawnSync("/bin/sh", ["-c", INSTALL], { env, encoding: "utf8" });
    const installed = findBrowser();
    if (installed) return { path: installed };
    say(`${result.stderr}`.trim().split("\n").slice(-5).join("\n"));
  }
  return {
    missing: `The page tests need Chromium. Run: sudo sh -c '${INSTALL}' (or set CHROMIUM_PATH to one).`,
  };
}

const findBrowser = () => ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(isProgram);

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
