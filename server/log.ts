/** Structured logs. Never message text, names or phone numbers (law 11): ids and codes only. */
import { type Logger, pino } from "pino";
import { describeError } from "./describe-error.ts";

export type Log = Logger;

export function openLog(level: string): Log {
  return pino(
    {
      level,
      base: undefined,
      // However an error is handed over, its message never quotes what somebody wrote.
      serializers: { err: described, error: described },
      // Whatever slips in under these names is cut out before it is written.
      redact: {
        paths: [
          "req.headers.authorization",
          "req.headers.cookie",
          "text",
          "*.text",
          "body",
          "*.body",
          "phone",
          "*.phone",
        ],
        remove: true,
      },
    },
    pino.destination(2),
  );
}

const described = (error: unknown): unknown => (error instanceof Error ? describeError(error) : error);
