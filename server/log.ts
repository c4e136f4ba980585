/** Structured logs. Never message text, names or phone numbers (law 11): ids and codes only. */
import { type Logger, pino } from "pino";

export type Log = Logger;

export function openLog(level: string): Log {
  return pino(
    {
      level,
      base: undefined,
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
