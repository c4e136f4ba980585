/** The line of decisions of this tab, and undoing the last one. */
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { type Decided, trayApi } from "../../../shared/api/tray.ts";
import { ApiFailure, call } from "../api/call.ts";
import { queryClient } from "../api/queries.ts";
import { useConnection } from "../live.ts";
import { makeDecisionLine } from "./decision-line.ts";

const isOffline = (error: unknown): boolean =>
  error instanceof ApiFailure && (error.code === "offline" || error.status >= 502);

/** The next item first, then the call; a tab that is not seen paints nothing and waits no longer. */
const painted = () =>
  new Promise<void>((done) => {
    requestAnimationFrame(() => window.setTimeout(done));
    window.setTimeout(done, 100);
  });

export const decisionLine = makeDecisionLine({
  send: async (body, signal) => {
    await painted();
    return (await call(trayApi.decide, { body, signal })).decision;
  },
  undo: (id) => call(trayApi.undoDecision, { params: { id } }),
  isOffline,
  isDecided: (error) => error instanceof ApiFailure && error.code === "sorted_already",
  onSettled: () => {
    void queryClient.invalidateQueries({ queryKey: ["tray"] });
    // The next item may be the same client's, who has one request more now.
    void queryClient.invalidateQueries({ queryKey: ["tray-item"] });
    void queryClient.invalidateQueries({ queryKey: ["overview"] });
  },
});

export function useDecisions() {
  const line = useSyncExternalStore(decisionLine.subscribe, decisionLine.read);
  const { isOnline } = useConnection();
  useEffect(() => {
    if (isOnline) decisionLine.flush();
  }, [isOnline]);
  return line;
}

/** Takes back what was decided last: here before it left, else on the server. */
export function useUndo(undoable: Decided | null) {
  const line = useSyncExternalStore(decisionLine.subscribe, decisionLine.read);
  const [failure, setFailure] = useState<unknown>(null);
  const [undoneId, setUndoneId] = useState<number | null>(null);
  const unsent = line.waiting.findLast((decision) => decision.state !== "taken_back");
  const onServer = [line.last, undoable].find((decided) => decided && decided.id !== undoneId) ?? null;

  /** Answers with the item that is back in the tray. */
  const undo = useCallback(async (): Promise<number | null> => {
    if (unsent) {
      decisionLine.takeBack(unsent.key);
      return unsent.item.id;
    }
    if (!onServer) return null;
    setUndoneId(onServer.id);
    try {
      const { messageIds } = await call(trayApi.undoDecision, { params: { id: onServer.id } });
      decisionLine.forget(messageIds);
      setFailure(null);
      await queryClient.invalidateQueries({ queryKey: ["tray"] });
      return messageIds.length > 0 ? Math.min(...messageIds) : null;
    } catch (error) {
      setFailure(error);
      setUndoneId(null);
      return null;
    }
  }, [unsent, onServer]);

  /** What a rule decided was wrong: back in the tray, and in hand. */
  const undoRuled = useCallback(async (id: number): Promise<number | null> => {
    try {
      const { messageIds } = await call(trayApi.undoDecision, { params: { id } });
      decisionLine.forget(messageIds);
      setFailure(null);
      void queryClient.invalidateQueries({ queryKey: ["desk-day"] });
      await queryClient.invalidateQueries({ queryKey: ["tray"] });
      return messageIds.length > 0 ? Math.min(...messageIds) : null;
    } catch (error) {
      setFailure(error);
      return null;
    }
  }, []);

  return {
    undo,
    undoRuled,
    canUndo: Boolean(unsent ?? onServer),
    failure,
    forgetFailure: () => setFailure(null),
  };
}
