import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Strip } from "../../../shared/api/requests.ts";
import { PromiseDialog } from "../request/facts/promise-dialog.tsx";
import { MoveDialog } from "../request/move/move-dialog.tsx";
import { RefusalPanel } from "../request/move/refusal-panel.tsx";
import { useMove } from "../request/move/use-move.ts";
import { useNow } from "../ui/now.ts";
import { type ArrowKey, useArrowKeys } from "../ui/use-arrow-keys.ts";
import { useKey } from "../ui/use-key.ts";
import { BoardColumns } from "./board-columns.tsx";
import { BoardHead } from "./board-head.tsx";
import { BoardError, BoardLoading } from "./board-states.tsx";
import { OpenDialog } from "./open-dialog.tsx";
import { Peek } from "./peek.tsx";
import { findStrip, type Step, stepFrom } from "./selection.ts";
import { useArrivals } from "./use-arrivals.ts";
import { filedIn, type Scope, useBoard } from "./use-board.ts";

/** Left and right are directions of the eye: they turn round where one reads from the right. */
function stepBy(key: Exclude<ArrowKey, "Enter">): Step {
  const isReversed = document.documentElement.dir === "rtl";
  switch (key) {
    case "ArrowDown":
      return "next";
    case "ArrowUp":
      return "previous";
    case "ArrowRight":
      return isReversed ? "start" : "end";
    case "ArrowLeft":
      return isReversed ? "end" : "start";
    default:
      return key satisfies never;
  }
}

type Open = "promise" | "new" | null;

/** The board with its peek: arrows select, keys act on the selected strip, a drag is the shortcut. */
export function BoardDesk() {
  const { t } = useTranslation("board");
  const search = useSearch({ from: "/shell/board" });
  const navigate = useNavigate();
  const now = useNow();
  const moving = useMove();
  const [open, setOpen] = useState<Open>(null);
  const scope: Scope = {
    ...(search.scope === "team" ? { scope: "team", teamId: search.team } : { scope: search.scope ?? "all" }),
    ...filedIn(search),
  };
  const { board, isLoading, error, refetch, teams, loadMore } = useBoard(scope, moving.pending, now);
  const arrived = useArrivals(board, moving.pending?.strip.id ?? null);
  const columns = board?.columns ?? [];
  const selected = findStrip(columns, search.peek ?? null);

  const select = useCallback(
    (id: number | undefined) =>
      void navigate({ to: "/board", search: (before) => ({ ...before, peek: id }), replace: true }),
    [navigate],
  );
  const openPage = useCallback(
    (strip: Strip) => void navigate({ to: "/requests/$id", params: { id: String(strip.id) } }),
    [navigate],
  );
  const go = (step: Step) => {
    const next = stepFrom(columns, selected?.id ?? null, step);
    if (next) select(next.id);
    return next !== null;
  };
  const isOff = !board;
  useKey("KeyJ", () => go("next"), { isOff });
  useKey("KeyK", () => go("previous"), { isOff });
  useKey("Escape", () => select(undefined), { isOff: !selected || moving.refusal !== null });
  useKey("KeyM", () => selected && moving.ask(selected, null), { isOff: !selected });
  useKey("KeyP", () => setOpen("promise"), { isOff: !selected });
  useKey("KeyN", () => setOpen("new"));
  useKey("KeyZ", () => void moving.undo(selected));

  useArrowKeys((key) => {
    if (key !== "Enter") return go(stepBy(key));
    if (selected) openPage(selected);
    return selected !== null;
  });

  if (error) return <BoardError onAgain={() => void refetch()} />;
  return (
    <div className="relative flex h-full min-h-0">
      <div className="flex min-w-0 flex-1 flex-col">
        <BoardHead board={board} scope={scope} teams={teams} onNew={() => setOpen("new")} />
        <RefusalPanel
          moving={moving}
          className="absolute start-5 top-14 z-20 w-[min(38rem,calc(100%-2.5rem))]"
        />
        {isLoading || !board ? (
          <BoardLoading />
        ) : (
          <BoardColumns
            columns={board.columns}
            selectedId={selected?.id ?? null}
            arrived={arrived}
            onSelect={select}
            onOpen={openPage}
            onDrop={moving.ask}
            onEnd={loadMore}
          />
        )}
      </div>
      {selected && (
        <Peek
          strip={selected}
          moving={moving}
          onStep={go}
          onClose={() => select(undefined)}
          onOpen={() => openPage(selected)}
          onPromise={() => setOpen("promise")}
        />
      )}
      {moving.asking && (
        <MoveDialog
          strip={moving.asking.strip}
          to={moving.asking.to}
          onMove={(ask, workerName) =>
            moving.asking && void moving.send(moving.asking.strip, ask, workerName)
          }
          onClose={moving.stopAsking}
        />
      )}
      {open === "promise" && selected && <PromiseDialog strip={selected} onClose={() => setOpen(null)} />}
      {open === "new" && <OpenDialog onClose={() => setOpen(null)} onOpened={(strip) => select(strip.id)} />}
      <h1 className="sr-only">{t("title")}</h1>
    </div>
  );
}
