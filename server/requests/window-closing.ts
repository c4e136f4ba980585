/** Tells the owner of an open request that the client's window closes. */
import { threadLastIn } from "../conversations/thread-window.ts";
import type { Db } from "../db/pool.ts";
import { announce } from "../live/changes.ts";
import type { System } from "../system.ts";
import { setTimer } from "../timers/set.ts";
import { lookAt, NUDGE_MINUTES, wantsTheWindow } from "./window-closing-rules.ts";
import { countClosing, lockWatched, selectNudgeMinutes, writeNudge } from "./window-closing-store.ts";

const PURPOSE = "window_closing";

/** Decided anew under the lock, by the thread as it is now: every message moves the window, none moves the timer. */
export async function tellWindowClosing(
  tx: Db,
  { clock }: Pick<System, "clock">,
  requestId: number,
  sweptAt: Date,
): Promise<void> {
  const request = await lockWatched(tx, requestId);
  if (!request || request.conversationId === null || !wantsTheWindow(request)) return;
  const now = new Date(Math.max(clock.now().getTime(), sweptAt.getTime()));
  const minutes = (await selectNudgeMinutes(tx, request.conversationId)) ?? NUDGE_MINUTES;
  const look = lookAt({ lastInAt: await threadLastIn(tx, request.conversationId) }, minutes, now);
  switch (look.kind) {
    case "nothing":
      return;
    case "look_again":
      return setTimer(tx, PURPOSE, requestId, look.at);
    case "tell":
      await setTimer(tx, PURPOSE, requestId, look.lookAgainAt);
      if (await writeNudge(tx, requestId, look.until, now))
        await announce(tx, ["board", `request:${requestId}`]);
      return;
    default:
      look satisfies never;
  }
}

/** How many of a person's requests have a window that closes soon; a program has none. */
export const countWindowsClosing = async (db: Db, accountId: number | null, now: Date): Promise<number> =>
  accountId === null ? 0 : countClosing(db, accountId, now);
