/** Preloaded into what our scripts start: when the script is killed outright, stop as if asked to. */
import { isMainThread } from "node:worker_threads";
import { whenParentDies } from "./runtime.mjs";

if (isMainThread) whenParentDies(() => process.kill(process.pid, "SIGTERM"));
