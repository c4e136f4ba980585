import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Board, Strip as StripData } from "../../../shared/api/requests.ts";
import { isOpen, type State } from "../../../shared/request.ts";
import { useMe } from "../api/queries.ts";
import { FiledFilter } from "../trade/filed-filter.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useFormat } from "../ui/format.ts";
import { isInHands } from "../ui/holder.ts";
import { useNow } from "../ui/now.ts";
import { Loading, StripSkeleton } from "../ui/skeleton.tsx";
import { StateMark } from "../ui/state-mark.tsx";
import { Strip } from "../ui/strip.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { WaitsOnMark } from "../ui/waits-on-mark.tsx";
import { BoardError } from "./board-states.tsx";
import { OpenDialog } from "./open-dialog.tsx";
import { filedIn, type Scope, useBoard } from "./use-board.ts";

const SCOPES = ["mine", "team", "all"] as const;

/** The board on a phone: what is in your hands first, then the rest by state. */
export function BoardPhone() {
  const { t } = useTranslation("board");
  const navigate = useNavigate();
  const search = useSearch({ from: "/shell/board" });
  const me = useMe();
  const now = useNow();
  const [isOpening, setIsOpening] = useState(false);
  const selected = search.scope ?? "mine";
  const scope: Scope = {
    ...(selected === "team" ? { scope: "team", teamId: search.team ?? me.teamIds[0] } : { scope: selected }),
    ...filedIn(search),
  };
  const { board, error, refetch, loadMore } = useBoard(scope, null, now);
  const content = error ? (
    <BoardError onAgain={() => void refetch()} />
  ) : board ? (
    <Groups board={board} onMore={loadMore} />
  ) : (
    <Loading className="flex flex-col gap-2 p-3">
      <StripSkeleton />
      <StripSkeleton />
    </Loading>
  );
  return (
    <div className="pb-20">
      <div className="on-panel flex items-center justify-between px-3 pt-2">
        <h1 className="text-head font-semibold">{t("title")}</h1>
        <Button kind="quiet" size="small" onClick={() => setIsOpening(true)}>
          {t("newRequest")}
        </Button>
      </div>
      <div className="on-panel flex flex-wrap gap-2 px-3 pt-1 [&>*]:min-w-0 [&>*]:flex-1">
        <FiledFilter
          chosen={{ category: search.category, area: search.area }}
          onChange={({ category, area }) =>
            void navigate({ to: "/board", search: { ...search, category, area }, replace: true })
          }
        />
      </div>
      <Tabs
        label={t("filter.label")}
        selected={selected}
        onSelect={(key) => void navigate({ to: "/board", search: { ...search, scope: key }, replace: true })}
        className="[&_[role=tablist]]:bg-panel [&_[role=tablist]]:px-3"
        pages={SCOPES.map((key) => ({
          key,
          text: t(`filter.${key}`),
          content,
        }))}
      />
      {isOpening && (
        <OpenDialog
          onClose={() => setIsOpening(false)}
          onOpened={(strip) => void navigate({ to: "/requests/$id", params: { id: String(strip.id) } })}
        />
      )}
    </div>
  );
}

function Groups({ board, onMore }: { board: Board; onMore: (state: State) => void }) {
  const { t } = useTranslation("board");
  const { t: word } = useTranslation();
  const { number } = useFormat();
  const me = useMe();
  const open = board.columns.filter((column) => isOpen(column.state));
  const yours = open.flatMap((column) => column.strips).filter((strip) => isInHands(strip, me));
  if (open.every((column) => column.count === 0))
    return (
      <div className="px-3 pt-16">
        <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>
      </div>
    );
  return (
    <div className="flex flex-col gap-4 p-3">
      {yours.length > 0 && (
        <section>
          <h2 className="mb-2 flex items-center gap-2 px-1 text-title font-semibold text-hand">
            <WaitsOnMark holder="you" /> {word("waits.you")}
            <span className="font-normal">{number(board.inYourHands)}</span>
          </h2>
          <StripList strips={yours} />
        </section>
      )}
      {open.map((column) => {
        const rest = column.strips.filter((strip) => !isInHands(strip, me));
        if (rest.length === 0) return null;
        return (
          <section key={column.state}>
            <h2 className="mb-2 flex items-center gap-2 px-1 text-title font-semibold">
              <StateMark state={column.state} /> {word(`state.${column.state}`)}
              <span className="font-normal text-ink2">{number(column.count)}</span>
            </h2>
            <StripList strips={rest} />
            {column.next && (
              <Button className="mt-2 w-full" onClick={() => onMore(column.state)}>
                {t("more")}
              </Button>
            )}
          </section>
        );
      })}
    </div>
  );
}

function StripList({ strips }: { strips: readonly StripData[] }) {
  const me = useMe();
  return (
    <ul className="flex flex-col gap-1.75">
      {strips.map((strip) => (
        <li key={strip.id} className="[contain-intrinsic-size:auto_160px] [content-visibility:auto]">
          <Link to="/requests/$id" params={{ id: String(strip.id) }} className="block rounded-strip">
            <Strip strip={strip} me={me} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
