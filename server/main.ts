/** The command line: `baton <command>`. */
import { backupCommands } from "./commands/backup.ts";
import { type Command, print, readArguments, usage } from "./commands/command.ts";
import { diagnoseCommand } from "./commands/diagnose.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { intakeCommands } from "./commands/intake.ts";
import { numberCommands } from "./commands/numbers.ts";
import { peopleCommands } from "./commands/people.ts";
import { serveCommand } from "./commands/serve.ts";
import { simulateCommand } from "./commands/simulate.ts";
import { triageAttachCommand } from "./commands/triage-attach.ts";
import { triageLearnCommand } from "./commands/triage-learn.ts";
import { triageTryCommand } from "./commands/triage-try.ts";
import { verifyCommand } from "./commands/verify.ts";
import { UserError } from "./errors.ts";
import { StartError } from "./start-error.ts";

const COMMANDS: readonly Command[] = [
  serveCommand,
  simulateCommand,
  ...peopleCommands,
  ...intakeCommands,
  ...numberCommands,
  diagnoseCommand,
  doctorCommand,
  verifyCommand,
  triageLearnCommand,
  triageTryCommand,
  triageAttachCommand,
  ...backupCommands,
];

function overview(): string {
  const width = Math.max(...COMMANDS.map((command) => command.name.length));
  const lines = COMMANDS.map((command) => `  ${command.name.padEnd(width)}  ${command.help.split("\n")[0]}`);
  return ["Usage: baton <command> [options]", "", ...lines, "", "Each has --help and --json."].join("\n");
}

async function main(words: string[]): Promise<number> {
  const [first] = words;
  if (!first || first === "--help" || first === "help") {
    print(overview());
    return 0;
  }
  const command = COMMANDS.find(({ name }) => name === words.slice(0, name.split(" ").length).join(" "));
  if (!command) {
    const known = COMMANDS.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => name);
    throw new StartError(
      known.length > 0
        ? `"baton ${first}" needs one more word: ${known.join(", ")}.`
        : `There is no command "${first}". See: baton --help`,
    );
  }
  const rest = words.slice(command.name.split(" ").length);
  if (command.passesOptions) return command.run({ options: {}, words: [], json: false }, rest);
  const args = readArguments(command, rest);
  if (args.options.help) {
    print(usage(command));
    return 0;
  }
  return command.run(args, rest);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // What a person can mend is one line; anything else is a bug and shows where it came from.
  if (error instanceof StartError || error instanceof UserError) console.error(error.message);
  else console.error(error);
  process.exit(1);
}
