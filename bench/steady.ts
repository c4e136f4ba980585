/**
 * 5,000 messages a second from their 200 to the screens: a minute; with --full ten, and ten more over an archive.
 * `--seconds 60` makes the full one shorter.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openArchive } from "./archive.ts";
import type { Figure } from "./figure.ts";
import { recordingRate } from "./record.ts";
import { type Sustained, sustain } from "./sustained.ts";

const PER_SECOND = 5_000;
const MOST_DELAY_MS = 1_000;
/** Over an archive of ten million messages nothing may fall below this share. */
const OF_EMPTY = 0.9;
const ARCHIVE = fileURLToPath(new URL("../test-output/bench-archive", import.meta.url));

const SECONDS = 60;
export const FULL_SECONDS = 600;

export async function benchSteady(fullSeconds: number | null): Promise<Figure[]> {
  const empty = await mkdtemp(join(tmpdir(), "baton-steady-"));
  try {
    if (fullSeconds === null) return figuresOf("", await measure(empty, SECONDS, "minute"));
    const alone = await measure(empty, fullSeconds, "empty");
    say(figuresOf(", alone", alone));
    const aloneRate = await recordingRate(empty, "empty");
    const archive = await openArchive(ARCHIVE, (line) => console.log(`  ${line}`));
    const over = await measure(archive, fullSeconds, `archive-${process.pid}`);
    const overRate = await recordingRate(archive, `archive-${process.pid}`);
    return [
      ...figuresOf(`, ${fullSeconds} s`, alone),
      ...figuresOf(`, ${fullSeconds} s, over 10 M messages`, over),
      { name: "recording, after the stream", value: aloneRate, unit: "messages/s" },
      {
        name: "recording, over 10 M messages",
        value: overRate,
        unit: "messages/s",
        ceiling: { name: "the same after the stream alone", value: aloneRate },
        ratio: overRate / aloneRate,
        floor: OF_EMPTY,
      },
    ];
  } finally {
    await rm(empty, { recursive: true, force: true });
  }
}

/** Half an hour is long to wait for the first word. */
function say(figures: readonly Figure[]): void {
  for (const { name, value, unit } of figures) console.log(`  ${name}: ${Math.round(value)} ${unit}`);
}

const measure = (dataFolder: string, seconds: number, run: string): Promise<Sustained> =>
  sustain(dataFolder, { perSecond: PER_SECOND, seconds, run });

function figuresOf(when: string, measured: Sustained): Figure[] {
  const { delaysMs, memory, microseconds } = measured;
  const at = (share: number) => delaysMs[Math.floor(delaysMs.length * share)] ?? Number.NaN;
  const named = (name: string) => `${name}${when}`;
  const perSecond = measured.answered / measured.tookSeconds;
  return [
    {
      name: named("steady stream, answered"),
      value: perSecond,
      unit: "messages/s",
      ceiling: { name: "what was posted", value: PER_SECOND },
      ratio: perSecond / PER_SECOND,
      floor: 0.99,
    },
    { name: named("refused"), value: measured.refused, unit: "posts", budget: 0 },
    { name: named("200 to screen, median"), value: at(0.5), unit: "ms" },
    { name: named("200 to screen, 99th percentile"), value: at(0.99), unit: "ms", budget: MOST_DELAY_MS },
    { name: named("never told"), value: measured.untold, unit: `of ${delaysMs.length}`, budget: 0 },
    { name: named("most that waited"), value: measured.mostWaiting, unit: "deliveries" },
    {
      name: named("memory at the end"),
      value: memory.lastMb,
      unit: "MB",
      ceiling: { name: "at the beginning", value: memory.firstMb },
      ratio: memory.lastMb / memory.firstMb,
    },
    { name: named("processor, server"), value: microseconds.server, unit: "µs/message" },
    { name: named("processor, database"), value: microseconds.database, unit: "µs/message" },
  ];
}
