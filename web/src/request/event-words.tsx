import i18next from "i18next";
import { useTranslation } from "react-i18next";
import type { RequestEvent } from "../../../shared/api/requests.ts";
import type { en } from "../texts/en.ts";
import { cx } from "../ui/class-names.ts";
import { useFormat } from "../ui/format.ts";
import { BrokenGlyph, ChaseGlyph, ClockGlyph, HandoverGlyph, TickGlyph } from "../ui/glyphs.tsx";
import { useNow } from "../ui/now.ts";
import { StateMark } from "../ui/state-mark.tsx";
import { RequestLinks } from "./mend/request-links.tsx";
import { useList } from "./use-list.ts";

type Kind = keyof (typeof en)["domain"]["event"];

/** Kinds are the server's to add to: one without a word yet is shown by its code. */
const isKnown = (kind: string): kind is Kind => i18next.exists(`domain:event.${kind}`);

const instant = (value: unknown): string | null =>
  typeof value === "string" && !Number.isNaN(Date.parse(value)) ? value : null;
const named = (value: unknown): string => (typeof value === "string" ? isolated(value) : "");

/** A name keeps its own direction within a sentence of another script. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;

/** The mark of what happened, for a rail or a list of times. */
export function EventMark({ event, className }: { event: RequestEvent; className?: string }) {
  if (event.state) return <StateMark state={event.state} className={className} />;
  switch (event.kind) {
    case "chased":
      return <ChaseGlyph className={cx("size-3.5! text-late", className)} />;
    case "promise_broken":
      return <BrokenGlyph className={cx("text-late", className)} />;
    case "promised":
    case "promise_withdrawn":
      return <ClockGlyph className={cx("size-3.5! text-ink2", className)} />;
    case "promise_kept":
    case "confirmed":
      return <TickGlyph className={cx("size-3.5! text-ink2", className)} />;
    case "handed_over":
      return <HandoverGlyph className={cx("size-3.5! text-ink2", className)} />;
    default:
      return <span className={cx("size-1.5 rounded-full bg-line2", className)} aria-hidden="true" />;
  }
}

/** What happened, who did it and through what, and the word written with it. Without any message's text. */
export function EventWords({ event }: { event: RequestEvent }) {
  const { t } = useTranslation("request");
  const { t: mend } = useTranslation("mend");
  const { t: word } = useTranslation();
  const { column, columnRest } = useFormat();
  const list = useList();
  const now = useNow();
  const { facts } = event;
  const isLate = event.kind === "chased" || event.kind === "promise_broken";
  const head =
    event.state && event.kind !== "undone" && event.kind !== "merged"
      ? word(`state.${event.state}`)
      : isKnown(event.kind)
        ? word(`event.${event.kind}`)
        : event.kind;
  const promised = instant(facts.promiseAt);
  const count = typeof facts.messageCount === "number" ? facts.messageCount : 0;
  const parts = [
    promised && [column(promised, now), columnRest(promised, now)].filter(Boolean).join(" "),
    event.kind === "opened" && count > 0 && t("event.fromMessages", { count }),
    event.kind === "opened" && facts.ruleNames && t("event.byRules", { names: named(facts.ruleNames) }),
    ...mendedWords(facts, event.kind, mend),
    event.kind === "assigned" && facts.workerName && t("event.to", { name: named(facts.workerName) }),
    event.kind === "handed_over" && facts.ownerName && t("event.to", { name: named(facts.ownerName) }),
    event.kind === "changed" && changedWords(facts.changed, t),
    event.actor.name && t("event.by", { name: named(event.actor.name) }),
    event.through !== "screen" && word(`through.${event.through}`),
    facts.undone === true && t("event.undone"),
  ].filter((part): part is string => typeof part === "string" && part !== "");
  return (
    <span className={cx("min-w-0 text-body text-ink2", facts.undone === true && "line-through")}>
      <strong className={cx("font-semibold", isLate ? "text-late" : "text-ink")}>{head}</strong>
      <RequestLinks facts={facts} />
      {parts.length > 0 && <bdi> {list(parts)}</bdi>}
      {event.text && event.kind !== "note" && (
        <>
          : <bdi className="text-ink">“{event.text}”</bdi>
        </>
      )}
    </span>
  );
}

const MENDED = new Set(["split", "merged", "messages_left", "messages_came"]);

function mendedWords(
  { messageCount: count, toRequestId, isKept }: RequestEvent["facts"],
  kind: string,
  t: ReturnType<typeof useTranslation<"mend">>["t"],
): string[] {
  if (!MENDED.has(kind)) return [];
  return [
    ...(typeof count === "number" && count > 0 ? [t("event.messages", { count })] : []),
    ...(kind === "messages_left" && toRequestId === undefined ? [t("event.toTray")] : []),
    ...(isKept === true ? [t("event.alsoThere")] : []),
  ];
}

const FIELDS = ["title", "place", "category", "area", "priority", "nextStep"] as const;

function changedWords(changed: unknown, t: ReturnType<typeof useTranslation<"request">>["t"]): string {
  const fields = typeof changed === "string" ? changed.split(",") : [];
  return FIELDS.filter((field) => fields.includes(field))
    .map((field) => t(`field.${field}`))
    .join(", ");
}
