import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Trade, TradeCategory } from "../../../shared/api/trade.ts";
import type { StartingSet } from "../../../shared/trade.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { AwayPart } from "./away-part.tsx";
import { CategoryDialog } from "./category-dialog.tsx";
import { CategoryHead, CategoryRow } from "./category-row.tsx";
import { MergeDialog } from "./merge-dialog.tsx";
import { SetDialog } from "./set-dialog.tsx";
import { StartWith } from "./start-with.tsx";
import { UnusedPart } from "./unused-part.tsx";
import type { Standing } from "./use-standing.ts";

type Open =
  | { kind: "write"; category: TradeCategory | null }
  | { kind: "merge"; category: TradeCategory }
  | { kind: "set"; first: StartingSet | null }
  | null;

export function CategoriesTab({
  trade,
  standing,
  mayChange,
}: {
  trade: Trade;
  standing: Standing;
  mayChange: boolean;
}) {
  const { t } = useTranslation("trade");
  const navigate = useNavigate();
  const { start } = useSearch({ from: "/shell/settings/trade" });
  const [open, setOpen] = useState<Open>(start && mayChange ? { kind: "set", first: start } : null);
  const close = () => {
    setOpen(null);
    if (start) void navigate({ to: "/settings/trade", search: {}, replace: true });
  };
  const inUse = trade.categories.filter(({ isArchived }) => !isArchived);
  const teams = trade.teams.filter(({ isArchived }) => !isArchived);
  const teamName = (id: number | null) => teams.find((team) => team.id === id)?.name ?? null;
  // Nobody has made it theirs yet.
  const isFresh = inUse.every(({ broughtBy }) => broughtBy === "first");
  return (
    <div className="flex flex-col gap-4 pt-4">
      {mayChange && isFresh && <StartWith onDone={standing.tell} />}
      {mayChange && (
        <div className="flex flex-wrap items-center gap-2">
          <Button
            kind={isFresh ? "plain" : "primary"}
            shortcut="KeyN"
            onClick={() => setOpen({ kind: "write", category: null })}
          >
            {t("category.add")}
          </Button>
          {!isFresh && (
            <Button kind="quiet" onClick={() => setOpen({ kind: "set", first: null })}>
              {t("sets.button")}
            </Button>
          )}
        </div>
      )}
      {inUse.length > 0 ? (
        <div>
          <CategoryHead />
          <ul className="on-strip rounded-panel shadow-1">
            {inUse.map((category) => (
              <CategoryRow
                key={category.id}
                category={category}
                teamName={teamName(category.teamId)}
                mayChange={mayChange}
                canMerge={inUse.length > 1}
                onChange={() => setOpen({ kind: "write", category })}
                onMerge={() => setOpen({ kind: "merge", category })}
                onPutAway={() => void standing.putAway("category", category)}
              />
            ))}
          </ul>
        </div>
      ) : (
        <EmptyState title={t("category.none")}>{t("category.noneText")}</EmptyState>
      )}
      {mayChange && <UnusedPart categories={trade.categories} standing={standing} />}
      <AwayPart
        kind="category"
        // What was never used leaves no trace.
        rows={trade.categories.filter(
          ({ isUsed, mergedInto, broughtBy }) => isUsed || mergedInto || !broughtBy,
        )}
        standing={standing}
        mayChange={mayChange}
      />
      {open?.kind === "write" && <CategoryDialog category={open.category} teams={teams} onClose={close} />}
      {open?.kind === "set" && <SetDialog first={open.first} onDone={standing.tell} onClose={close} />}
      {open?.kind === "merge" && (
        <MergeDialog
          kind="category"
          row={open.category}
          others={inUse.filter(({ id }) => id !== open.category.id)}
          onMerge={(into) => standing.mergeInto("category", open.category, into)}
          onClose={close}
        />
      )}
    </div>
  );
}
