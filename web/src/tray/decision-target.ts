/** Which request a decision is about, when there is only one it can mean. */
import type { Strip } from "../../../shared/api/requests.ts";
import type { DecisionKind } from "../../../shared/api/tray.ts";
import { isOpen } from "../../../shared/request.ts";

export type Target = { kind: "none" } | { kind: "one"; strip: Strip } | { kind: "choose" };

/** A request waiting on the client is what an answer answers; a chase asks about what is open. */
function candidates(kind: DecisionKind, requests: readonly Strip[]): readonly Strip[] {
  const open = requests.filter((strip) => isOpen(strip.state));
  const waiting = open.filter((strip) => strip.waitsOn === "client");
  if (kind === "answers" && waiting.length > 0) return waiting;
  return open.length > 0 ? open : requests;
}

export function targetOf(kind: DecisionKind, requests: readonly Strip[]): Target {
  if (kind === "opens" || kind === "no_request") return { kind: "none" };
  const [first, ...more] = candidates(kind, requests);
  return first && more.length === 0 ? { kind: "one", strip: first } : { kind: "choose" };
}
