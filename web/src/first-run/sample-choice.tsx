import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SampleDay } from "../../../shared/api/system.ts";
import type { State } from "../../../shared/request.ts";
import { useMe } from "../api/queries.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { Dialog, DialogFoot } from "../ui/dialog.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { KeyHint } from "../ui/key-hint.tsx";
import { LargeTrack } from "../ui/large-track.tsx";
import { useKey } from "../ui/use-key.ts";
import { SampleQuotes } from "./sample-quotes.tsx";
import { useSampleDay } from "./use-sample-day.ts";

/** How far the day is, said by the track: not begun, playing, all there. */
const STATE_OF: Record<SampleDay["state"], State> = {
  absent: "new",
  starting: "new",
  playing: "ready",
  played: "ready",
};

/** Messages of a service business arriving live; started, watched and removed here. */
export function SampleChoice() {
  const { t } = useTranslation(["firstRun", "kit"]);
  const me = useMe();
  const { day, start, remove } = useSampleDay();
  const failureWords = useFailureWords();
  const isThere = day !== undefined && day.state !== "absent";
  const isAdmin = me.role === "admin";
  const error = failureWords(start.error ?? remove.error);
  const begin = () => {
    if (isAdmin && !isThere && !start.isPending) start.mutate();
  };
  useKey("Digit1", begin);
  return (
    <section className="on-strip relative z-1 flex flex-col rounded-panel px-7 py-7 shadow-2 max-sm:px-4">
      <h2 className="flex items-center justify-between gap-3 text-head font-semibold">
        {t("sample.title")}
        {!isThere && <KeyHint keys="Digit1" className="text-ink2" />}
      </h2>
      <p className="mt-2 max-w-100 text-ink2">{t("sample.lead")}</p>
      <LargeTrack state={STATE_OF[day?.state ?? "absent"]} holder="you" className="mt-6" />
      <SampleQuotes />
      <div className="mt-auto flex flex-wrap items-center gap-x-3.5 gap-y-2 pt-7">
        {isThere ? (
          <>
            <Link to="/tray" className={buttonClass("primary", "large")}>
              {t("sample.open")}
            </Link>
            {isAdmin && (
              <Link to="/phones" className={buttonClass("plain", "large")}>
                {t("sample.phones")}
              </Link>
            )}
            {isAdmin && <RemoveDay isBusy={remove.isPending} onRemove={() => remove.mutate()} />}
          </>
        ) : (
          <>
            <Button
              kind="primary"
              size="large"
              shortcut="Enter"
              disabled={!isAdmin || start.isPending}
              onClick={begin}
            >
              {t(start.isPending ? "sample.starting" : "sample.start")}
            </Button>
            <span className="text-line text-ink3">{t(isAdmin ? "sample.facts" : "sample.adminOnly")}</span>
          </>
        )}
      </div>
      <p role="status" className="mt-3 text-line text-ink2 empty:hidden">
        {isThere && t("sample.progress", { sent: day.sent, total: day.total })}
      </p>
      {error && (
        <p role="alert" className="mt-3 font-medium text-late">
          {error}
        </p>
      )}
    </section>
  );
}

function RemoveDay({ isBusy, onRemove }: { isBusy: boolean; onRemove: () => void }) {
  const { t } = useTranslation(["firstRun", "kit"]);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button kind="quiet" size="large" disabled={isBusy} onClick={() => setAsking(true)}>
        {t("sample.remove")}
      </Button>
      {isAsking && (
        <Dialog title={t("sample.removeAsk")} onClose={() => setAsking(false)}>
          <p className="text-ink2">{t("sample.removeLead")}</p>
          <DialogFoot>
            <Button
              kind="primary"
              onClick={() => {
                setAsking(false);
                onRemove();
              }}
            >
              {t("sample.remove")}
            </Button>
            <Button kind="quiet" onClick={() => setAsking(false)}>
              {t("kit:cancel")}
            </Button>
          </DialogFoot>
        </Dialog>
      )}
    </>
  );
}
