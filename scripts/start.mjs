/** `npm start`: installs, builds, and hands over to the server, on a machine that has only Node and npm. */
import { ensureBuilt, ensureInstalled } from "./prepare.mjs";
import { become, requireNode } from "./runtime.mjs";

requireNode();
ensureInstalled("production");
ensureBuilt();
become("server/main.ts", ["serve", ...process.argv.slice(2)]);
