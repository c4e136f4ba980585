/** Dragging strips with the mouse: the shortcut for what M does by keyboard. */
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { useCallback, useEffectEvent, useState } from "react";
import type { Strip } from "../../../shared/api/requests.ts";
import type { State } from "../../../shared/request.ts";

const STRIP = Symbol("strip");

/** Puts the strip itself into the drag, so that a column knows it without looking it up. */
export function useDraggable(strip: Strip) {
  const [isDragged, setIsDragged] = useState(false);
  const ref = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined;
      return draggable({
        element,
        getInitialData: () => ({ [STRIP]: strip }),
        onDragStart: () => setIsDragged(true),
        onDrop: () => setIsDragged(false),
      });
    },
    [strip],
  );
  return { ref, isDragged };
}

const stripIn = (data: Record<string | symbol, unknown>): Strip | null =>
  STRIP in data ? (data[STRIP] as Strip) : null;

/** Every column takes the drop: one that may not be is refused with its reason, not silently ignored. */
export function useDropTarget(state: State, onDrop: (strip: Strip, to: State) => void) {
  const [isOver, setIsOver] = useState(false);
  const dropped = useEffectEvent(onDrop);
  const ref = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined;
      return dropTargetForElements({
        element,
        canDrop: ({ source }) => stripIn(source.data) !== null,
        onDragEnter: ({ source }) => setIsOver(stripIn(source.data)?.state !== state),
        onDragLeave: () => setIsOver(false),
        onDrop: ({ source }) => {
          setIsOver(false);
          const strip = stripIn(source.data);
          if (strip && strip.state !== state) dropped(strip, state);
        },
      });
    },
    [state],
  );
  return { ref, isOver };
}
