import { useTranslation } from "react-i18next";
import type { BoardColumn, Strip } from "../../../shared/api/requests.ts";
import { isOpen, type State } from "../../../shared/request.ts";
import { useMe } from "../api/queries.ts";
import { cx } from "../ui/class-names.ts";
import { useFormat } from "../ui/format.ts";
import { isInHands, lateMs } from "../ui/holder.ts";
import { useNow } from "../ui/now.ts";
import { StateMark } from "../ui/state-mark.tsx";
import { useDropTarget } from "./drag.ts";

const TICKS = 40;

type Props = {
  column: BoardColumn;
  onOpen: (id: number) => void;
  onDrop: (strip: Strip, to: State) => void;
};

/** A folded column: its mark, count and word, and a tick for each strip; a late one is longer. */
export function Spine({ column, onOpen, onDrop }: Props) {
  const { t } = useTranslation("board");
  const { t: word } = useTranslation();
  const { number } = useFormat();
  const me = useMe();
  const now = useNow();
  const target = useDropTarget(column.state, onDrop);
  const first = column.strips[0];
  const name = t("spine.open", { state: word(`state.${column.state}`), count: column.count });
  return (
    <button
      ref={target.ref}
      type="button"
      data-spine
      title={name}
      disabled={!first}
      onClick={() => first && onOpen(first.id)}
      className={cx(
        "on-panel flex min-h-28 w-9.5 grow flex-col items-center gap-2.5 overflow-hidden rounded-strip pt-3 pb-2 hover:bg-strip disabled:hover:bg-panel",
        target.isOver && "outline-2 outline-focus",
      )}
    >
      <StateMark state={column.state} />
      <span className="text-line font-semibold">{number(column.count)}</span>
      <span className="text-line font-semibold [writing-mode:vertical-rl]">
        {word(`state.${column.state}`)}
      </span>
      <span
        className="mt-1 flex min-h-0 flex-1 flex-col items-center gap-1 overflow-hidden"
        aria-hidden="true"
      >
        {column.strips.slice(0, TICKS).map((strip) => {
          const isLate = isOpen(strip.state) && (lateMs(strip, now) > 0 || strip.promise?.state === "broken");
          return (
            <span
              key={strip.id}
              className={cx(
                "h-0.75 shrink-0",
                isLate ? "w-5.5 bg-late" : isInHands(strip, me) ? "w-4 bg-hand-fill" : "w-4 bg-line2",
              )}
            />
          );
        })}
      </span>
    </button>
  );
}
