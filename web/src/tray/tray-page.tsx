import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { ErrorPanel } from "../ui/error-panel.tsx";
import { Loading, StripSkeleton } from "../ui/skeleton.tsx";
import { useArrowKeys } from "../ui/use-arrow-keys.ts";
import { useKey } from "../ui/use-key.ts";
import { TrayDesk } from "./tray-desk.tsx";
import { TrayEmpty } from "./tray-empty.tsx";
import { TrayQueue } from "./tray-queue.tsx";
import { useDecisions, useUndo } from "./use-decisions.ts";
import { useTray } from "./use-tray.ts";

/** What waits to be sorted: one item large, one key a decision, the next one there at once. */
export function TrayPage() {
  const { t } = useTranslation("tray");
  const line = useDecisions();
  const [wantedId, setWantedId] = useState<number | null>(null);
  const tray = useTray(line.decided, wantedId);
  const undoing = useUndo(tray.undoable);
  const go = (by: 1 | -1): boolean => {
    const next = tray.items[tray.place + by];
    if (next) setWantedId(next.id);
    return next !== undefined;
  };
  /** What is taken back is in hand again at once. */
  const undo = async () => {
    const itemId = await undoing.undo();
    if (itemId !== null) setWantedId(itemId);
  };
  useKey("KeyJ", () => go(1));
  useKey("KeyK", () => go(-1));
  useArrowKeys((key) => (key === "ArrowDown" ? go(1) : key === "ArrowUp" && go(-1)));
  useKey("KeyZ", () => void undo(), { isOff: !undoing.canUndo });

  if (tray.isLoading) return <TrayLoading />;
  if (tray.error)
    return (
      <div className="max-w-150 p-5">
        <ErrorPanel title={t("error.title")}>
          <p>{t("error.text")}</p>
          <Button kind="primary" className="mt-3" onClick={() => void tray.refetch()}>
            {t("error.again")}
          </Button>
        </ErrorPanel>
      </div>
    );
  const { inHand, page } = tray;
  if (!inHand)
    return (
      <TrayEmpty lately={tray.lately} line={line} canUndo={undoing.canUndo} onUndo={() => void undo()} />
    );
  return (
    <div className="grid min-h-full grid-cols-1 items-start gap-x-5 px-3 md:grid-cols-[13rem_minmax(0,1fr)] md:px-5 min-[68.75rem]:h-full min-[68.75rem]:grid-cols-[16.25rem_minmax(0,1fr)_20.5rem] min-[68.75rem]:grid-rows-[minmax(0,1fr)_auto]">
      <TrayQueue
        items={tray.items}
        count={tray.count}
        inHandId={inHand.id}
        lately={tray.lately}
        line={line}
        onChoose={setWantedId}
      />
      <TrayDesk
        item={inHand}
        page={page}
        next={tray.items[tray.place + 1] ?? null}
        categories={tray.categories}
        line={line}
        lastHere={tray.undoable}
        undoing={undoing}
        onUndo={() => void undo()}
        onDecided={() => setWantedId(tray.items[tray.place + 1]?.id ?? null)}
      />
    </div>
  );
}

function TrayLoading() {
  return (
    <Loading className="grid gap-5 p-5 md:grid-cols-[16.25rem_minmax(0,1fr)]">
      <div className="hidden flex-col gap-1.5 md:flex">
        <StripSkeleton />
        <StripSkeleton />
        <StripSkeleton />
      </div>
      <StripSkeleton className="min-h-64" />
    </Loading>
  );
}
