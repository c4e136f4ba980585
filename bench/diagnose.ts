/** `baton diagnose` on a chat of a million messages, as one types it: from the command to the verdict. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeLongChat } from "./diagnose-file.ts";
import type { Figure } from "./figure.ts";

const MESSAGES = 1_000_000;
const MAIN = fileURLToPath(new URL("../server/main.ts", import.meta.url));

export async function benchDiagnose(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "baton-diagnose-"));
  try {
    const path = join(folder, "chat.txt");
    const messages = await writeLongChat(path, MESSAGES);
    const began = performance.now();
    const child = spawn(process.execPath, [MAIN, "diagnose", path], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    child.stdout.on("data", (data: Buffer) => {
      said += data.toString();
    });
    const [code] = (await once(child, "close")) as [number];
    const seconds = (performance.now() - began) / 1_000;
    if (code !== 0) throw new Error(`diagnose ended with ${code}`);
    console.log(`  ${said.split("\n").slice(0, 5).join("\n  ")}`);
    return [
      {
        name: `${messages} messages diagnosed in the terminal`,
        value: seconds,
        unit: "s",
        budget: 60,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
