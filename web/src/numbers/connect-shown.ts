/** What of a step can be said and done now: nothing is asked for that has no place on the screen yet. Pure. */
import type { Check, Connection } from "../../../shared/api/connecting.ts";
import { type CheckName, type ConnectStep, STEP_CHECKS } from "../../../shared/connecting.ts";

type Known = Pick<Connection, "checks" | "numbers" | "numberId" | "hasAppSecret" | "heard">;

export function shownChecks(step: ConnectStep, connection: Known): Check[] {
  const early = new Set<CheckName>(earlyChecks(step, connection));
  const own: readonly CheckName[] = STEP_CHECKS[step];
  return connection.checks.filter(({ check }) => own.includes(check) && !early.has(check));
}

/** Checks that another act of the same step comes before. */
function earlyChecks(step: ConnectStep, { numbers, numberId, hasAppSecret, heard }: Known): CheckName[] {
  switch (step) {
    case "token":
      return [];
    case "number":
      return numberId === null && numbers.length === 0 ? ["number"] : [];
    case "webhook":
      return hasAppSecret ? [] : ["handshake", "subscribed", "fields"];
    case "test":
      return heard ? [] : ["answered"];
    default:
      return step satisfies never;
  }
}

/** While a step's own form does the same and more, one button is enough. The token's part has its own. */
export function canLookAgain(step: ConnectStep, connection: Known): boolean {
  const checks = shownChecks(step, connection);
  if (checks.every(({ level }) => level === "fine")) return false;
  switch (step) {
    case "number":
      return connection.numberId !== null || checks.some(({ level }) => level === "wrong");
    case "webhook":
      return connection.hasAppSecret;
    case "token":
    case "test":
      return false;
    default:
      return step satisfies never;
  }
}

/** Another address may be tried with the token that is kept, unless Meta has turned that one down. */
export const canKeepToken = (connection: Pick<Connection, "hasToken" | "checks"> | undefined): boolean =>
  connection?.hasToken === true &&
  !connection.checks.some(({ code }) => code === "token_refused" || code === "token_expired");
