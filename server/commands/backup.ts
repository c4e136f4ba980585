/** Saving everything in one file, and bringing it back: also the way from the embedded PostgreSQL to a server. */
import { backUp } from "../backup/backup.ts";
import { restore } from "../backup/restore.ts";
import { type Command, print } from "./command.ts";
import { withDatabase } from "./with-database.ts";

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

const backupCommand: Command = {
  name: "backup",
  words: "FILE",
  needs: 1,
  help: "Save everything in one file, while Baton runs or not; it holds the key of sealed secrets, so keep it safe",
  run: (args) =>
    withDatabase(async ({ db, config, now }) => {
      const place = { db, dataFolder: config.dataFolder, keyInEnvironment: config.secretKey !== null };
      const report = await backUp({ ...place, now: now() }, args.words[0] ?? "");
      if (args.json) print(JSON.stringify(report));
      else {
        const { file, bytes, rows, media } = report;
        print(`${rows} rows and ${media.files} media files are in ${file} (${megabytes(bytes)}).`);
        if (media.missing > 0) print(`${media.missing} media files were not on the disk any more.`);
        if (place.keyInEnvironment) print("Keep BATON_SECRET_KEY beside it: sealed secrets need it.");
      }
      return 0;
    }),
};

const restoreCommand: Command = {
  name: "restore",
  words: "FILE",
  needs: 1,
  help: "Bring a backup into an empty database: the one of BATON_DATA, or any PostgreSQL by DATABASE_URL",
  run: (args) =>
    withDatabase(async ({ db, config, now }) => {
      const place = { db, dataFolder: config.dataFolder, keyInEnvironment: config.secretKey !== null };
      const report = await restore({ ...place, now: now() }, args.words[0] ?? "");
      if (args.json) print(JSON.stringify(report));
      else {
        print(`${report.rows} rows and ${report.media.files} media files of ${report.createdAt} are back.`);
        print("Everybody signs in again. Tokens are as they were then: look at their list.");
        if (report.doubtful > 0)
          print(
            `${report.doubtful} replies waited to be sent then; perhaps they were. They are marked for a look.`,
          );
        if (report.needsKey)
          print("Start with the BATON_SECRET_KEY of then, or enter the numbers' secrets again.");
      }
      return 0;
    }),
};

export const backupCommands: readonly Command[] = [backupCommand, restoreCommand];
