/** Moving a request: shown at once, refused with its reason, undone with one key. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Strip } from "../../../../shared/api/requests.ts";
import { checkMove, movesFor, requestRef, type State } from "../../../../shared/request.ts";
import { ApiFailure } from "../../api/call.ts";
import { queryClient, useMe } from "../../api/queries.ts";
import { announce } from "../../ui/status-region.tsx";
import { type MoveAsk, moveRequest, showChanged, undoRequest } from "../use-request.ts";

export type Refusal = { strip: Strip; to: State | null; error: unknown };
/** Under way: what was asked, so that a board can show it where it goes. */
export type Pending = { strip: Strip; ask: MoveAsk; workerName?: string };

export const movableOf = (strip: Strip) => ({
  state: strip.state,
  returnsTo: strip.returnsTo,
  needsWork: strip.category?.needsWork ?? true,
  ownerAccountId: strip.owner?.kind === "account" ? strip.owner.id : null,
});

/** A broken promise is not closed over in silence. */
export const needsWordOnPromise = (strip: Strip, to: State): boolean =>
  to === "closed" && strip.promise?.state === "broken";

export type Moving = ReturnType<typeof useMove>;

export function useMove() {
  const { t } = useTranslation("request");
  const { t: word } = useTranslation();
  const me = useMe();
  const [pending, setPending] = useState<Pending | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  /** A move that asks for something first. */
  const [asking, setAsking] = useState<{ strip: Strip; to: State | null } | null>(null);
  const [lastId, setLastId] = useState<number | null>(null);

  const send = async (strip: Strip, ask: MoveAsk, workerName?: string) => {
    setAsking(null);
    setRefusal(null);
    setPending({ strip, ask, workerName });
    try {
      showChanged(await moveRequest(strip.id, { version: strip.version, ...ask }));
      setLastId(strip.id);
      announce(t("said.moved", { ref: requestRef(strip.id), state: word(`state.${ask.to}`) }));
    } catch (error) {
      setRefusal({ strip, to: ask.to, error });
    } finally {
      setPending(null);
    }
  };

  /** Goes at once when nothing more is needed; else asks, or says why it cannot be. */
  const ask = (strip: Strip, to: State | null) => {
    if (to === strip.state) return;
    if (to === null) return setAsking({ strip, to });
    const move = movesFor(movableOf(strip), me.role, me.id).find((each) => each.to === to);
    if (move && move.needs.length === 0 && !needsWordOnPromise(strip, to)) return void send(strip, { to });
    if (move) return setAsking({ strip, to });
    const filled = { reason: "x", workerId: 1, waitsOn: "client" } as const;
    const checked = checkMove(movableOf(strip), { to, by: me.role, accountId: me.id, ...filled });
    if (checked.ok) return;
    const detail = checked.role ? { role: checked.role } : {};
    setRefusal({ strip, to, error: new ApiFailure(`move_${checked.why}`, "", 409, detail) });
  };

  const undo = async (strip: Strip | null) => {
    const id = lastId ?? strip?.id;
    if (id === undefined) return;
    try {
      showChanged(await undoRequest(id));
      // Messages may be back where they were, here or in the tray.
      for (const key of [["conversation"], ["tray"]]) void queryClient.invalidateQueries({ queryKey: key });
      setLastId(null);
      announce(t("said.undone", { ref: requestRef(id) }));
    } catch (error) {
      if (strip) setRefusal({ strip, to: null, error });
    }
  };

  return {
    pending,
    refusal,
    asking,
    ask,
    send,
    undo,
    stopAsking: () => setAsking(null),
    forgetRefusal: () => setRefusal(null),
  };
}
