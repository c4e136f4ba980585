/** What was said of people and dates on the command line, checked against who is in the chat. */
import type { Chat, DateOrder } from "../../shared/diagnosis/chat.ts";
import { DATE_ORDERS } from "../../shared/diagnosis/chat.ts";
import type { Corrections, Role } from "../../shared/diagnosis/diagnosis.ts";
import { foldWord } from "../../shared/words/words.ts";
import { StartError } from "../start-error.ts";

/**
 * `staff` and `workers` name everybody of the business: all others are clients then. Nothing said: all are guessed.
 * @throws StartError with the names to choose from
 */
export function correctionsOf(
  chat: Chat,
  said: { staff?: string | undefined; workers?: string | undefined },
): Corrections {
  const roles = new Map<string, Role>();
  const staff = namesIn(chat, said.staff, "--staff");
  const workers = namesIn(chat, said.workers, "--workers");
  if (staff.length > 0) for (const name of chat.people) roles.set(name, "client");
  for (const name of staff) roles.set(name, "staff");
  for (const name of workers) roles.set(name, "worker");
  return { roles };
}

const folded = (name: string): string =>
  foldWord(name.replaceAll(/[\s~\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ""));

/** Names are apart by commas; one that holds a comma itself is found whole. */
function namesIn(chat: Chat, said: string | undefined, option: string): string[] {
  if (said === undefined || said.trim() === "") return [];
  const known = new Map(chat.people.map((name) => [folded(name), name]));
  const parts = said.split(",");
  const found: string[] = [];
  for (let from = 0; from < parts.length; ) {
    let taken = 0;
    for (let to = parts.length; to > from && taken === 0; to--) {
      const name = known.get(folded(parts.slice(from, to).join(",")));
      if (name !== undefined) {
        found.push(name);
        taken = to - from;
      }
    }
    const part = parts[from]?.trim() ?? "";
    if (taken === 0 && part !== "") throw new StartError(unknownName(part, chat, option));
    from += Math.max(1, taken);
  }
  return found;
}

const MOST_NAMES = 20;

function unknownName(name: string, chat: Chat, option: string): string {
  const counts = chat.people.map(() => 0);
  for (const { by } of chat.messages) if (by !== null) counts[by] = (counts[by] ?? 0) + 1;
  const most = chat.people
    .map((person, index) => ({ person, count: counts[index] ?? 0 }))
    .sort((one, other) => other.count - one.count)
    .slice(0, MOST_NAMES);
  const list = most.map(({ person, count }) => `\n  ${person} (${count})`).join("");
  const rest = chat.people.length - most.length;
  return `${option}: nobody called "${name}" wrote in this chat. Those who did, with their messages:${list}${rest > 0 ? `\n  and ${rest} more` : ""}`;
}

/** @throws StartError */
export function dateOrderOf(said: string | undefined): DateOrder | undefined {
  if (said === undefined) return undefined;
  const order = DATE_ORDERS.find((known) => known === said.trim().toUpperCase());
  if (!order)
    throw new StartError(
      `--date-order is ${DATE_ORDERS.join(", ")}: day, month and year as the export writes them.`,
    );
  return order;
}

/** @throws StartError */
export function zoneOf(said: string | undefined): string | undefined {
  if (said === undefined) return undefined;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: said.trim() }).resolvedOptions().timeZone;
  } catch {
    throw new StartError("--tz is a time zone such as Africa/Nairobi or America/Bogota.");
  }
}
