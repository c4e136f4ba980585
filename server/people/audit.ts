/** Who did what to what, and from where: ids and codes only, in the transaction of the act itself. Append-only. */
import type { Db } from "../db/pool.ts";
import type { Actor } from "../http/route.ts";
import { insertAudit } from "./audit-store.ts";

export type Act = {
  at: Date;
  /** "system": by rule or at the start. "nobody": without sign-in. "command": at the command line. */
  by: Pick<Actor, "kind" | "id"> | "system" | "nobody" | "command";
  /** A verb with what it is done to: `person.role_changed`. */
  action: string;
  subject?: { kind: string; id: number };
  /** Codes and ids, before and after. Never names, words or numbers. */
  facts?: Record<string, string | number | boolean | null>;
  address?: string;
};

export async function audit(tx: Db, act: Act): Promise<void> {
  const by = typeof act.by === "string" ? { kind: act.by, id: null } : act.by;
  await insertAudit(tx, {
    at: act.at,
    // Whoever holds the machine acts as the system, through a command.
    actorKind: by.kind === "command" ? "system" : by.kind,
    actorId: by.id,
    action: act.action,
    subjectKind: act.subject?.kind ?? null,
    subjectId: act.subject?.id ?? null,
    facts: by.kind === "command" ? { ...act.facts, through: "command" } : (act.facts ?? {}),
    address: act.address ?? null,
  });
}
