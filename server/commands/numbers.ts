/** Our numbers and how they are, from the terminal; also for a monitor: the exit code says whether one needs somebody. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config.ts";
import { readHealth } from "../numbers/health.ts";
import { findingLine } from "../numbers/health-words.ts";
import { shownFinding, shownNumber } from "../numbers/routes.ts";
import { openSeal, type Seal } from "../numbers/seal.ts";
import { type Command, print } from "./command.ts";
import { withDatabase } from "./with-database.ts";

/** A look at the numbers makes no key: without one nothing opens, which is what it says. */
async function sealOf({ secretKey, dataFolder }: Config): Promise<Pick<Seal, "open">> {
  if (secretKey === null && !existsSync(join(dataFolder, "secret.key"))) return { open: () => null };
  return openSeal(dataFolder, secretKey);
}

const numbers: Command = {
  name: "numbers",
  help: "List the WhatsApp numbers and how they are; ends with 1 when one needs somebody",
  run: (args) =>
    withDatabase(async ({ db, config, now }) => {
      const health = await readHealth({ db, config, clock: { now }, seal: await sealOf(config) });
      const { house, lastDeliveryAt, numbers } = health;
      if (args.json)
        print(
          JSON.stringify({
            house: house.map(shownFinding),
            lastDeliveryAt,
            numbers: numbers.map((each) => ({ ...shownNumber(each), traffic: undefined })),
          }),
        );
      else {
        for (const { number, findings, lastInAt } of numbers) {
          print(`${number.id}  ${number.name} (${number.kind}), last message in ${moment(lastInAt)}`);
          for (const finding of findings) print(`   ${findingLine(finding)}`);
        }
        for (const finding of house) print(findingLine(finding));
        if (numbers.length === 0) print("There is no number yet.");
        print(`Last delivery from WhatsApp: ${moment(lastDeliveryAt)}`);
      }
      const all = [...house, ...numbers.flatMap(({ findings }) => findings)];
      return all.some(({ level }) => level === "act") ? 1 : 0;
    }),
};

const moment = (at: Date | null): string => at?.toISOString() ?? "never";

export const numberCommands: readonly Command[] = [numbers];
