/** Moving the selection over the board: up and down in a column, across to the nearest filled one. */
import type { BoardColumn, Strip } from "../../../shared/api/requests.ts";

export type Step = "next" | "previous" | "start" | "end";

type Place = { column: number; row: number };

function placeOf(columns: readonly BoardColumn[], id: number | null): Place | null {
  if (id === null) return null;
  for (const [column, { strips }] of columns.entries()) {
    const row = strips.findIndex((strip) => strip.id === id);
    if (row >= 0) return { column, row };
  }
  return null;
}

export const findStrip = (columns: readonly BoardColumn[], id: number | null): Strip | null => {
  const place = placeOf(columns, id);
  return place ? (columns[place.column]?.strips[place.row] ?? null) : null;
};

function across(columns: readonly BoardColumn[], from: Place, by: 1 | -1): Strip | null {
  for (let column = from.column + by; column >= 0 && column < columns.length; column += by) {
    const strips = columns[column]?.strips ?? [];
    if (strips.length > 0) return strips[Math.min(from.row, strips.length - 1)] ?? null;
  }
  return null;
}

/** "start" and "end" are directions of reading; null when there is nothing further that way. */
export function stepFrom(columns: readonly BoardColumn[], id: number | null, step: Step): Strip | null {
  const place = placeOf(columns, id);
  if (!place) return columns.find((column) => column.strips.length > 0)?.strips[0] ?? null;
  switch (step) {
    case "next":
      return columns[place.column]?.strips[place.row + 1] ?? null;
    case "previous":
      return columns[place.column]?.strips[place.row - 1] ?? null;
    case "start":
      return across(columns, place, -1);
    case "end":
      return across(columns, place, 1);
    default:
      return step satisfies never;
  }
}
