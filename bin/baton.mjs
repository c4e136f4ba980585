#!/usr/bin/env node
/** The `baton` command: server/main.ts on the pinned Node. Progress goes to stderr, so output stays parseable. */
import { ensureBuilt, ensureInstalled } from "../scripts/prepare.mjs";
import { become, requireNode } from "../scripts/runtime.mjs";

requireNode();
const args = process.argv.slice(2);
ensureInstalled("production");
if (args[0] === "serve" && !args.includes("--help")) ensureBuilt();
become("server/main.ts", args);
