/** Strips that came to their column while one looked on: they fade in there, and are told politely. */
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Board } from "../../../shared/api/requests.ts";
import { requestRef, type State } from "../../../shared/request.ts";
import { announce } from "../ui/status-region.tsx";

type Places = ReadonlyMap<number, State>;

const placesOf = (board: Board): Places =>
  new Map(board.columns.flatMap(({ state, strips }) => strips.map((strip) => [strip.id, state] as const)));

const NONE: ReadonlySet<number> = new Set();

/** Only moves between seen columns count: what scrolled into view or was loaded later has not moved. */
function movedBetween(before: Places, after: Places): ReadonlySet<number> {
  const moved = [...after].filter(([id, state]) => before.has(id) && before.get(id) !== state);
  return moved.length > 0 ? new Set(moved.map(([id]) => id)) : NONE;
}

export function useArrivals(board: Board | null, ownId: number | null): ReadonlySet<number> {
  const { t } = useTranslation("board");
  const { t: word } = useTranslation();
  const [seen, setSeen] = useState<{ board: Board | null; places: Places; arrived: ReadonlySet<number> }>({
    board: null,
    places: new Map(),
    arrived: NONE,
  });
  if (board && board !== seen.board) {
    const places = placesOf(board);
    setSeen({ board, places, arrived: movedBetween(seen.places, places) });
  }
  const { arrived, places } = seen;
  useEffect(() => {
    for (const id of arrived) {
      const state = places.get(id);
      if (state && id !== ownId)
        announce(t("said.movedByOther", { ref: requestRef(id), state: word(`state.${state}`) }));
    }
  }, [arrived, places, ownId, t, word]);
  return arrived;
}
