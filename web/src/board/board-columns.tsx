import { useTranslation } from "react-i18next";
import type { BoardColumn as Column, Strip } from "../../../shared/api/requests.ts";
import { isOpen, type State } from "../../../shared/request.ts";
import { cx } from "../ui/class-names.ts";
import { HandoverGlyph } from "../ui/glyphs.tsx";
import { BoardColumn } from "./board-column.tsx";
import { GAP, GROUPS, openStates, SPINE } from "./column-layout.ts";
import { Spine } from "./spine.tsx";
import { useElementWidth } from "./use-element-width.ts";

type Props = {
  columns: readonly Column[];
  selectedId: number | null;
  arrived: ReadonlySet<number>;
  onSelect: (id: number) => void;
  onOpen: (strip: Strip) => void;
  onDrop: (strip: Strip, to: State) => void;
  onEnd: (state: State) => void;
};

/** Groups of columns, with the hand-over points between them. */
export function BoardColumns({ columns, selectedId, arrived, onSelect, onOpen, onDrop, onEnd }: Props) {
  const { t } = useTranslation("board");
  const [ref, width] = useElementWidth();
  const focused =
    columns.find((column) => column.strips.some((strip) => strip.id === selectedId))?.state ?? null;
  const open = openStates(width, window.innerWidth, focused);
  return (
    <div ref={ref} className="ms-5 me-2 flex min-h-0 flex-1" style={{ gap: GAP }}>
      {width > 0 &&
        GROUPS.map((group) => {
          const slots = slotsOf(group.states, open);
          const grows = group.states.filter((state) => open.has(state)).length;
          return (
            <section
              key={group.name}
              aria-label={t(`group.${group.name}`)}
              className="flex min-h-0 min-w-0 flex-col"
              style={{
                flexGrow: grows,
                flexBasis: (slots.length - grows) * SPINE + (slots.length - 1) * GAP,
              }}
            >
              <h2
                title={t(`group.${group.name}`)}
                className="flex h-7 w-0 min-w-full items-center gap-2 overflow-hidden text-label whitespace-nowrap text-ink2"
              >
                {(group.name === "worker" || group.name === "client") && <HandoverGlyph />}
                <span className="truncate">{t(`group.${group.name}`)}</span>
              </h2>
              <div className="flex min-h-0 flex-1" style={{ gap: GAP }}>
                {slots.map((states) => {
                  const [state] = states;
                  const column = columns.find((each) => each.state === state);
                  if (!column || !state) return null;
                  return (
                    <div key={state} className={cx("flex min-h-0 min-w-0", open.has(state) && "flex-1")}>
                      {open.has(state) ? (
                        <BoardColumn
                          column={column}
                          selectedId={selectedId}
                          arrived={arrived}
                          onSelect={onSelect}
                          onOpen={onOpen}
                          onDrop={onDrop}
                          onEnd={() => onEnd(state)}
                        />
                      ) : (
                        <div className="flex min-h-0 flex-col" style={{ gap: GAP }}>
                          {states.map((each) => {
                            const folded = columns.find((other) => other.state === each);
                            return (
                              folded && <Spine key={each} column={folded} onOpen={onSelect} onDrop={onDrop} />
                            );
                          })}
                        </div>
                      )}
                    </div>
                  );
                })}
              </div>
            </section>
          );
        })}
    </div>
  );
}

/** Each open column by itself; folded ones that are over share one slot, so that there is room for work. */
function slotsOf(states: readonly State[], open: ReadonlySet<State>): State[][] {
  const over = states.filter((state) => !isOpen(state) && !open.has(state));
  const others = states.filter((state) => !over.includes(state)).map((state) => [state]);
  return over.length > 0 ? [...others, over] : others;
}
