/** A step in a line of English, for the command line. Screens say it in their own words. */
import type { StepFact } from "../../shared/api/intake.ts";

const code = (errorCode: number | null): string => (errorCode === null ? "" : ` (code ${errorCode})`);
const by = (name: string | null): string => (name ? ` by ${name}` : "");
const request = (id: number | null): string => (id === null ? "" : ` R-${id}`);

export function stepWords(fact: StepFact): string {
  switch (fact.code) {
    case "received":
      return `delivery ${fact.deliveryId} received${fact.times > 1 ? `, ${fact.times} times in all` : ""}`;
    case "recorded":
      return `delivery ${fact.deliveryId} recorded`;
    case "dead":
      return `dead after ${fact.attempts}: ${fact.why.code}${fact.why.detail ? ` (${fact.why.detail})` : ""}`;
    case "replayed":
      return `tried again${by(fact.by)}: ${fact.outcome}`;
    case "notice":
      return `notice ${fact.field} kept`;
    case "person":
      return `${fact.what} of a person noted`;
    case "said":
      return `${fact.kind} said by ${fact.side}${fact.fromPhone ? ", on the phone" : ""}`;
    case "written":
      return `message ${fact.messageId} written to conversation ${fact.conversationId}`;
    case "known":
      return `message ${fact.messageId} was here already${fact.deliveryId ? `, by delivery ${fact.deliveryId}` : ""}`;
    case "parked":
      return fact.until
        ? `${fact.what} waited for its message until ${fact.until}`
        : `${fact.what} waits for its message, which has not come`;
    case "status":
      return `status ${fact.status}${code(fact.errorCode)}`;
    case "reaction":
      return fact.isTakenBack ? "reaction taken back" : "reaction";
    case "edit":
    case "revoke":
      return fact.code;
    case "media":
      return `media ${fact.state} after ${fact.attempts} tries${fact.reason ? ` (${fact.reason})` : ""}`;
    case "queued":
      return "queued to be sent";
    case "called":
      return `called WhatsApp, try ${fact.attempts}`;
    case "answered":
      return `call ${fact.state}${code(fact.errorCode)}`;
    case "sorted":
      return `sorted: ${fact.decision}${request(fact.requestId)}${by(fact.by)}`;
    case "unsorted":
      return `sorting taken back${request(fact.requestId)}`;
    default:
      return fact satisfies never;
  }
}
