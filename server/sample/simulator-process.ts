/** The simulator as a child process: it speaks HTTP to us like Meta does, and ends when we end. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { jsonOf } from "../json.ts";

const PROGRAM = fileURLToPath(new URL("../../simulator/main.ts", import.meta.url));
/** Its first line comes within a second even on a small machine. */
const START_MS = 20_000;
const STOP_MS = 3_000;

export type SimulatorSettings = {
  webhook: string;
  appSecret: string;
  verifyToken: string;
  accessToken: string;
  phoneNumberId: string;
  accountId: string;
  /** Where it keeps phones and threads over a restart. */
  stateFile: string;
};

export type SimulatorProcess = {
  url: string;
  /** Resolves when it has ended, wanted or not. */
  ended: Promise<void>;
  stop(): Promise<void>;
};

const FirstLine = z.object({ url: z.url() });

/** @throws Error when it does not start */
export async function startSimulator(settings: SimulatorSettings): Promise<SimulatorProcess> {
  const child = spawn(
    process.execPath,
    [
      [PROGRAM, "--port", "0", "--json", "--with-parent", "--state", settings.stateFile],
      ["--webhook", settings.webhook, "--number", settings.phoneNumberId, "--account", settings.accountId],
    ].flat(),
    {
      stdio: ["pipe", "pipe", "ignore"],
      env: {
        PATH: process.env.PATH,
        NODE_NO_WARNINGS: "1",
        // Not as options: those are everybody's to read on this machine.
        SIMULATOR_APP_SECRET: settings.appSecret,
        SIMULATOR_VERIFY_TOKEN: settings.verifyToken,
        SIMULATOR_ACCESS_TOKEN: settings.accessToken,
      },
    },
  );
  // Its end of the pipe may be gone before we close ours.
  child.stdin.on("error", () => {});
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  const lines = createInterface({ input: child.stdout });
  const first = await Promise.race([
    once(lines, "line", { signal: AbortSignal.timeout(START_MS) }).catch(() => []),
    ended.then(() => []),
  ]);
  const parsed = FirstLine.safeParse(jsonOf(String(first[0] ?? "")));
  if (!parsed.success) {
    child.kill("SIGKILL");
    throw new Error("the simulator did not start");
  }
  return {
    url: parsed.data.url.replace(/\/+$/, ""),
    ended,
    async stop() {
      child.stdin.end();
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
      await ended;
      clearTimeout(late);
    },
  };
}
