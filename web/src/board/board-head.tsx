import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Board } from "../../../shared/api/requests.ts";
import { useMe } from "../api/queries.ts";
import { FiledFilter } from "../trade/filed-filter.tsx";
import { Button } from "../ui/button.tsx";
import { Chip } from "../ui/clock-chip.tsx";
import { BrokenGlyph, ClockGlyph } from "../ui/glyphs.tsx";
import { KeyHint } from "../ui/key-hint.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { WaitsOnMark } from "../ui/waits-on-mark.tsx";
import type { Scope } from "./use-board.ts";

type Team = { id: number; name: string };

/** Whose requests one looks at, and the figures that ask for somebody. */
export function BoardHead({
  board,
  scope,
  teams,
  onNew,
}: {
  board: Board | null;
  scope: Scope;
  teams: readonly Team[];
  onNew: () => void;
}) {
  const { t } = useTranslation("board");
  const me = useMe();
  const navigate = useNavigate();
  // One's own teams first; the others when one looks at them.
  const chosenTeam = scope.scope === "team" ? scope.teamId : undefined;
  const shownTeams = teams.filter((team) => me.teamIds.includes(team.id) || team.id === chosenTeam);
  const value = scope.scope === "team" ? `team:${chosenTeam ?? shownTeams[0]?.id ?? ""}` : scope.scope;
  const filed = { category: scope.categoryId, area: scope.areaId };
  const choose = (next: string) => {
    const [kind, id] = next.split(":");
    const search =
      kind === "team"
        ? { scope: "team" as const, team: Number(id) }
        : { scope: kind === "mine" ? ("mine" as const) : undefined };
    void navigate({ to: "/board", search: { ...search, ...filed }, replace: true });
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 pt-3 pb-2.5">
      <Segmented
        label={t("filter.label")}
        value={value}
        onChange={choose}
        choices={[
          { value: "all", text: t("filter.all") },
          { value: "mine", text: t("filter.mine") },
          ...shownTeams.map((team) => ({ value: `team:${team.id}`, text: team.name })),
        ]}
      />
      <FiledFilter
        chosen={filed}
        className="max-w-44 [&_select]:h-7.5 [&_select]:text-line [&_select]:touch:h-11"
        onChange={({ category, area }) =>
          void navigate({
            to: "/board",
            search: (before) => ({ ...before, category, area }),
            replace: true,
          })
        }
      />
      <Button kind="quiet" size="small" onClick={onNew}>
        <span className="inline-flex items-center gap-2">
          {t("newRequest")} <KeyHint keys="KeyN" />
        </span>
      </Button>
      {board && <Figures board={board} />}
    </div>
  );
}

function Figures({ board }: { board: Board }) {
  const { t } = useTranslation("board");
  const toConfirm = board.columns.find((column) => column.state === "done")?.count ?? 0;
  return (
    <p className="ms-auto flex flex-wrap items-center gap-2 text-line text-ink2">
      <span>
        {t("open", { count: board.open })}
        {toConfirm > 0 && t("toConfirm", { count: toConfirm })}
      </span>
      {board.inYourHands > 0 && (
        <Chip tone="hand" glyph={<WaitsOnMark holder="you" />}>
          {t("inYourHands", { count: board.inYourHands })}
        </Chip>
      )}
      {board.late > 0 && (
        <Chip tone="late" glyph={<ClockGlyph />}>
          {t("late", { count: board.late })}
        </Chip>
      )}
      {board.broken > 0 && (
        <Chip tone="late" glyph={<BrokenGlyph />}>
          {t("broken", { count: board.broken })}
        </Chip>
      )}
    </p>
  );
}
