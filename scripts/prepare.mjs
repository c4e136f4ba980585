/** What must be there before anything runs: the packages and the built screens. Instant when nothing changed. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { findRuntime, ROOT, say, stopWith } from "./runtime.mjs";

const BUILT = join(ROOT, "web/dist");
const STAMP = join(BUILT, ".built-from");

/** Installs when a package the lock file names is missing or another version. `"production"` does without what only building needs. */
export function ensureInstalled(need = "everything") {
  if (isInstalled(need)) return;
  const isFirst = !existsSync(join(ROOT, "node_modules"));
  say(isFirst ? "Installing, about a minute the first time…" : "Installing what changed…");
  let result = npm("ci");
  // A lock file written where the registry lacks some other platform's packages is refused as incomplete.
  // Every version in it is exact all the same, so this installs the very same packages.
  if (`${result.stderr}`.includes("EUSAGE")) result = npm("install", "--no-save");
  if (result.status === 0 && isInstalled(need)) return;
  const reason = `${result.error?.message ?? ""}${result.stderr ?? ""}`
    .trim()
    .split("\n")
    .slice(0, 12)
    .join("\n");
  stopWith(`${reason}\nThe packages could not be installed. Check the network and run “npm ci” to see more.`);
}

function npm(...command) {
  const quiet = ["--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const options = { cwd: ROOT, encoding: "utf8" };
  const path = process.env.npm_execpath;
  return path?.endsWith(".js")
    ? spawnSync(process.execPath, [path, ...command, ...quiet], options)
    : spawnSync("npm", [...command, ...quiet], { ...options, shell: process.platform === "win32" });
}

/** Compares what npm noted at its last install with the lock file, so an install by hand counts too. */
function isInstalled(need) {
  const wanted = packagesIn("package-lock.json");
  const found = packagesIn("node_modules/.package-lock.json");
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || (need === "production" && (entry.dev || entry.devOptional))) return true;
    const there = found[path];
    return there === undefined
      ? Boolean(entry.optional || entry.devOptional)
      : there.version === entry.version;
  });
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(ROOT, file), "utf8")).packages ?? {};
  } catch {
    return {};
  }
}

/** Builds the screens when their sources are not the ones the last build was made from. */
export function ensureBuilt() {
  const sources = hashSources();
  if (readStamp() === sources) return;
  ensureInstalled();
  say("Building the screens, a few seconds…");
  const vite = join(ROOT, "node_modules/vite/bin/vite.js");
  const result = spawnSync(findRuntime(), [vite, "build", "web", "--logLevel", "warn"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  if (result.status !== 0) stopWith(`${result.stdout}${result.stderr}\nThe screens could not be built.`);
  writeFileSync(STAMP, sources);
}

function readStamp() {
  return existsSync(STAMP) ? readFileSync(STAMP, "utf8") : "";
}

/** Contents, not times: a checkout or an image changes times without changing anything. */
function hashSources() {
  const hash = createHash("sha256");
  for (const file of ["package-lock.json", ...filesIn("shared"), ...filesIn("web")]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(ROOT, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesIn(folder) {
  const found = [];
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (path === relative(ROOT, BUILT) || entry.name === "node_modules" || /\.test\.tsx?$/.test(entry.name))
      continue;
    if (entry.isDirectory()) found.push(...filesIn(path));
    else if (entry.isFile()) found.push(path);
  }
  return found.sort();
}
