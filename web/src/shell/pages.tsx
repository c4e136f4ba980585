/** The pages of the bar and the phone's tabs, in their order. */
import type { ReactNode } from "react";

export type PageName = "tray" | "board" | "requests" | "contacts";

export const PAGES = [
  { name: "tray", to: "/tray", keys: "KeyG KeyT" },
  { name: "board", to: "/board", keys: "KeyG KeyB" },
  { name: "requests", to: "/requests", keys: "KeyG KeyR" },
  { name: "contacts", to: "/contacts", keys: "KeyG KeyC" },
] as const satisfies readonly { name: PageName; to: string; keys: string }[];

const SHAPES: Record<PageName, ReactNode> = {
  tray: <path d="M2.5 11.5 5 4.5h10l2.5 7v4h-15Zm0 0h4l1.2 2h4.6l1.2-2h4" />,
  board: <path d="M3 5h14M3 10h9M3 15h12" />,
  requests: <path d="M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM13 13l4 4" />,
  contacts: <path d="M10 10a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM3.8 17a6.2 6.2 0 0 1 12.4 0" />,
};

export const PageGlyph = ({ name }: { name: PageName }) => (
  <svg
    viewBox="0 0 20 20"
    className="size-5"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinejoin="round"
    strokeLinecap="round"
    aria-hidden="true"
  >
    {SHAPES[name]}
  </svg>
);
