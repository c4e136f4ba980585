import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TrayItem } from "../../../shared/api/tray.ts";
import { useMe } from "../api/queries.ts";
import { Button } from "../ui/button.tsx";
import { ErrorPanel } from "../ui/error-panel.tsx";
import { Loading, StripSkeleton } from "../ui/skeleton.tsx";
import { announce } from "../ui/status-region.tsx";
import { useArrowKeys } from "../ui/use-arrow-keys.ts";
import { useKeys } from "./keys.ts";
import { nextFree, othersAt } from "./presence-rules.ts";
import { RuledList } from "./ruled-list.tsx";
import { SnoozedList } from "./snoozed-list.tsx";
import { TrayDesk } from "./tray-desk.tsx";
import { TrayEmpty } from "./tray-empty.tsx";
import { TrayQueue } from "./tray-queue.tsx";
import { useActKey } from "./use-act-key.ts";
import { useDecisions, useUndo } from "./use-decisions.ts";
import { useDeskDay } from "./use-desk-day.ts";
import { useSnooze } from "./use-snooze.ts";
import { useTray } from "./use-tray.ts";

/** What waits to be sorted: one item large, one key a decision, the next one there at once. */
export function TrayPage() {
  const { t } = useTranslation("desk");
  const me = useMe();
  const keys = useKeys();
  const line = useDecisions();
  const snoozing = useSnooze();
  const day = useDeskDay();
  const gone = useMemo(() => new Set([...line.decided, ...snoozing.gone]), [line.decided, snoozing.gone]);
  const [answeringId, setAnsweringId] = useState<number | null>(null);
  const tray = useTray(gone, answeringId);
  const { inHand, place, choose, keep, go } = tray.hand;
  const undoing = useUndo(tray.undoable);
  const lastDecidedAt = line.waiting.at(-1)?.at ?? (line.last ? Date.parse(line.last.at) : 0);
  const asleep = snoozing.last && snoozing.last.at > lastDecidedAt ? snoozing.last : null;
  const canUndo = asleep !== null || undoing.canUndo;
  /** What is taken back is in hand again at once. */
  const undo = async () => {
    if (asleep) {
      await snoozing.wake(asleep.id);
      return choose(asleep.itemId);
    }
    const itemId = await undoing.undo();
    if (itemId !== null) choose(itemId);
  };
  const wrong = async (id: number) => {
    const itemId = await undoing.undoRuled(id);
    if (itemId !== null) choose(itemId);
  };
  const snooze = async (item: TrayItem, until: Date | null) => {
    announce(t("snooze.said", { name: item.contact?.name ?? "" }));
    if (!(await snoozing.snooze(item, until))) choose(item.id);
  };
  useActKey(keys.next, () => go(1));
  useActKey(keys.previous, () => go(-1));
  useArrowKeys((key) => (key === "ArrowDown" ? go(1) : key === "ArrowUp" && go(-1)));
  useActKey(keys.undo, () => void undo(), !canUndo || inHand !== null);

  const around = {
    lately: tray.lately,
    line,
    day,
    snoozed: snoozing.list,
    onWake: (id: number) => void snoozing.wake(id),
    onWrong: (decided: { id: number }) => void wrong(decided.id),
  };
  if (tray.isLoading) return <TrayLoading />;
  if (tray.error) return <TrayUnread onAgain={() => void tray.refetch()} />;
  if (!inHand) return <TrayEmpty {...around} canUndo={canUndo} onUndo={() => void undo()} />;
  return (
    <div className="grid min-h-full grid-cols-1 items-start gap-x-5 px-3 md:grid-cols-[13rem_minmax(0,1fr)] md:px-5 min-[68.75rem]:h-full min-[68.75rem]:grid-cols-[16.25rem_minmax(0,1fr)_20.5rem] min-[68.75rem]:grid-rows-[minmax(0,1fr)_auto]">
      <TrayQueue
        {...around}
        items={tray.items}
        count={tray.count}
        present={tray.present}
        meId={me.id}
        inHandId={inHand.id}
        onChoose={choose}
      />
      <TrayDesk
        item={inHand}
        page={tray.page}
        next={nextFree(tray.items.toSpliced(place, 1), place, tray.present, me.id)}
        others={othersAt(inHand, tray.present, me.id)}
        categories={tray.categories}
        line={line}
        lastHere={tray.undoable}
        undoing={undoing}
        canUndo={canUndo}
        isReplying={answeringId === inHand.id}
        snoozeFailure={{ error: snoozing.failure, onDismiss: snoozing.forgetFailure }}
        onUndo={() => void undo()}
        onSnooze={(item, until) => void snooze(item, until)}
        onReply={(isReplying) => {
          keep();
          setAnsweringId(isReplying ? inHand.id : null);
        }}
        onKeep={keep}
      />
      <div className="order-1 pb-4 md:hidden">
        <SnoozedList list={around.snoozed} onWake={around.onWake} />
        <RuledList ruled={day?.ruled ?? []} onWrong={around.onWrong} hasKey={false} />
      </div>
    </div>
  );
}

function TrayUnread({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation("tray");
  return (
    <div className="max-w-150 p-5">
      <ErrorPanel title={t("error.title")}>
        <p>{t("error.text")}</p>
        <Button kind="primary" className="mt-3" onClick={onAgain}>
          {t("error.again")}
        </Button>
      </ErrorPanel>
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
