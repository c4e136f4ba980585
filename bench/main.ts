/**
 * `npm run bench`: every figure beside the ceiling of the same run, printed and written to bench/results.json.
 * `npm run bench -- send --seconds 10` is a short look at sending; without it a minute each, and 100,000 that wait.
 * `npm run bench -- page --messages 200000` is a short look at the diagnosis in the browser; without it a million.
 * `npm run bench -- --full` takes half an hour: the steady stream for ten minutes, and again over ten million messages.
 */
import { writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { benchBoard } from "./board.ts";
import { benchDelay } from "./delay.ts";
import { benchDiagnose } from "./diagnose.ts";
import { benchDiagnosisPage, DIAGNOSED } from "./diagnosis-page.ts";
import { type Figure, isMissed } from "./figure.ts";
import { benchIngest } from "./ingest.ts";
import { benchParse } from "./parse.ts";
import { benchRecord } from "./record.ts";
import { benchSend, SEND_SECONDS } from "./send.ts";
import { benchSteady, FULL_SECONDS } from "./steady.ts";
import { benchTray, TRAY_SECONDS } from "./tray.ts";

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { full: { type: "boolean" }, seconds: { type: "string" }, messages: { type: "string" } },
});
const fullSeconds = options.full ? Number(options.seconds ?? FULL_SECONDS) : null;

const PARTS: Record<string, () => Promise<Figure[]>> = {
  ingest: benchIngest,
  record: benchRecord,
  delay: benchDelay,
  steady: () => benchSteady(fullSeconds),
  board: benchBoard,
  tray: () => benchTray(Number(options.seconds ?? TRAY_SECONDS)),
  parse: benchParse,
  diagnose: benchDiagnose,
  page: () => benchDiagnosisPage(Number(options.messages ?? DIAGNOSED)),
  send: () => benchSend(Number(options.seconds ?? SEND_SECONDS)),
};

const unknown = wanted.find((name) => !(name in PARTS));
if (unknown) {
  console.error(`There is no bench "${unknown}". There are: ${Object.keys(PARTS).join(", ")}.`);
  process.exit(1);
}

const rounded = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString("en") : value.toFixed(2);

function line(figure: Figure): string {
  const { name, value, unit, ceiling, ratio, floor, budget } = figure;
  const against =
    ceiling && ratio !== undefined
      ? `${ratio.toFixed(2)} of ${ceiling.name} (${rounded(ceiling.value)})`
      : "";
  const limit = [floor !== undefined && `floor ${floor}`, budget !== undefined && `budget ${budget}`]
    .filter(Boolean)
    .join(", ");
  const missed = isMissed(figure) ? "  MISSED" : "";
  return `  ${name.padEnd(48)} ${rounded(value).padStart(10)} ${unit.padEnd(12)} ${against}  ${limit}${missed}`.trimEnd();
}

const results: Record<string, Figure[]> = {};
for (const [name, bench] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`${name} …`);
  const figures = await bench();
  results[name] = figures;
  for (const figure of figures) console.log(line(figure));
}

if (wanted.length === 0) {
  const [cpu] = cpus();
  const machine = { cpus: cpus().length, model: cpu?.model ?? "unknown", node: process.version };
  const file = new URL("./results.json", import.meta.url);
  await writeFile(
    file,
    `${JSON.stringify({ takenAt: new Date().toISOString(), machine, results }, null, 2)}\n`,
  );
  console.log("Written to bench/results.json");
}
process.exitCode = Object.values(results).flat().some(isMissed) ? 1 : 0;
