/** What came in, from the terminal: counts, the dead, another try, and every step of one. */
import { listDeadDeliveries, type Replay, replayAllDead, replayDead } from "../intake/dead.ts";
import { intakeSummary } from "../intake/summary.ts";
import { type Trace, traceIntake } from "../intake/trace.ts";
import { StartError } from "../start-error.ts";
import { type Arguments, type Command, print } from "./command.ts";
import { withDatabase } from "./with-database.ts";

const summary: Command = {
  name: "intake summary",
  help: "Count what came in",
  run: (args) =>
    withDatabase(async ({ db }) => {
      const counts = await intakeSummary(db);
      if (args.json) print(JSON.stringify(counts));
      else
        for (const [name, count] of Object.entries(counts)) print(`${String(count).padStart(10)}  ${name}`);
      return 0;
    }),
};

const dead: Command = {
  name: "intake dead",
  help: "List deliveries that could not be recorded, with the reason",
  run: (args) =>
    withDatabase(async ({ db }) => {
      const deliveries = await listDeadDeliveries(db);
      if (args.json) print(JSON.stringify(deliveries));
      else {
        for (const { id, receivedAt, bytes, attempts, reason } of deliveries)
          print(`${id}  ${receivedAt.toISOString()}  ${bytes} bytes, tried ${attempts}×: ${reason}`);
        print(
          deliveries.length === 0 ? "None." : `${deliveries.length} in all. Try again: baton intake replay`,
        );
      }
      return 0;
    }),
};

const replay: Command = {
  name: "intake replay",
  words: "[ID]",
  help: "Try dead deliveries again, one or all; safe to repeat",
  run: (args) =>
    withDatabase(async ({ db, now }) => {
      const [id] = args.words;
      const results = id ? [await replayDead(db, numberOf(id), now())] : await replayAllDead(db, now());
      return report(args, results);
    }),
};

function numberOf(word: string): number {
  const id = Number(word);
  if (!Number.isSafeInteger(id) || id < 1)
    throw new StartError("ID should be a delivery's number. See: baton intake dead");
  return id;
}

function report(args: Arguments, results: readonly Replay[]): number {
  if (args.json) print(JSON.stringify(results));
  else {
    for (const { id, outcome, wasRecorded, reason } of results)
      print(`${id}  ${outcome}${wasRecorded ? " before" : ""}${reason ? `: ${reason}` : ""}`);
    const stillDead = results.filter(({ outcome }) => outcome === "dead").length;
    if (results.length === 0) print("None is dead.");
    else if (results.length > 1)
      print(`${results.length - stillDead} recorded, ${stillDead} still cannot be.`);
  }
  return results.every(({ outcome }) => outcome === "recorded") ? 0 : 1;
}

const trace: Command = {
  name: "intake trace",
  words: "ID",
  needs: 1,
  help: "Every step of one delivery or message, with times (a number, message:NUMBER or wamid…)",
  run: (args) =>
    withDatabase(async ({ db }) => {
      const found = await traceIntake(db, args.words[0] ?? "");
      if (!found) throw new StartError("Nothing is known by this id.");
      if (args.json) print(JSON.stringify(found));
      else for (const line of linesOf(found)) print(line);
      return 0;
    }),
};

function linesOf({ steps, goneDeliveryId, leftOut }: Trace): string[] {
  return [
    ...steps.map(({ at, afterMs, what }) => {
      const after = afterMs === null ? "" : `+${afterMs} ms`;
      return `${at.toISOString()}  ${after.padStart(14)}  ${what}`;
    }),
    ...(goneDeliveryId === null
      ? []
      : [`Delivery ${goneDeliveryId}, which brought it, is not kept any more.`]),
    ...(leftOut > 0 ? [`${leftOut} more in this delivery are left out.`] : []),
  ];
}

export const intakeCommands: readonly Command[] = [summary, dead, replay, trace];
