import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { BoardColumn as Column, Strip as StripData } from "../../../shared/api/requests.ts";
import type { State } from "../../../shared/request.ts";
import { useMe } from "../api/queries.ts";
import { cx } from "../ui/class-names.ts";
import { useFormat } from "../ui/format.ts";
import { StateMark } from "../ui/state-mark.tsx";
import { Strip } from "../ui/strip.tsx";
import { useDraggable, useDropTarget } from "./drag.ts";

const GAP = 7;
const USUAL_HEIGHT = 168;
/** So many strips before the end the next ones are asked for. */
const NEAR_END = 12;

type Props = {
  column: Column;
  selectedId: number | null;
  arrived: ReadonlySet<number>;
  onSelect: (id: number) => void;
  onOpen: (strip: StripData) => void;
  onDrop: (strip: StripData, to: State) => void;
  onEnd: () => void;
};

/** One state: its word and count, and as many strips as fit the screen, however many there are. */
export function BoardColumn({ column, selectedId, arrived, onSelect, onOpen, onDrop, onEnd }: Props) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { state, strips } = column;
  const scroller = useRef<HTMLDivElement>(null);
  const target = useDropTarget(state, onDrop);
  const rows = useVirtualizer({
    count: strips.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (place) => strips[place]?.id ?? place,
    gap: GAP,
    overscan: 4,
    paddingStart: 6,
    paddingEnd: 16,
    onChange: (list) => {
      const last = list.getVirtualItems().at(-1)?.index ?? 0;
      if (column.next && last >= strips.length - NEAR_END) onEnd();
    },
  });
  const place = strips.findIndex((strip) => strip.id === selectedId);
  useLayoutEffect(() => {
    if (place < 0) return;
    rows.scrollToIndex(place, { align: "auto" });
    focusStrip(scroller.current, selectedId);
  }, [place, selectedId, rows]);

  const headId = `column-${state}`;
  return (
    <div
      ref={target.ref}
      className={cx(
        "flex min-h-0 min-w-0 flex-1 flex-col rounded-panel",
        target.isOver && "bg-sunk outline-2 outline-focus",
      )}
    >
      <h3
        id={headId}
        className="flex h-8 shrink-0 items-center gap-2 border-b border-line2 text-title font-semibold"
      >
        <StateMark state={state} />
        <span className="min-w-0 flex-1 truncate">{t(`state.${state}`)}</span>
        <span className="text-body font-normal text-ink2">{number(column.count)}</span>
      </h3>
      <div ref={scroller} className="-mx-1.5 min-h-0 flex-1 overflow-y-auto px-1.5 [scrollbar-width:thin]">
        <div
          role="listbox"
          aria-labelledby={headId}
          tabIndex={-1}
          className="relative outline-none"
          style={{ height: rows.getTotalSize() }}
        >
          {rows.getVirtualItems().map((row) => {
            const strip = strips[row.index];
            return strip ? (
              <div
                // The strip's own, not the virtualizer's, which lags by a drawing: a focused strip must not become another.
                key={strip.id}
                data-index={row.index}
                ref={rows.measureElement}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${row.start}px)` }}
                role="presentation"
              >
                <Option
                  strip={strip}
                  isSelected={strip.id === selectedId}
                  isFirst={row.index === 0 && place < 0}
                  hasArrived={arrived.has(strip.id)}
                  position={row.index + 1}
                  count={column.count}
                  onSelect={onSelect}
                  onOpen={onOpen}
                />
              </div>
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
}

/** The focus follows the selection unless somebody writes elsewhere; a dialog that asked about the strip closes first. */
function focusStrip(scroller: HTMLElement | null, id: number | null): void {
  requestAnimationFrame(() => {
    const held = document.activeElement;
    const dialog = held?.closest("dialog");
    if (dialog) {
      dialog.addEventListener("close", () => focusStrip(scroller, id), { once: true });
      return;
    }
    if (held && held !== document.body && !held.closest("[role=listbox],[data-spine]")) return;
    scroller?.querySelector<HTMLElement>(`[data-request="${id}"]`)?.focus({ preventScroll: true });
  });
}

type OptionProps = {
  strip: StripData;
  isSelected: boolean;
  isFirst: boolean;
  hasArrived: boolean;
  position: number;
  count: number;
  onSelect: (id: number) => void;
  onOpen: (strip: StripData) => void;
};

/** Scrolling draws the column again with every row that comes; the rows that stay are not drawn again. */
const Option = memo(function Option(props: OptionProps) {
  const { strip, isSelected, isFirst, hasArrived, position, count, onSelect, onOpen } = props;
  const me = useMe();
  const drag = useDraggable(strip);
  return (
    <div
      ref={drag.ref}
      role="option"
      aria-selected={isSelected}
      aria-setsize={count}
      aria-posinset={position}
      data-request={strip.id}
      tabIndex={isSelected || isFirst ? 0 : -1}
      onClick={() => onSelect(strip.id)}
      onDoubleClick={() => onOpen(strip)}
      onKeyDown={(event) => {
        if (event.key !== " ") return;
        event.preventDefault();
        onSelect(strip.id);
      }}
      className={cx(
        "cursor-pointer rounded-strip outline-none focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-focus",
        hasArrived && "arrived",
        drag.isDragged && "opacity-40",
      )}
    >
      <Strip strip={strip} me={me} isSelected={isSelected} />
    </div>
  );
});
