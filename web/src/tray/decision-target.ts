/** Which request a decision is about, when there is only one it can mean. */
import type { Strip } from "../../../shared/api/requests.ts";
import type { Suggestion, WhatSuggestion } from "../../../shared/api/suggestion.ts";
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

/** What is proposed: sure enough, and of a request that is still there. */
export function proposedOf(suggestion: Suggestion | null, requests: readonly Strip[]): WhatSuggestion | null {
  const [best] = suggestion?.what ?? [];
  if (!best || !suggestion?.isProposed) return null;
  const isThere = best.requestId === null || requests.some((strip) => strip.id === best.requestId);
  return isThere ? best : null;
}

/** The key of what is proposed means just that request; the others ask when there are several. */
export function targetOf(
  kind: DecisionKind,
  requests: readonly Strip[],
  proposed: WhatSuggestion | null = null,
): Target {
  if (kind === "opens" || kind === "no_request") return { kind: "none" };
  const strip = requests.find((each) => proposed?.kind === kind && each.id === proposed.requestId);
  if (strip) return { kind: "one", strip };
  const [first, ...more] = candidates(kind, requests);
  return first && more.length === 0 ? { kind: "one", strip: first } : { kind: "choose" };
}
