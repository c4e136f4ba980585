/** Runs Baton: one line with the address once it answers, one line that says what to do when it cannot. */
import type { App } from "../app.ts";
import { systemClock } from "../clock.ts";
import { readConfig } from "../config.ts";
import { openForServing } from "../db/open.ts";
import { openLog } from "../log.ts";
import { StartError } from "../start-error.ts";
import { type Command, print } from "./command.ts";

export const serveCommand: Command = {
  name: "serve",
  help: "Run Baton (this is what npm start does)",
  async run(args) {
    const config = readConfig(process.env);
    const log = openLog(config.logLevel);
    const ended = Promise.withResolvers<number>();
    const opened = await openForServing(config, {
      onError: (error) => log.warn({ err: error.message }, "a database connection broke"),
      log: (line) => log.debug({ postgres: line }),
      onLost(loss) {
        if (loss.kind === "restarting")
          return log.error("PostgreSQL ended unexpectedly and is started again");
        if (loss.kind === "waiting") return log.error(loss.error.message);
        console.error(loss.error.message);
        ended.resolve(1);
      },
    });
    let app: App | null = null;
    try {
      // Loaded here alone, so that the other commands start in a fraction of the time.
      const { openApp } = await import("../app.ts");
      app = await openApp({ config, opened, clock: systemClock, log });
      const url = await listen(app, config.host, config.port);
      const code = app.setupCode;
      if (args.json) print(JSON.stringify({ url, setupCode: code }));
      else if (code) print(`Baton is ready. Open ${url} and make the first admin with the code ${code}`);
      else print(`Baton is ready at ${url}`);
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => ended.resolve(0));
      return await ended.promise;
    } finally {
      // Drain first, the database last. A second signal does not wait.
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
      await app?.close();
      await opened.close();
    }
  },
};

async function listen(app: App, host: string, port: number): Promise<string> {
  try {
    return await app.listen();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "EADDRINUSE")
      throw new StartError(
        `Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
      );
    if (code === "EACCES")
      throw new StartError(
        `Port ${port} needs more rights than this user has. Choose one above 1023: PORT=4400 npm start`,
      );
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
      throw new StartError(
        `HOST=${host} is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for every network.`,
      );
    throw error;
  }
}
