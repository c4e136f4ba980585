/** What of a request can be taken back, for those who have to know before they ask. */
import type { Db } from "../db/pool.ts";
import type { KeptEvent } from "./events.ts";
import { listEvents } from "./store.ts";

export { findUndoable } from "./undo-rules.ts";

export const readEvents = (db: Db, requestId: number): Promise<KeptEvent[]> => listEvents(db, [requestId]);
