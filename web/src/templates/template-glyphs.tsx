/** Signs on a template's bubble: what a button does, what file stands above. Hidden from readers, the words say it. */
import type { ReactNode } from "react";
import { cx } from "../ui/class-names.ts";

function Drawn({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={cx("size-4 shrink-0", className)}
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export function ButtonGlyph({ kind }: { kind: string }) {
  switch (kind) {
    case "url":
      return (
        <Drawn className="mirrored">
          <path d="M9 3h4v4M13 3 7.5 8.5M11 9v3.5H3.5V5H7" />
        </Drawn>
      );
    case "phone":
      return (
        <Drawn>
          <path d="M3.5 2.5h2L7 6 5.3 7.2a8 8 0 0 0 3.5 3.5L10 9l3.5 1.5v2a1 1 0 0 1-1 1A10.5 10.5 0 0 1 2.5 3.5a1 1 0 0 1 1-1Z" />
        </Drawn>
      );
    case "copy_code":
      return (
        <Drawn>
          <path d="M5.5 5.5h7v7h-7zM3.5 10.5v-7h7" />
        </Drawn>
      );
    case "list":
      return (
        <Drawn>
          <path d="M3 4.5h10M3 8h10M3 11.5h10" />
        </Drawn>
      );
    default:
      return (
        <Drawn className="mirrored">
          <path d="M6.5 3.5 3 7l3.5 3.5M3 7h6.5a3.5 3.5 0 0 1 3.5 3.5v2" />
        </Drawn>
      );
  }
}

export function FileGlyph({ kind }: { kind: "image" | "video" | "document" | "location" }) {
  const size = "size-7";
  switch (kind) {
    case "image":
      return (
        <Drawn className={size}>
          <path d="M2.5 3.5h11v9h-11zM2.5 11l3-3 2.5 2.5L10.5 8l3 3" />
          <circle cx="6" cy="6" r=".8" />
        </Drawn>
      );
    case "video":
      return (
        <Drawn className={size}>
          <path d="M2.5 3.5h11v9h-11zM6.8 6l3 2-3 2z" />
        </Drawn>
      );
    case "document":
      return (
        <Drawn className={size}>
          <path d="M4 2.5h5.5L12 5v8.5H4zM9.5 2.5V5H12M6 8h4M6 10.5h4" />
        </Drawn>
      );
    case "location":
      return (
        <Drawn className={size}>
          <path d="M8 14s4-4 4-7.2A4 4 0 0 0 4 6.8C4 10 8 14 8 14Z" />
          <circle cx="8" cy="6.8" r="1.4" />
        </Drawn>
      );
    default:
      return kind satisfies never;
  }
}
