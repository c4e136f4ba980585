import type { ReactNode } from "react";
import { cx } from "../../ui/class-names.ts";
import { type Block, parseBlocks } from "../said-blocks.ts";
import { type Said as Part, parseSaid } from "../said-format.ts";

/**
 * Words as WhatsApp would show them. Only elements, never markup: what a client writes cannot become a page. Each
 * block finds its own direction, so that an Arabic line within English ones stands right.
 */
export function Said({ text, className = "said" }: { text: string; className?: string }) {
  const blocks = parseBlocks(text);
  const [first] = blocks;
  if (blocks.length <= 1 && (!first || first.kind === "plain"))
    return (
      <p dir="auto" className={className}>
        {parseSaid(text).map(drawn)}
      </p>
    );
  return (
    <div className={cx(className, "flex flex-col gap-1.5")}>
      {blocks.map((block, place) => (
        <Laid key={place} block={block} />
      ))}
    </div>
  );
}

function Laid({ block }: { block: Block }) {
  switch (block.kind) {
    case "plain": {
      const text = block.text.replace(/^\n+|\n+$/g, "");
      return text ? <p dir="auto">{parseSaid(text).map(drawn)}</p> : null;
    }
    case "quoted":
      return (
        <blockquote dir="auto" className="border-s-2 border-line2 ps-2.5 text-ink2">
          {parseSaid(block.text).map(drawn)}
        </blockquote>
      );
    case "code":
      return (
        <pre
          dir="ltr"
          className="overflow-x-auto rounded-strip bg-sunk px-2.5 py-1.5 font-mono text-[0.85em] whitespace-pre-wrap"
        >
          {block.text}
        </pre>
      );
    case "bullets":
      return (
        <ul dir="auto" className="list-disc ps-5 marker:text-ink3">
          {block.items.map((item, place) => (
            <li key={place}>{parseSaid(item).map(drawn)}</li>
          ))}
        </ul>
      );
    case "numbers":
      return (
        <ol dir="auto" className="list-decimal ps-6 marker:text-ink2">
          {block.items.map((item, place) => (
            <li key={place} value={item.number}>
              {parseSaid(item.text).map(drawn)}
            </li>
          ))}
        </ol>
      );
    default:
      return block satisfies never;
  }
}

function drawn(part: Part, place: number): ReactNode {
  switch (part.kind) {
    case "text":
      return part.text;
    case "mono":
      return (
        <code key={place} dir="ltr" className="rounded-strip bg-sunk px-1 font-mono text-[0.9em]">
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
          <bdi dir="ltr">{part.text}</bdi>
        </a>
      );
    case "bold":
      return (
        <strong key={place} className="font-semibold">
          {part.parts.map(drawn)}
        </strong>
      );
    case "italic":
      return <em key={place}>{part.parts.map(drawn)}</em>;
    case "struck":
      return <s key={place}>{part.parts.map(drawn)}</s>;
    default:
      return part satisfies never;
  }
}
