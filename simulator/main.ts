/** `node simulator/main.ts`: see --help. */
import { startSimulator } from "./app.ts";
import { HELP, parseOptions } from "./options.ts";

const parsed = parseOptions(process.argv.slice(2));
switch (parsed.kind) {
  case "help":
    console.log(HELP);
    break;
  case "refuse":
    console.error(`simulator: ${parsed.why}. See --help.`);
    process.exitCode = 2;
    break;
  case "run":
    await run(parsed.options);
    break;
  default:
    parsed satisfies never;
}

async function run(options: Parameters<typeof startSimulator>[0]): Promise<void> {
  const { url, close } = await startSimulator(options).catch((error: unknown) => {
    console.error(`simulator: ${explain(error, options.port)}`);
    process.exit(1);
  });
  const { webhook, number, account } = options;
  const line = { url, port: Number(new URL(url).port), webhook, number, account };
  console.log(options.json ? JSON.stringify(line) : `Simulator on ${url}`);

  const stop = () => void close().then(() => process.exit(0));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  if (options.withParent) {
    process.stdin.resume();
    process.stdin.once("end", stop);
    process.stdin.once("error", stop);
  }
}

function explain(error: unknown, port: number): string {
  if (!(error instanceof Error)) return String(error);
  const isTaken = "code" in error && error.code === "EADDRINUSE";
  return isTaken ? `port ${port} is taken. Choose another with --port.` : error.message;
}
