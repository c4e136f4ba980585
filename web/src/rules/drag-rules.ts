/** Dragging a rule to another place: the shortcut for what the arrows on its handle do. */
import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { useCallback, useEffectEvent, useRef, useState } from "react";

const PLACE = Symbol("place of a rule");

const placeIn = (data: Record<string | symbol, unknown>): number | null =>
  typeof data[PLACE] === "number" ? data[PLACE] : null;

/** @param onMove from which place to which */
export function useDragPlace(place: number, isOff: boolean, onMove: (from: number, to: number) => void) {
  const handle = useRef<HTMLButtonElement>(null);
  const [isDragged, setIsDragged] = useState(false);
  const [isOver, setIsOver] = useState(false);
  const move = useEffectEvent(onMove);
  const ref = useCallback(
    (element: HTMLElement | null) => {
      if (!element || isOff) return undefined;
      return combine(
        draggable({
          element,
          ...(handle.current && { dragHandle: handle.current }),
          getInitialData: () => ({ [PLACE]: place }),
          onDragStart: () => setIsDragged(true),
          onDrop: () => setIsDragged(false),
        }),
        dropTargetForElements({
          element,
          canDrop: ({ source }) => placeIn(source.data) !== null,
          onDragEnter: ({ source }) => setIsOver(placeIn(source.data) !== place),
          onDragLeave: () => setIsOver(false),
          onDrop: ({ source }) => {
            setIsOver(false);
            const from = placeIn(source.data);
            if (from !== null && from !== place) move(from, place);
          },
        }),
      );
    },
    [place, isOff],
  );
  return { ref, handle, isDragged, isOver };
}
