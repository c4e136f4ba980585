/** Checks law 5: every request's row is the fold of its events. */
import { verify } from "../requests/verify.ts";
import { type Command, print } from "./command.ts";
import { withDatabase } from "./with-database.ts";

export const verifyCommand: Command = {
  name: "verify",
  help: "Fold all events again and report every request whose row differs",
  run: (args) =>
    withDatabase(async ({ db }) => {
      const { checked, differences } = await verify(db);
      if (args.json) print(JSON.stringify({ checked, differences }));
      else {
        for (const { requestId, column, row, fold } of differences)
          print(
            `R-${requestId} ${column}: the row says ${JSON.stringify(row)}, its events say ${JSON.stringify(fold)}`,
          );
        print(`${checked} requests checked, ${differences.length} differences.`);
      }
      return differences.length === 0 ? 0 : 1;
    }),
};
