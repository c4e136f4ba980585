/** Asks the shipped seed models about messages, one JSON object a line: for measuring them. */
import { createInterface } from "node:readline";
import { z } from "zod";
import { StartError } from "../start-error.ts";
import { readSeed, trainSeedModels } from "../triage/model/seed.ts";
import { understand } from "../triage/model/understand.ts";
import { type Command, print } from "./command.ts";

const Asked = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  /** Taken and not needed: the models know eight languages and their mixtures. */
  lang: z.string().nullish(),
});

export const triageTryCommand: Command = {
  name: "triage try",
  help: 'Read JSON lines {"id","text","lang"?} from stdin, write what each message is by the seed models alone',
  async run() {
    const models = trainSeedModels(await readSeed());
    let at = 0;
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      at++;
      if (line.trim() === "") continue;
      const { id, text } = readLine(line, at);
      const { isRequest, confidence, ...rest } = understand(models, text);
      print(
        JSON.stringify({ id, is_request: isRequest, ...rest, confidence: Number(confidence.toFixed(4)) }),
      );
    }
    return 0;
  },
};

function readLine(line: string, at: number): z.infer<typeof Asked> {
  try {
    return Asked.parse(JSON.parse(line.replace(/^\ufeff/, "")));
  } catch {
    // What is wrong with it would quote the message.
    throw new StartError(`Line ${at} of the input is no JSON object with "id" and "text".`);
  }
}
