/** What a command is, and how its words become options. Every command has --help and --json. */
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { StartError } from "../start-error.ts";

export type Option = { type: "string" | "boolean"; help: string; placeholder?: string };

export type Arguments = {
  options: Record<string, string | boolean | undefined>;
  /** Words that are no options, in order. */
  words: string[];
  json: boolean;
};

export type Command = {
  /** Such as "intake trace". */
  name: string;
  /** Such as "ID"; shown in the usage line. */
  words?: string;
  /** How many words it takes at least. */
  needs?: number;
  help: string;
  options?: Record<string, Option>;
  /** Its options are another program's: handed on as they are. */
  passesOptions?: boolean;
  /** Returns the exit code. */
  run(args: Arguments, raw: string[]): Promise<number>;
};

const COMMON: Record<string, Option> = {
  json: { type: "boolean", help: "print JSON" },
  help: { type: "boolean", help: "print this" },
};

/** @throws StartError that names the wrong word */
export function readArguments(command: Command, raw: string[]): Arguments {
  const options = { ...COMMON, ...command.options };
  const config: ParseArgsOptionsConfig = Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, { type: option.type }]),
  );
  try {
    const { values, positionals } = parseArgs({ args: raw, options: config, allowPositionals: true });
    const missing = (command.needs ?? 0) > positionals.length && !values.help;
    if (missing) throw new StartError(`Usage: baton ${command.name} ${command.words ?? ""}`.trimEnd());
    return {
      options: values as Arguments["options"],
      words: positionals,
      json: values.json === true,
    };
  } catch (error) {
    if (error instanceof StartError) throw error;
    const what = error instanceof Error ? error.message.split(". ")[0] : "These options are not known";
    throw new StartError(`${what}. See: baton ${command.name} --help`);
  }
}

export function usage(command: Command): string {
  const options = Object.entries({ ...command.options, ...COMMON }).map(([name, option]) => {
    const value = option.type === "string" ? ` ${option.placeholder ?? "VALUE"}` : "";
    return `  --${`${name}${value}`.padEnd(26)} ${option.help}`;
  });
  return [
    `Usage: baton ${command.name}${command.words ? ` ${command.words}` : ""} [options]`,
    "",
    command.help,
    "",
    ...options,
  ].join("\n");
}

/** A text option that must be there. */
export function required(args: Arguments, name: string, what: string): string {
  const value = args.options[name];
  if (typeof value !== "string" || value.trim() === "")
    throw new StartError(`--${name} is missing: ${what}.`);
  return value.trim();
}

export const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
