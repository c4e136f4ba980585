import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Present } from "../../../shared/api/desk.ts";
import type { Category } from "../../../shared/api/system.ts";
import type { Decided, TrayItem, TrayItemPage } from "../../../shared/api/tray.ts";
import { Button } from "../ui/button.tsx";
import { ErrorPanel } from "../ui/error-panel.tsx";
import { Loading, StripSkeleton } from "../ui/skeleton.tsx";
import { type Deciding, DecisionBar } from "./decision-bar.tsx";
import type { DecisionLine } from "./decision-line.ts";
import { proposedOf } from "./decision-target.ts";
import { OpenWithClient } from "./open-with-client.tsx";
import { PresenceLine } from "./presence-mark.tsx";
import { RefusedPanel } from "./refused-panel.tsx";
import { SplitPanel } from "./split-panel.tsx";
import { SuggestionPanel } from "./suggestion-panel.tsx";
import { LeavingItem, TrayItemCard } from "./tray-item-card.tsx";
import type { useUndo } from "./use-decisions.ts";
import { useDesk } from "./use-desk.ts";

type Props = {
  item: TrayItem;
  page: { data: TrayItemPage | undefined; error: unknown; refetch: () => void };
  next: TrayItem | null;
  others: readonly Present[];
  categories: readonly Category[];
  line: DecisionLine;
  lastHere: Decided | null;
  undoing: ReturnType<typeof useUndo>;
  canUndo: boolean;
  isReplying: boolean;
  snoozeFailure: { error: unknown; onDismiss: () => void };
  onUndo: () => void;
  onSnooze: (item: TrayItem, until: Date | null) => void;
  onReply: (isReplying: boolean) => void;
  onKeep: () => void;
};

/** The item in hand, what will happen with it, and the five keys. */
export function TrayDesk(props: Props) {
  const { item, page, line, undoing } = props;
  const [leaving, setLeaving] = useState<TrayItemPage | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { data } = page;
  const desk = useDesk(item, data, props.next);
  const { fields, marked } = desk;
  const suggestion = data?.suggestion ?? null;
  const proposed = useMemo(() => proposedOf(suggestion, data?.requests ?? []), [suggestion, data?.requests]);

  const decide: Deciding = (kind, strip, owner) => {
    if (desk.decide(kind, strip, owner) && data) setLeaving(data);
    // Whoever decided from a field would lose their place with it.
    if (document.activeElement?.closest("form, section")) heading.current?.focus();
  };
  return (
    <>
      <div className="relative min-w-0 pb-4 md:pt-4 min-[68.75rem]:-mx-2 min-[68.75rem]:h-full min-[68.75rem]:overflow-y-auto min-[68.75rem]:px-2">
        <RefusedPanel line={line} undoing={undoing} snooze={props.snoozeFailure} />
        <PresenceLine others={props.others} />
        {data && marked && (
          <SplitPanel messages={data.messages} marked={marked} onMark={desk.mark} onClose={desk.split} />
        )}
        {data ? (
          <div className="relative">
            <TrayItemCard page={data} headingRef={heading} />
            {leaving && leaving.item.id !== data.item.id && (
              <LeavingItem page={leaving} onGone={() => setLeaving(null)} />
            )}
            <OpenWithClient requests={data.requests} />
          </div>
        ) : (
          <ItemOnItsWay error={page.error} onAgain={page.refetch} />
        )}
      </div>
      <SuggestionPanel
        key={`why-${item.id}`}
        page={data}
        proposed={proposed}
        fields={fields}
        categories={props.categories}
        onChange={(next) => {
          props.onKeep();
          desk.change(next);
        }}
        onDecide={decide}
      />
      <DecisionBar
        key={`keys-${item.id}`}
        item={item}
        requests={data?.requests ?? []}
        proposed={proposed}
        proposedReply={data?.suggestion?.quickReplyId ?? null}
        title={fields?.title ?? ""}
        owner={fields?.owner ?? desk.me}
        isReady={data !== undefined}
        isReplying={props.isReplying}
        isSplitting={marked !== null}
        last={line.last ?? props.lastHere}
        canUndo={props.canUndo}
        onUndo={props.onUndo}
        onDecide={decide}
        onSnooze={(until) => props.onSnooze(item, until)}
        onReply={props.onReply}
        onSplit={() => {
          props.onKeep();
          desk.split();
        }}
        onKeep={props.onKeep}
      />
    </>
  );
}

function ItemOnItsWay({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const { t } = useTranslation("tray");
  if (!error)
    return (
      <Loading>
        <StripSkeleton className="min-h-64" />
      </Loading>
    );
  return (
    <ErrorPanel title={t("itemError.title")}>
      <p>{t("itemError.text")}</p>
      <Button className="mt-3" kind="primary" onClick={onAgain}>
        {t("error.again")}
      </Button>
    </ErrorPanel>
  );
}
