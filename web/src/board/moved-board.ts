/** The board as it will be: a move shown before the server has answered. */
import type { Board, BoardColumn, Strip } from "../../../shared/api/requests.ts";
import { DEFAULT_STEP, isOpen, type State, type WaitsOn, waitsOnIn } from "../../../shared/request.ts";

export type AskedMove = { to: State; workerName?: string; workerId?: number; waitsOn?: WaitsOn | null };

export function movedStrip(strip: Strip, move: AskedMove, now: number): Strip {
  const worker =
    move.workerId && move.workerName ? { id: move.workerId, name: move.workerName } : strip.worker;
  const keepsWorker = move.to === "ready" || move.to === "new" ? null : worker;
  const step = move.to === "closed" || move.to === "cancelled" ? null : DEFAULT_STEP[move.to];
  return {
    ...strip,
    state: move.to,
    stateSince: new Date(now).toISOString(),
    returnsTo: move.to === "waiting" ? strip.state : null,
    worker: keepsWorker,
    waitsOn: waitsOnIn(move.to, keepsWorker !== null, move.waitsOn ?? null),
    nextStep: step ? { code: step.step, text: null, at: new Date(now + step.afterMs).toISOString() } : null,
    owner: isOpen(move.to) ? strip.owner : null,
  };
}

function without(column: BoardColumn, id: number): BoardColumn {
  const strips = column.strips.filter((strip) => strip.id !== id);
  return strips.length === column.strips.length ? column : { ...column, strips, count: column.count - 1 };
}

/** The strip taken out of its column and put first into the one of its state. */
export function withStrip(board: Board, strip: Strip): Board {
  const columns = board.columns.map((column) => {
    const rest = without(column, strip.id);
    if (column.state !== strip.state) return rest;
    const place = column.strips.findIndex((other) => other.id === strip.id);
    if (place >= 0) {
      const strips = column.strips.map((other) => (other.id === strip.id ? strip : other));
      return { ...column, strips };
    }
    return { ...rest, strips: [strip, ...rest.strips], count: rest.count + 1 };
  });
  return { ...board, columns };
}
