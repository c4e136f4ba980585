/** The timers a request has: they follow from its row alone. */
import { isOpen } from "../../shared/request.ts";
import type { RequestRow } from "./row.ts";
import { quietUntil } from "./rules.ts";
import { windowLook } from "./window-closing-rules.ts";

export function timersOf(row: RequestRow): Record<string, Date> {
  const quiet = quietUntil(row);
  const look = windowLook(row);
  return {
    ...(quiet && { request_quiet: quiet }),
    ...(row.promise_state === "open" &&
      row.promise_at !== null &&
      isOpen(row.state) && { promise_due: new Date(row.promise_at) }),
    ...(look && { window_closing: look }),
  };
}
