/** How long after its 200 a message is told to the screens, at a steady 500 messages a second. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Figure } from "./figure.ts";
import { sustain } from "./sustained.ts";

const PER_SECOND = 500;
const SECONDS = 15;

export async function benchDelay(): Promise<Figure[]> {
  const dataFolder = await mkdtemp(join(tmpdir(), "baton-delay-"));
  try {
    const { answered, delaysMs, untold } = await sustain(dataFolder, {
      perSecond: PER_SECOND,
      seconds: SECONDS,
      run: "delay",
    });
    const at = (share: number) => Math.round(delaysMs[Math.floor(delaysMs.length * share)] ?? Number.NaN);
    return [
      { name: `messages answered at ${PER_SECOND}/s`, value: answered, unit: `of ${PER_SECOND * SECONDS}` },
      { name: "never told, of a sample", value: untold, unit: `of ${delaysMs.length + untold}` },
      { name: "200 to screen, median", value: at(0.5), unit: "ms" },
      { name: "200 to screen, 99th percentile", value: at(0.99), unit: "ms" },
    ];
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}
