import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeadDelivery } from "../../../shared/api/intake.ts";
import { useConnection } from "../live.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorPanel } from "../ui/error-panel.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { Loading, StripSkeleton } from "../ui/skeleton.tsx";
import { BodyDialog } from "./body-dialog.tsx";
import { ReplayLine } from "./replay-line.tsx";
import { StuckRow } from "./stuck-row.tsx";
import { useDead } from "./use-intake.ts";
import { useReplay } from "./use-replay.ts";

/** What could not be recorded, newest first, with why, and another try. */
export function StuckPart() {
  const { t } = useTranslation(["intake", "kit"]);
  const dead = useDead();
  const replaying = useReplay();
  const failureWords = useFailureWords();
  const { isOnline } = useConnection();
  const [looking, setLooking] = useState<DeadDelivery | null>(null);
  const rows = dead.data?.pages.flatMap((page) => page.dead) ?? [];
  const isOff = replaying.isRunning || !isOnline;
  return (
    <section className="flex min-w-0 flex-col gap-3" aria-labelledby="stuck-title">
      <div
        className={rows.length > 0 ? "flex min-h-9 flex-wrap items-center justify-between gap-3" : "contents"}
      >
        <h2 id="stuck-title" className={rows.length > 0 ? "text-head font-semibold" : "sr-only"}>
          {t("stuck.title")}
        </h2>
        {rows.length > 1 && (
          <Button kind="primary" disabled={isOff} onClick={replaying.all}>
            {t("stuck.all")}
          </Button>
        )}
      </div>
      {replaying.run && <ReplayLine run={replaying.run} onStop={replaying.stop} />}
      {dead.isPending && (
        <Loading className="flex flex-col gap-2">
          <StripSkeleton />
          <StripSkeleton />
        </Loading>
      )}
      {dead.isError && (
        <ErrorPanel
          title={t("error")}
          actions={[{ text: t("kit:tryAgain"), onPress: () => void dead.refetch() }]}
        >
          {failureWords(dead.error)}
        </ErrorPanel>
      )}
      {dead.data && rows.length === 0 && (
        <EmptyState title={t("stuck.none")}>{t("stuck.noneText")}</EmptyState>
      )}
      {rows.length > 0 && (
        <ul className="on-strip rounded-panel shadow-1">
          {rows.map((delivery) => (
            <StuckRow
              key={delivery.id}
              delivery={delivery}
              isOff={isOff}
              onReplay={() => replaying.one(delivery.id)}
              onLook={() => setLooking(delivery)}
            />
          ))}
        </ul>
      )}
      {dead.hasNextPage && (
        <Button className="self-start" disabled={dead.isFetching} onClick={() => void dead.fetchNextPage()}>
          {t("stuck.more")}
        </Button>
      )}
      {rows.length > 0 && (
        <p className="text-label text-ink3">
          <bdi>{t("stuck.by")}</bdi>
        </p>
      )}
      {looking && <BodyDialog delivery={looking} onClose={() => setLooking(null)} />}
    </section>
  );
}
