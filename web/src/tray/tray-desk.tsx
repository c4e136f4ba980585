import type { UseQueryResult } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Category } from "../../../shared/api/system.ts";
import type { Decided, TrayItem, TrayItemPage } from "../../../shared/api/tray.ts";
import { Button } from "../ui/button.tsx";
import { ErrorPanel } from "../ui/error-panel.tsx";
import { Loading, StripSkeleton } from "../ui/skeleton.tsx";
import { announce } from "../ui/status-region.tsx";
import { type Deciding, DecisionBar } from "./decision-bar.tsx";
import type { DecisionLine } from "./decision-line.ts";
import { type Fields, fieldsOf } from "./item-fields.ts";
import { OpenWithClient } from "./open-with-client.tsx";
import { RefusedPanel } from "./refused-panel.tsx";
import { TrayFacts } from "./tray-facts.tsx";
import { LeavingItem, TrayItemCard } from "./tray-item-card.tsx";
import type { useUndo } from "./use-decisions.ts";
import { decisionLine } from "./use-decisions.ts";

type Props = {
  item: TrayItem;
  page: UseQueryResult<TrayItemPage> | undefined;
  next: TrayItem | null;
  categories: readonly Category[];
  line: DecisionLine;
  lastHere: Decided | null;
  undoing: ReturnType<typeof useUndo>;
  onUndo: () => void;
  onDecided: () => void;
};

/** The item in hand, what will happen with it, and the five keys. */
export function TrayDesk({
  item,
  page,
  next,
  categories,
  line,
  lastHere,
  undoing,
  onUndo,
  onDecided,
}: Props) {
  const { t } = useTranslation("tray");
  const { t: word } = useTranslation();
  const [edited, setEdited] = useState<{ itemId: number; fields: Fields } | null>(null);
  const [leaving, setLeaving] = useState<TrayItemPage | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const data = page?.data;
  const fields = edited?.itemId === item.id ? edited.fields : data ? fieldsOf(data) : null;

  const decide: Deciding = (kind, strip) => {
    const title = kind === "opens" ? fields?.title.trim() || (data?.suggestedTitle ?? "") : null;
    if (kind === "opens" && !title) return;
    decisionLine.decide({
      key: crypto.randomUUID(),
      item,
      title: title ?? strip?.title ?? null,
      at: Date.now(),
      ask: {
        messageIds: item.messageIds,
        kind,
        requestId: strip?.id ?? null,
        title,
        categoryId: kind === "opens" ? (fields?.categoryId ?? null) : null,
        priority: fields?.priority ?? "normal",
        place: kind === "opens" ? fields?.place.trim() || null : null,
      },
    });
    if (data) setLeaving(data);
    // Whoever decided from a field would lose their place with it.
    if (document.activeElement?.closest("form")) heading.current?.focus();
    announce(
      t("said.decided", {
        what: word(`decision.${kind}`),
        next: next ? (next.contact?.name ?? t("queue.nobody")) : t("empty.title"),
      }),
    );
    onDecided();
  };

  return (
    <>
      <div className="relative min-w-0 pb-4 md:pt-4 min-[68.75rem]:-mx-2 min-[68.75rem]:h-full min-[68.75rem]:overflow-y-auto min-[68.75rem]:px-2">
        <RefusedPanel line={line} undoing={undoing} />
        {page?.error && !data ? (
          <ErrorPanel title={t("itemError.title")}>
            <p>{t("itemError.text")}</p>
            <Button className="mt-3" kind="primary" onClick={() => void page.refetch()}>
              {t("error.again")}
            </Button>
          </ErrorPanel>
        ) : data ? (
          <div className="relative">
            <TrayItemCard page={data} headingRef={heading} />
            {leaving && leaving.item.id !== data.item.id && (
              <LeavingItem page={leaving} onGone={() => setLeaving(null)} />
            )}
            <OpenWithClient requests={data.requests} />
          </div>
        ) : (
          <Loading>
            <StripSkeleton className="min-h-64" />
          </Loading>
        )}
      </div>
      <TrayFacts
        fields={fields}
        categories={categories}
        onChange={(next) => setEdited({ itemId: item.id, fields: next })}
        onOpen={() => decide("opens", null)}
      />
      <DecisionBar
        key={item.id}
        item={item}
        requests={data?.requests ?? []}
        title={fields?.title ?? ""}
        isReady={data !== undefined}
        last={line.last ?? lastHere}
        canUndo={undoing.canUndo}
        onUndo={onUndo}
        onDecide={decide}
      />
    </>
  );
}
