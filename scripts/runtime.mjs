/** Which Node runs Baton, and how: npm may be on an older one, the server needs a newer. Plain JavaScript, for that older one reads it. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** For npm and the installer. */
const OLDEST_STARTER = [20, 19];
/** For the server: the first that runs .ts files as they are. */
const OLDEST_SERVER = [22, 19];

export function requireNode() {
  if (!isAtLeast(process.versions.node, OLDEST_STARTER)) {
    stopWith(
      `Baton needs Node 20.19 or newer, this is ${process.versions.node}. Install one from https://nodejs.org.`,
    );
  }
}

/** The pinned Node if it is installed and runs here, else this one if it is new enough. */
export function findRuntime() {
  const system = process.platform === "win32" ? "win" : process.platform;
  const name = process.platform === "win32" ? "node.exe" : "node";
  const pinned = join(ROOT, "node_modules", `node-${system}-${process.arch}`, "bin", name);
  if (existsSync(pinned) && spawnSync(pinned, ["--version"]).status === 0) return pinned;
  if (isAtLeast(process.versions.node, OLDEST_SERVER)) return process.execPath;
  return stopWith(
    `Baton's own Node is not installed and this one (${process.versions.node}) is older than 22.19. Run “npm ci --include=optional”, or install Node 24 from https://nodejs.org.`,
  );
}

/** Runs one of our files as if it were this process: signals go to it, its exit code is ours, and it does not outlive us. */
export function become(file, args, nodeOptions = []) {
  const runtime = findRuntime();
  const follow = new URL("./follow-parent.mjs", import.meta.url).href;
  const flags = ["--disable-warning=ExperimentalWarning", "--import", follow, ...nodeOptions];
  const child = spawn(runtime, [...flags, join(ROOT, file), ...args], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the whole group already; twice would look like impatience.
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on("error", (error) => stopWith(`Baton's Node could not be started: ${error.message}`));
  child.on("exit", (code, signal) =>
    process.exit(code ?? 128 + (constants.signals[signal ?? "SIGTERM"] ?? 15)),
  );
  if (process.env.npm_lifecycle_event !== undefined) whenParentDies(() => child.kill("SIGTERM"), npmPid);
  return child;
}

/** Whoever is killed outright takes nothing with it; what it started must notice by itself. */
export function whenParentDies(act, parentOf = () => process.ppid) {
  const parent = parentOf();
  const timer = setInterval(() => {
    if (parentOf() === parent) return;
    clearInterval(timer);
    act();
  }, 200);
  timer.unref();
}

/** npm starts scripts through a shell, which survives npm: its parent tells. */
function npmPid() {
  try {
    return /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${process.ppid}/status`, "utf8"))?.[1];
  } catch {
    return process.ppid;
  }
}

export function say(line) {
  process.stderr.write(`${line}\n`);
}

export function stopWith(line) {
  say(line);
  process.exit(1);
}

function isAtLeast(version, [major, minor]) {
  const [haveMajor, haveMinor] = version.split(".").map(Number);
  return haveMajor > major || (haveMajor === major && haveMinor >= minor);
}
