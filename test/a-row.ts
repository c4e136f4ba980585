/** A request's row for pure tests: whole in every state, as the database demands. */
import { BLANK, type RequestRow } from "../server/requests/row.ts";
import { isOpen, waitsOnIn } from "../shared/request.ts";

export function aRow(more: Partial<RequestRow> = {}): RequestRow {
  const state = more.state ?? "ready";
  const at = "2026-03-02T09:00:00.000Z";
  const hasWorker = state === "assigned" || state === "working" || state === "blocked";
  return {
    ...BLANK,
    id: 1,
    version: 1,
    title_id: 1,
    state,
    state_since: at,
    opened_at: at,
    returns_to: state === "waiting" ? "working" : null,
    owner_account_id: 1,
    worker_contact_id: hasWorker ? 9 : null,
    waits_on: waitsOnIn(state, hasWorker, null),
    next_step: isOpen(state) ? "other" : null,
    next_step_at: isOpen(state) ? "2026-03-02T11:00:00.000Z" : null,
    done_at: state === "done" ? at : null,
    closed_at: state === "closed" ? at : null,
    ...more,
  };
}
