/** Runs the simulator, a program of its own that knows nothing of Baton. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Command } from "./command.ts";

const PROGRAM = fileURLToPath(new URL("../../simulator/main.ts", import.meta.url));

export const simulateCommand: Command = {
  name: "simulate",
  help: "Run a WhatsApp Cloud API of our own on this machine (see: baton simulate --help)",
  passesOptions: true,
  async run(_args, raw) {
    const child = spawn(process.execPath, [PROGRAM, ...raw], { stdio: "inherit" });
    // Ctrl-C reaches the child by itself; wait for it to end in its own way.
    process.on("SIGINT", () => {});
    process.on("SIGTERM", () => child.kill("SIGTERM"));
    const [code] = (await once(child, "exit")) as [number | null];
    return code ?? 1;
  },
};
