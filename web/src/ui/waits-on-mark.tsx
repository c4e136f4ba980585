import { useTranslation } from "react-i18next";
import { cx } from "./class-names.ts";
import type { Holder } from "./holder.ts";

function shape(holder: Holder) {
  switch (holder) {
    case "you":
      return (
        <>
          <circle cx="6" cy="6" r="6" className="fill-hand-fill" />
          <path d="m4 8.3 4-4.6" className="stroke-strip" strokeWidth="2" strokeLinecap="round" />
        </>
      );
    case "us":
      return <circle cx="6" cy="6" r="5.5" className="fill-ink" />;
    case "client":
      return <circle cx="6" cy="6" r="4.4" className="stroke-out" strokeWidth="2" />;
    case "worker":
      return <path d="M6 1 11.4 10.8H.6Z" className="fill-ink2" />;
    case "third_party":
      return <path d="m6 .9 5.1 5.1L6 11.1.9 6Z" className="stroke-ink2" strokeWidth="1.6" />;
    case "nobody":
      return <path d="M1.5 6h9" className="stroke-ink3" strokeWidth="1.6" />;
    default:
      return holder satisfies never;
  }
}

/** 12 px mark of whom a request waits on. Its words stand beside it. */
export function WaitsOnMark({ holder, className }: { holder: Holder; className?: string }) {
  return (
    <svg viewBox="0 0 12 12" fill="none" className={cx("size-3 shrink-0", className)} aria-hidden="true">
      {shape(holder)}
    </svg>
  );
}

/** The mark with its words: "In your hands", "Waits on us, Yusuf". */
export function WaitsOn({
  holder,
  name,
  className,
}: {
  holder: Holder;
  name?: string | null;
  className?: string;
}) {
  const { t } = useTranslation();
  const words = holder === "us" && name ? t("waits.usNamed", { name }) : t(`waits.${holder}`);
  return (
    <span
      className={cx(
        "inline-flex min-w-0 items-center gap-1.5 text-label font-semibold",
        holder === "you" ? "text-hand" : holder === "client" ? "text-out" : "text-ink",
        className,
      )}
    >
      <WaitsOnMark holder={holder} />
      <bdi className="truncate">{words}</bdi>
    </span>
  );
}
