/** Asks the ranker which open request each message belongs to, one JSON object a line: for measuring it. */
import { createInterface } from "node:readline";
import { readAttachLine } from "../triage/ranker/attach-line.ts";
import { rankAttach } from "../triage/ranker/rank.ts";
import { type Command, print } from "./command.ts";

export const triageAttachCommand: Command = {
  name: "triage attach",
  help: [
    "Read JSON lines from stdin; write which open request each message belongs to, or that it is new or none,",
    "by the shipped weights alone. A line that cannot be read is named on stderr, the others are answered.",
    "",
    'in   {"id","open_requests":[{"id","title","last_message","opened_minutes_ago","last_event_minutes_ago"}],',
    '      "message":{"text","quotes_request","minutes_since_client_last"}}',
    'out  {"id","decision":"new"|"none"|<id of an open request>,"confidence"}',
    "     with --json also what else there was to choose, whether it is a chase or an answer, and whether it abstains",
  ].join("\n"),
  async run(args) {
    let at = 0;
    let bad = 0;
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      at++;
      if (line.trim() === "") continue;
      const read = readAttachLine(line);
      if ("wrong" in read) {
        bad++;
        process.stderr.write(`Line ${at} of the input ${read.wrong}.\n`);
        continue;
      }
      const { decision, confidence, odds, isChase, answersUs, abstains } = rankAttach(read.input);
      const answer = { id: read.id, decision, confidence: rounded(confidence) };
      const more = {
        abstains,
        is_chase: isChase,
        answers_us: answersUs,
        odds: odds.map((one) => ({ decision: one.decision, confidence: rounded(one.confidence) })),
      };
      print(JSON.stringify(args.json ? { ...answer, ...more } : answer));
    }
    return bad === 0 ? 0 : 1;
  },
};

const rounded = (number: number): number => Number(number.toFixed(4));
