/** `npm run dev`: the server restarts on changes and Vite serves the screens, which send /api and /webhooks to it. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureInstalled } from "./prepare.mjs";
import { become, findRuntime, ROOT, requireNode } from "./runtime.mjs";

requireNode();
ensureInstalled();
const vite = spawn(findRuntime(), [join(ROOT, "node_modules/vite/bin/vite.js"), "web"], { stdio: "inherit" });
process.on("exit", () => vite.kill());
become("server/main.ts", ["serve", ...process.argv.slice(2)], ["--watch", "--watch-preserve-output"]);
