/** What a person may decide about a message of ours, and what comes of it. Pure. */
import type { Settlement } from "../../shared/api/sending.ts";
import type { SendState } from "../../shared/message.ts";
import type { OutboxState } from "./call-store.ts";

export type Settling =
  | { kind: "done"; state: "accepted" | "refused" | "queued" }
  /** It stands like this already: pressed twice, or by two people. */
  | { kind: "nothing" }
  | { kind: "not_now"; why: string };

const BEING_SENT = "It is being sent at this moment. Wait until that has ended.";

/** `shown` is what the thread says: a message that was accepted may have failed afterwards. */
export function settlingOf(
  message: { outbox: OutboxState; shown: SendState | null },
  as: Settlement,
): Settling {
  const { outbox, shown } = message;
  if (outbox === "calling") return { kind: "not_now", why: BEING_SENT };
  const hasFailed = outbox === "refused" || shown === "failed";
  switch (as) {
    case "arrived":
      if (outbox === "unknown") return { kind: "done", state: "accepted" };
      if (outbox === "accepted" && !hasFailed) return { kind: "nothing" };
      return { kind: "not_now", why: "Only a message whose end nobody knows can be said to have arrived." };
    case "again":
      if (outbox === "unknown" || hasFailed) return { kind: "done", state: "queued" };
      if (outbox === "queued") return { kind: "nothing" };
      return { kind: "not_now", why: "WhatsApp has this message. Write a new one to say it again." };
    case "given_up":
      if (outbox === "unknown" || outbox === "queued") return { kind: "done", state: "refused" };
      if (hasFailed) return { kind: "nothing" };
      return { kind: "not_now", why: "WhatsApp has this message, so it cannot be kept back any more." };
    default:
      return as satisfies never;
  }
}
