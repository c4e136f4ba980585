/** Signs on a phone's screen, drawn in one stroke width; all hidden from readers. */
import type { ReactNode } from "react";
import { cx } from "../ui/class-names.ts";

type Props = { className?: string };

function Sign({ children, className }: Props & { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={cx("size-5 shrink-0", className)}
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const PlusSign = ({ className }: Props) => (
  <Sign className={className}>
    <path d="M10 4v12M4 10h12" />
  </Sign>
);
export const DotsSign = ({ className }: Props) => (
  <Sign className={className}>
    <path d="M10 4.5v.1M10 10v.1M10 15.5v.1" strokeWidth="2.4" />
  </Sign>
);
export const MicSign = ({ className }: Props) => (
  <Sign className={className}>
    <rect x="7.5" y="2.5" width="5" height="9" rx="2.5" />
    <path d="M4.5 9.5a5.5 5.5 0 0 0 11 0M10 15v2.5" />
  </Sign>
);
export const SendSign = ({ className }: Props) => (
  <Sign className={cx("mirrored", className)}>
    <path d="M3.5 4 17 10 3.5 16l1.8-6zM5.3 10H11" />
  </Sign>
);
export const PictureSign = ({ className }: Props) => (
  <Sign className={className}>
    <rect x="2.5" y="3.5" width="15" height="13" rx="2" />
    <path d="m3 14 4-4 3.5 3.5L13 11l4 4" />
    <circle cx="13" cy="7.3" r="1.1" />
  </Sign>
);
export const FileSign = ({ className }: Props) => (
  <Sign className={className}>
    <path d="M5 2.5h6.5L15.5 6.5v11H5zM11.5 2.5v4h4" />
  </Sign>
);
export const PinSign = ({ className }: Props) => (
  <Sign className={className}>
    <path d="M10 17.5S4.5 12 4.5 8a5.5 5.5 0 0 1 11 0c0 4-5.5 9.5-5.5 9.5Z" />
    <circle cx="10" cy="8" r="1.8" />
  </Sign>
);
export const PersonSign = ({ className }: Props) => (
  <Sign className={className}>
    <circle cx="10" cy="6.8" r="3.3" />
    <path d="M3.5 17c.6-3.6 3.2-5.4 6.5-5.4s5.9 1.8 6.5 5.4" />
  </Sign>
);
export const ReplySign = ({ className }: Props) => (
  <Sign className={cx("mirrored", className)}>
    <path d="M8 4 3 9l5 5M3 9h8c4 0 6 2.5 6 7" />
  </Sign>
);
export const ForwardSign = ({ className }: Props) => (
  <Sign className={cx("mirrored", className)}>
    <path d="m12 4 5 5-5 5M17 9H9c-4 0-6 2.5-6 7" />
  </Sign>
);
export const CopySign = ({ className }: Props) => (
  <Sign className={className}>
    <rect x="6.5" y="6.5" width="10" height="11" rx="1.5" />
    <path d="M13.5 4V2.5h-10v11H5" />
  </Sign>
);
export const PenSign = ({ className }: Props) => (
  <Sign className={className}>
    <path d="m3.5 16.5.8-3.7L13.5 3.5l3 3-9.2 9.2zM11.5 5.5l3 3" />
  </Sign>
);
export const BinSign = ({ className }: Props) => (
  <Sign className={className}>
    <path d="M3.5 5.5h13M8 5V3h4v2M5 5.5l.8 12h8.4l.8-12" />
  </Sign>
);
export const ListSign = ({ className }: Props) => (
  <Sign className={className}>
    <path d="M7.5 5H17M7.5 10H17M7.5 15H17M3.5 5v.1M3.5 10v.1M3.5 15v.1" />
  </Sign>
);
export const LinkSign = ({ className }: Props) => (
  <Sign className={cx("mirrored", className)}>
    <path d="M8.5 4H4v12h12v-4.5M11.5 3.5h5v5M16 4l-7 7" />
  </Sign>
);
export const CallSign = ({ className }: Props) => (
  <Sign className={className}>
    <path d="M4 3h3.5l1.5 4-2 1.5a10 10 0 0 0 4.5 4.5L13 11l4 1.5V16a1.5 1.5 0 0 1-1.6 1.5A13.6 13.6 0 0 1 2.5 4.6 1.5 1.5 0 0 1 4 3Z" />
  </Sign>
);
export const PowerSign = ({ className }: Props) => (
  <Sign className={className}>
    <path d="M10 2.5V9M6 5a6.5 6.5 0 1 0 8 0" />
  </Sign>
);
export const BlockSign = ({ className }: Props) => (
  <Sign className={className}>
    <circle cx="10" cy="10" r="7" />
    <path d="m5.2 5.2 9.6 9.6" />
  </Sign>
);

/** One tick, two, or two in the client's blue; the word beside it says the same. */
export function Ticks({ ticks }: { ticks: 1 | 2 | "seen" }) {
  return (
    <svg
      viewBox="0 0 18 12"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={cx("h-3 w-4.5 shrink-0", ticks === "seen" && "text-out")}
      aria-hidden="true"
    >
      <path d={ticks === 1 ? "m5 6.4 2.7 2.8L13 3" : "m1.5 6.4 2.7 2.8L9.5 3M8.2 8.4l.8.8L14.5 3"} />
    </svg>
  );
}

/** Reception and battery, as at the top of any phone. */
export function PhoneSigns({ isOff }: { isOff: boolean }) {
  return (
    <svg viewBox="0 0 44 12" className="h-3 w-11" fill="currentColor" aria-hidden="true">
      {!isOff && <path d="M1 8h2.4v3H1zM4.6 6H7v5H4.6zM8.2 3.6h2.4V11H8.2zM11.8 1h2.4v10h-2.4z" />}
      <rect x="21.6" y="1.6" width="18" height="8.8" rx="2.4" fill="none" stroke="currentColor" />
      <path d="M23.4 3.4h11v5.2h-11zM41 4.2h1.2a.8.8 0 0 1 .8.8v2a.8.8 0 0 1-.8.8H41z" />
    </svg>
  );
}
