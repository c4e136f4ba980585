import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import type { Strip as StripData } from "../../../shared/api/requests.ts";
import { isOpen, requestRef } from "../../../shared/request.ts";
import { cx } from "./class-names.ts";
import { ChasedChip, ClockChip } from "./clock-chip.tsx";
import { useFormat } from "./format.ts";
import { HandoverGlyph } from "./glyphs.tsx";
import { type Holder, holderOf, lateMs, type Viewer } from "./holder.ts";
import { useNow } from "./now.ts";
import { StripTimes } from "./strip-times.tsx";
import { Track } from "./track.tsx";
import { WaitsOn } from "./waits-on-mark.tsx";

type Props = ComponentProps<"article"> & {
  strip: StripData;
  me: Viewer;
  density?: "regular" | "compact";
  isSelected?: boolean;
};

/** A request as every screen shows it: what, who, since when, on whom it waits, what next. No message text. */
export function Strip({ strip, me, density = "regular", isSelected = false, className, ...rest }: Props) {
  const now = useNow();
  const holder = holderOf(strip, me);
  return (
    <article
      {...rest}
      data-holder={holder}
      className={cx(
        "on-strip relative block rounded-strip shadow-1",
        holder === "you" && "border-s-3 border-hand-fill",
        isSelected && "shadow-2 outline-2 outline-focus",
        className,
      )}
    >
      {density === "compact" ? (
        <CompactFace strip={strip} holder={holder} now={now} />
      ) : (
        <RegularFace strip={strip} holder={holder} now={now} />
      )}
    </article>
  );
}

type Face = { strip: StripData; holder: Holder; now: number };

function RegularFace({ strip, holder, now }: Face) {
  const late = isOpen(strip.state) ? lateMs(strip, now) : 0;
  const windowLeft = strip.windowClosesAt === null ? 0 : Date.parse(strip.windowClosesAt) - now;
  return (
    <div className={cx("flex flex-col pe-3 pt-2.5 pb-1.5", holder === "you" ? "ps-[9px]" : "ps-3")}>
      <StripHead strip={strip} now={now} />
      <h3 className="aligned mt-1 line-clamp-2 text-title font-semibold" dir="auto">
        {strip.title}
      </h3>
      <ClientLine strip={strip} className="mt-1" />
      <div className="mt-1.5 flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <WaitsOn holder={holder} name={holder === "us" ? strip.owner?.name : null} />
        {late > 0 && <ClockChip kind="late" ms={late} />}
        {windowLeft > 0 && <ClockChip kind="window" ms={windowLeft} />}
        {strip.chases > 0 && <ChasedChip times={strip.chases} />}
      </div>
      <StripTimes strip={strip} now={now} className="mt-1" />
      <OwnerLine strip={strip} className="mt-1" />
      <Track state={strip.state} holder={holder} className="mt-0.5" />
    </div>
  );
}

/** Fixed height for desks with over sixty open: title, waiting-on, next step, promise. */
function CompactFace({ strip, holder, now }: Face) {
  const { t } = useTranslation();
  const { age, duration } = useFormat();
  const late = isOpen(strip.state) ? lateMs(strip, now) : 0;
  return (
    <div className={cx("flex h-22 flex-col justify-center pe-3", holder === "you" ? "ps-[9px]" : "ps-3")}>
      <div className="flex items-center gap-2">
        {strip.unread && <UnreadDot />}
        <h3 className="aligned min-w-0 flex-1 truncate text-title font-semibold" dir="auto">
          {strip.title}
        </h3>
        <span
          className={cx("text-label whitespace-nowrap", late > 0 ? "font-semibold text-late" : "text-ink3")}
        >
          {late > 0 ? t("chip.late", { time: duration(late) }) : age(strip.stateSince, now)}
        </span>
      </div>
      <WaitsOn holder={holder} name={holder === "us" ? strip.owner?.name : null} className="mt-0.5" />
      <StripTimes strip={strip} now={now} className="mt-0.5" />
    </div>
  );
}

function UnreadDot() {
  const { t } = useTranslation("kit");
  return (
    <span className="size-1.75 shrink-0 rounded-full bg-ink">
      <span className="sr-only">{t("strip.unread")}</span>
    </span>
  );
}

function StripHead({ strip, now }: { strip: StripData; now: number }) {
  const { t } = useTranslation();
  const { age } = useFormat();
  const isUrgent = strip.priority === "high" || strip.priority === "urgent";
  return (
    <div className="flex items-center gap-1.5 text-label text-ink3">
      {strip.unread && <UnreadDot />}
      <bdi dir="ltr">{requestRef(strip.id)}</bdi>
      {isUrgent && <span className="font-semibold text-ink2">{t(`priority.${strip.priority}`)}</span>}
      {strip.category && (
        <bdi className="aligned min-w-0 flex-1 truncate" title={strip.category.name}>
          {strip.category.name}
        </bdi>
      )}
      <time dateTime={strip.stateSince} className="ms-auto whitespace-nowrap">
        {age(strip.stateSince, now)}
      </time>
    </div>
  );
}

/** Two boxes side by side, so that a name too long is cut at its own end in either direction. */
function ClientLine({ strip, className }: { strip: StripData; className?: string }) {
  const { t } = useTranslation("kit");
  return (
    <p className={cx("flex text-line text-ink2", className)}>
      <bdi className="max-w-[70%] shrink-0 truncate">{strip.client?.name ?? t("strip.noClient")}</bdi>
      {strip.place && (
        <>
          <span className="whitespace-pre">{t("comma")}</span>
          <bdi className="truncate">{strip.place}</bdi>
        </>
      )}
    </p>
  );
}

/** Owner ⫽ worker: who passes to whom. */
function OwnerLine({ strip, className }: { strip: StripData; className?: string }) {
  const { t } = useTranslation("kit");
  if (!strip.owner && !strip.worker) return null;
  return (
    <p className={cx("flex items-center gap-1.5 text-label text-ink3", className)}>
      {strip.owner && <bdi className="truncate">{strip.owner.name}</bdi>}
      {strip.worker && (
        <>
          <HandoverGlyph />
          <span className="sr-only">{t("strip.handover")}</span>
          <bdi className="truncate">{strip.worker.name}</bdi>
        </>
      )}
    </p>
  );
}
