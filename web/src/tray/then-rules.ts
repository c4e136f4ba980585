/** What a decision will do, told before its key is pressed. By the same rules the server decides with. Pure. */
import type { Owner, Strip } from "../../../shared/api/requests.ts";
import type { DecisionKind } from "../../../shared/api/tray.ts";
import { DEFAULT_STEP, isOpen, type NextStep, QUIET_MS, type State } from "../../../shared/request.ts";

export type Then = {
  what: "opens" | "reopens" | "resumes" | "confirms" | "joins" | "chased" | "leaves" | "kept";
  request: Pick<Strip, "id" | "title"> | null;
  /** Null: there is no request. */
  state: State | null;
  step: { code: NextStep; text: string | null; at: string } | null;
  owner: Owner | null;
};
/** Why it would be refused. */
export type ThenNot = {
  what: "refused";
  why: "closed_long_ago" | "over";
  request: Pick<Strip, "id" | "title">;
};

/** Whoever gives it a title has understood it: it opens as ready, in their hands. */
const OPENS_AS = "ready";

type Facts = {
  /** The request it is about; null while it is still to be chosen. */
  strip: Strip | null;
  /** Who would hold what opens. */
  owner: Owner;
  /** When the client wrote. */
  saidAt: string;
  now: number;
};

/** Null: it is still to be chosen which request. */
export function thenOf(kind: DecisionKind, { strip, owner, saidAt, now }: Facts): Then | ThenNot | null {
  const nobody = { request: null, state: null, step: null, owner: null };
  if (kind === "no_request") return { what: "leaves", ...nobody };
  if (kind === "opens")
    return { what: "opens", request: null, state: OPENS_AS, step: stepIn(OPENS_AS, now), owner };
  if (!strip) return null;
  const stays = { request: strip, state: strip.state, step: strip.nextStep, owner: strip.owner };
  const isOver = !isOpen(strip.state);
  switch (kind) {
    case "chase":
      return isOver ? { what: "refused", why: "over", request: strip } : { what: "chased", ...stays };
    case "answers":
      if (isOver) return { what: "kept", ...stays };
      if (strip.state === "done") return { what: "confirms", ...stays, state: "closed", step: null };
      if (strip.state === "waiting" && strip.returnsTo && isOpen(strip.returnsTo))
        return { what: "resumes", ...stays, state: strip.returnsTo, step: stepIn(strip.returnsTo, now) };
      return { what: "joins", ...stays };
    case "belongs":
      if (!isOver) return { what: "joins", ...stays };
      return Date.parse(saidAt) - Date.parse(strip.stateSince) > QUIET_MS
        ? { what: "refused", why: "closed_long_ago", request: strip }
        : { what: "reopens", ...stays, state: OPENS_AS, step: stepIn(OPENS_AS, now) };
    default:
      return kind satisfies never;
  }
}

function stepIn(state: State, now: number): Then["step"] {
  if (state === "closed" || state === "cancelled") return null;
  const { step, afterMs } = DEFAULT_STEP[state];
  return { code: step, text: null, at: new Date(now + afterMs).toISOString() };
}
