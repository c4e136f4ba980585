/** Looks at everything that has to be right for messages to come and go; one line each, with what to do. */
import { constants } from "node:fs";
import { access, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { systemClock } from "../clock.ts";
import { type Config, readConfig } from "../config.ts";
import { countUnknown } from "../conversations/unknown-store.ts";
import { appliedNames, migrationNames } from "../db/migrate.ts";
import { openForCommand } from "../db/open.ts";
import type { Database } from "../db/pool.ts";
import { describeError } from "../describe-error.ts";
import { countDeadDeliveries } from "../numbers/health-store.ts";
import { StartError } from "../start-error.ts";
import { type Command, print } from "./command.ts";
import {
  act,
  type Diagnosis,
  exitCode,
  good,
  onDead,
  onKeyFile,
  onMigrations,
  onSpace,
  onUnknown,
  watch,
} from "./doctor-findings.ts";
import { diagnoseNumbers } from "./doctor-numbers.ts";

export const doctorCommand: Command = {
  name: "doctor",
  help: "Check everything from the disk to WhatsApp, with what to do; ends with 1 when something needs somebody",
  async run(args) {
    const config = readConfig(process.env);
    const all: Diagnosis[] = [];
    const say = (found: Diagnosis) => {
      all.push(found);
      if (!args.json) print(`${MARKS[found.level]} ${found.about.padEnd(12)} ${found.line}`);
    };
    for (const found of [
      ...(await diagnoseFolder(config)),
      await diagnoseKey(config),
      await diagnoseAddress(config),
    ])
      say(found);
    await diagnoseDatabase(config, say);
    if (args.json) print(JSON.stringify({ findings: all, ok: exitCode(all) === 0 }));
    return exitCode(all);
  },
};

const MARKS = { good: "ok   ", watch: "look ", act: "MEND " } as const;

async function diagnoseFolder({ dataFolder }: Config): Promise<Diagnosis[]> {
  try {
    await access(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK);
    const { bavail, bsize } = await statfs(dataFolder);
    return [good("data folder", `${dataFolder} can be written`), onSpace(bavail * bsize)];
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return [
      isMissing
        ? watch("data folder", `${dataFolder} is not there yet: the first start makes it`)
        : act(
            "data folder",
            `${dataFolder} cannot be written by this user: correct its owner, or set BATON_DATA`,
          ),
    ];
  }
}

async function diagnoseKey({ dataFolder, secretKey }: Config): Promise<Diagnosis> {
  if (secretKey !== null) return good("key", "set by BATON_SECRET_KEY");
  const path = join(dataFolder, "secret.key");
  const mode = await stat(path).then(
    (found) => found.mode,
    () => null,
  );
  return onKeyFile(path, mode);
}

/** Longer than any proxy on the way needs. */
const PATIENCE_MS = 8_000;

/** Asked as anybody could: without a verify token the webhook refuses in its own words, and so shows that it is there. */
async function diagnoseAddress({ publicUrl, host, port }: Config): Promise<Diagnosis> {
  const place = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  const address = publicUrl ?? `http://${place.includes(":") ? `[${place}]` : place}:${port}`;
  try {
    const answer = await fetch(`${address}/webhooks/whatsapp`, {
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const body = await answer.text();
    if (answer.status === 403 && body.includes("verify token"))
      return good("address", `the webhook answers at ${address}`);
    return act(
      "address",
      `something else answers at ${address} (${answer.status}): lead /webhooks/whatsapp to Baton`,
    );
  } catch (error) {
    const why =
      error instanceof Error && error.cause instanceof Error && "code" in error.cause ? error.cause.code : "";
    const hint = publicUrl
      ? "see that Baton and the proxy run, and the certificate is valid; some routers do not let a house reach itself"
      : "see that Baton runs";
    return watch("address", `nothing answers at ${address}${why ? ` (${String(why)})` : ""}: ${hint}`);
  }
}

async function diagnoseDatabase(config: Config, say: (found: Diagnosis) => void): Promise<void> {
  const opened = await openForCommand(config, { onError: () => {} }).catch((error: unknown) => {
    if (!(error instanceof StartError)) throw error;
    say(act("database", error.message));
    return null;
  });
  if (!opened) return;
  try {
    await lookInside(config, opened.db, say);
  } catch (error) {
    say(act("database", `it cannot be read: ${describeError(error).message ?? "see its log"}`));
  } finally {
    await opened.close();
  }
}

async function lookInside(config: Config, db: Database, say: (found: Diagnosis) => void): Promise<void> {
  say(good("database", config.databaseUrl ? "answers (DATABASE_URL)" : "answers (embedded)"));
  say(onMigrations(await migrationNames(), await appliedNames(db.pool)));
  say(onDead((await countDeadDeliveries(db)).count));
  say(onUnknown(await countUnknown(db)));
  for (const found of await diagnoseNumbers({ config, db, clock: systemClock })) say(found);
}
