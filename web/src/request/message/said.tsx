import type { ReactNode } from "react";
import { type Said as Part, parseSaid } from "../said-format.ts";

/** Words as WhatsApp would show them. Only elements, never markup: what a client writes cannot become a page. */
export function Said({ text, className }: { text: string; className?: string }) {
  return (
    <p dir="auto" className={className ?? "said"}>
      {parseSaid(text).map(drawn)}
    </p>
  );
}

function drawn(part: Part, place: number): ReactNode {
  switch (part.kind) {
    case "text":
      return part.text;
    case "mono":
      return (
        <code key={place} className="rounded-strip bg-sunk px-1 font-mono text-[0.9em]">
          {part.text}
        </code>
      );
    case "link":
      return (
        <a
          key={place}
          href={part.href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="underline underline-offset-2"
        >
          <bdi dir="ltr">{part.href}</bdi>
        </a>
      );
    case "bold":
      return <strong key={place}>{part.parts.map(drawn)}</strong>;
    case "italic":
      return <em key={place}>{part.parts.map(drawn)}</em>;
    case "struck":
      return <s key={place}>{part.parts.map(drawn)}</s>;
    default:
      return part satisfies never;
  }
}
