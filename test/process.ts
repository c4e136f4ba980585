/** Baton as a user starts it: a process of its own, for stories in which processes die. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../server/main.ts", import.meta.url));
const ADDRESS = /http:\/\/\S+:\d+/;

export type BatonProcess = {
  url: string;
  child: ChildProcess;
  /** Everything printed so far, both streams. */
  output(): string;
  /** SIGKILL, as a power cut or the kernel would; resolves when it is gone. */
  kill(): Promise<void>;
  stop(): Promise<number | null>;
};

/**
 * Start and wait for the line with the address. Rejects with what it printed if it ends before. `through` is a command
 * that becomes another, such as nsenter.
 */
export async function startBaton(
  env: Record<string, string>,
  through: readonly string[] = [],
): Promise<BatonProcess> {
  const [command = process.execPath, ...args] = [...through, process.execPath, MAIN, "serve"];
  const child = spawn(command, args, {
    env: { ...process.env, PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const ended = once(child, "exit");
  const url = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const found = ADDRESS.exec(output);
      if (found) resolve(found[0]);
    };
    child.stdout?.on("data", look);
    void ended.then(() => reject(new Error(`Baton ended before it answered:\n${output}`)));
  });
  return {
    url,
    child,
    output: () => output,
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
    async stop() {
      child.kill("SIGTERM");
      const [code] = (await ended) as [number | null];
      return code;
    },
  };
}

/** One command of the command line, run to its end. */
export async function runBaton(
  args: readonly string[],
  env: Record<string, string>,
  input?: string,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...process.env, ...env } });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  child.stdin.end(input ?? "");
  const [code] = (await once(child, "close")) as [number | null];
  return { code, stdout, stderr };
}
