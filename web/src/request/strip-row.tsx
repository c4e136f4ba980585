import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Strip } from "../../../shared/api/requests.ts";
import { isOpen, requestRef } from "../../../shared/request.ts";
import { useMe } from "../api/queries.ts";
import { cx } from "../ui/class-names.ts";
import { ChasedChip, ClockChip } from "../ui/clock-chip.tsx";
import { useFormat } from "../ui/format.ts";
import { holderOf, lateMs } from "../ui/holder.ts";
import { useNow } from "../ui/now.ts";
import { StateWord } from "../ui/state-word.tsx";
import { NextStepWords } from "../ui/strip-times.tsx";
import { Track } from "../ui/track.tsx";
import { WaitsOn } from "../ui/waits-on-mark.tsx";
import { ClientAndPlace } from "./client-and-place.tsx";

/** A strip lying down: one line over its track, for lists. The whole of it leads to the request. */
export function StripRow({
  strip,
  lead,
  hasClient,
}: {
  strip: Strip;
  lead?: ReactNode;
  hasClient?: boolean;
}) {
  const now = useNow();
  const me = useMe();
  const { column, columnRest } = useFormat();
  const holder = holderOf(strip, me);
  const late = isOpen(strip.state) ? lateMs(strip, now) : 0;
  const { nextStep } = strip;
  return (
    <article
      className={cx(
        "on-strip relative rounded-strip px-3 pt-2 pb-1.5 shadow-1 has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-offset-2 has-[a:focus-visible]:outline-focus hover:shadow-2",
        holder === "you" && "border-s-3 border-hand-fill ps-[9px]",
      )}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {lead}
        <bdi dir="ltr" className="text-label text-ink3">
          {requestRef(strip.id)}
        </bdi>
        <Link
          to="/requests/$id"
          params={{ id: String(strip.id) }}
          className="aligned min-w-32 flex-1 truncate text-title font-semibold outline-none after:absolute after:inset-0"
          dir="auto"
        >
          {strip.title}
        </Link>
        {isOpen(strip.state) ? (
          <WaitsOn holder={holder} name={holder === "us" ? strip.owner?.name : null} />
        ) : (
          <StateWord state={strip.state} className="text-label" />
        )}
        {late > 0 && <ClockChip kind="late" ms={late} />}
        {strip.chases > 0 && <ChasedChip times={strip.chases} />}
        {nextStep && (
          <span className="text-label text-ink2">
            <NextStepWords step={nextStep} />{" "}
            <time dateTime={nextStep.at} className="font-semibold">
              {column(nextStep.at, now)} {columnRest(nextStep.at, now)}
            </time>
          </span>
        )}
      </div>
      {hasClient && <ClientAndPlace strip={strip} className="truncate text-line text-ink2" />}
      <Track state={strip.state} holder={holder} className="mt-0.5" />
    </article>
  );
}
