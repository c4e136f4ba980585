import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useOverview } from "../api/queries.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useFormat } from "../ui/format.ts";
import { KeyHint } from "../ui/key-hint.tsx";
import { DayFacts } from "./day-facts.tsx";
import { useKeys } from "./keys.ts";
import { RuledList } from "./ruled-list.tsx";
import { SnoozedList } from "./snoozed-list.tsx";
import type { Around } from "./tray-queue.tsx";
import { WaitingList } from "./waiting-list.tsx";

type Props = Around & {
  canUndo: boolean;
  onUndo: () => void;
};

/** The tray at zero: one fact, one way on. */
export function TrayEmpty({ lately, line, day, snoozed, canUndo, onUndo, onWake, onWrong }: Props) {
  const keys = useKeys();
  const { t } = useTranslation("tray");
  const { clockTime } = useFormat();
  const inYourHands = useOverview()?.inYourHands ?? 0;
  const waiting = line.waiting.findLast((decision) => decision.state !== "taken_back");
  const lastAt = waiting?.at ?? line.last?.at ?? lately[0]?.at;
  return (
    <div className="px-5 pt-[clamp(2rem,18vh,10rem)] md:ps-[clamp(1.25rem,12vw,12rem)]">
      <EmptyState
        title={t("empty.title")}
        heading="h1"
        action={
          <>
            {inYourHands > 0 && (
              <Link to="/board" search={{ scope: "mine" }} className={buttonClass("primary")}>
                {t("empty.goTo", { count: inYourHands })} <KeyHint keys="KeyG KeyB" />
              </Link>
            )}
            {canUndo && (
              <Button kind="quiet" onClick={onUndo}>
                <span className="inline-flex items-center gap-2">
                  {t("empty.undo")} <KeyHint keys={keys.undo} />
                </span>
              </Button>
            )}
          </>
        }
      >
        {lastAt ? t("empty.lastAt", { time: clockTime(lastAt) }) : t("empty.never")}{" "}
        {inYourHands > 0 ? t("empty.inYourHands", { count: inYourHands }) : t("empty.noneInYourHands")}
      </EmptyState>
      <div className="mt-6 max-w-[27rem]">
        <WaitingList line={line} />
        <DayFacts day={day} />
        <SnoozedList list={snoozed} onWake={onWake} />
        <RuledList ruled={day?.ruled ?? []} onWrong={onWrong} />
      </div>
    </div>
  );
}
