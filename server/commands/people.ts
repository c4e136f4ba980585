/** People and tokens from the terminal: also the way back in when the only admin lost theirs. */
import { text } from "node:stream/consumers";
import { z } from "zod";
import { ROLES } from "../../shared/request.ts";
import type { Config } from "../config.ts";
import { addToken, addUser, inviteUser, resetPassword } from "../people/by-command.ts";
import { StartError } from "../start-error.ts";
import { type Arguments, type Command, print, required } from "./command.ts";
import { withDatabase } from "./with-database.ts";

const ROLE_LIST = ROLES.join(", ");

function roleOf(args: Arguments, fallback?: (typeof ROLES)[number]) {
  const given = args.options.role ?? fallback;
  const role = z.enum(ROLES).safeParse(given);
  if (!role.success) throw new StartError(`--role should be one of ${ROLE_LIST}.`);
  return role.data;
}

/** Links name the address people use; a running server may know a better one, so say how to set it. */
const urlOf = (config: Config): string =>
  config.publicUrl ?? `http://${config.host === "0.0.0.0" ? "127.0.0.1" : config.host}:${config.port}`;

function printLink(args: Arguments, link: { url: string; expiresAt: string | Date }): void {
  if (args.json) print(JSON.stringify(link));
  else print(`${link.url}\nIt works once, until ${new Date(link.expiresAt).toISOString()}.`);
}

const userAdd: Command = {
  name: "user add",
  words: "NAME",
  needs: 1,
  help: "Add a person; prints a link by which they choose a password",
  options: {
    login: { type: "string", placeholder: "LOGIN", help: "what they type to sign in" },
    role: { type: "string", placeholder: "ROLE", help: `one of ${ROLE_LIST} (operator)` },
    "password-stdin": { type: "boolean", help: "read the password from standard input instead" },
  },
  run: (args) =>
    withDatabase(async ({ db, config, now }) => {
      const user = {
        name: args.words.join(" "),
        login: required(args, "login", "what they type to sign in"),
        role: roleOf(args, "operator"),
      };
      if (args.options["password-stdin"]) {
        const password = (await text(process.stdin)).replace(/\r?\n$/, "");
        const { id } = await addUser(db, { ...user, password }, { now: now() });
        print(args.json ? JSON.stringify({ id }) : `${user.name} can sign in as ${user.login}.`);
      } else {
        printLink(args, await inviteUser(db, user, { now: now(), publicUrl: urlOf(config) }));
      }
      return 0;
    }),
};

const userReset: Command = {
  name: "user reset",
  words: "LOGIN",
  needs: 1,
  help: "Make a link by which a person sets a new password",
  run: (args) =>
    withDatabase(async ({ db, config, now }) => {
      const login = args.words[0] ?? "";
      printLink(args, await resetPassword(db, login, { now: now(), publicUrl: urlOf(config) }));
      return 0;
    }),
};

const tokenAdd: Command = {
  name: "token add",
  help: "Make a token for a program; prints the token alone",
  options: {
    role: { type: "string", placeholder: "ROLE", help: `one of ${ROLE_LIST}` },
    name: { type: "string", placeholder: "NAME", help: "what it is for (token)" },
  },
  run: (args) =>
    withDatabase(async ({ db, now }) => {
      const name = typeof args.options.name === "string" ? args.options.name : "token";
      const made = await addToken(db, { name, role: roleOf(args) }, { now: now() });
      print(args.json ? JSON.stringify(made) : made.token);
      return 0;
    }),
};

export const peopleCommands: readonly Command[] = [userAdd, userReset, tokenAdd];
