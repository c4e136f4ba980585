import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Present } from "../../../shared/api/desk.ts";
import type { TrayItem } from "../../../shared/api/tray.ts";
import { requestRef } from "../../../shared/request.ts";
import { isolated } from "../request/event-words.tsx";
import { cx } from "../ui/class-names.ts";
import { useFormat } from "../ui/format.ts";
import { useNow } from "../ui/now.ts";
import { useItemWords } from "./item-words.ts";
import { PresenceMark } from "./presence-mark.tsx";

type Props = {
  item: TrayItem;
  isInHand: boolean;
  others: readonly Present[];
  onChoose: (id: number) => void;
};

/** One that waits: who, how long, the first words, and what it may be. Drawn again only when it changes. */
export const QueueItem = memo(function QueueItem({ item, isInHand, others, onChoose }: Props) {
  const { t } = useTranslation("tray");
  const { t: desk } = useTranslation("desk");
  const { age } = useFormat();
  const words = useItemWords();
  const now = useNow();
  const { contact, hint, isUrgent, wroteAgainAt } = item;
  return (
    <button
      type="button"
      aria-current={isInHand ? "true" : undefined}
      onClick={() => onChoose(item.id)}
      className={cx(
        "block w-full rounded-strip py-2 pe-3 text-start touch:min-h-11",
        isInHand ? "on-strip border-s-3 border-hand-fill ps-[9px] shadow-1" : "on-panel ps-3 hover:bg-strip",
      )}
    >
      <span className="flex items-baseline justify-between gap-2">
        <span className="min-w-0 truncate text-title font-semibold">
          <bdi>{contact?.name ?? t("queue.nobody")}</bdi>
          {contact?.isWorker && <span className="font-medium text-ink3"> {t("queue.worker")}</span>}
        </span>
        <span className="inline-flex items-center gap-1.5 self-center">
          <PresenceMark others={others} />
          <span
            className={cx("text-label whitespace-nowrap", isInHand ? "font-semibold text-hand" : "text-ink3")}
          >
            {age(item.firstAt, now)}
          </span>
        </span>
      </span>
      <span className="aligned mt-0.5 block truncate text-label text-ink2" dir="auto">
        {item.preview ?? words(item)}
      </span>
      {(hint || isUrgent || wroteAgainAt) && (
        <span className="mt-0.5 flex flex-wrap items-center gap-x-2 text-label">
          {isUrgent && <span className="font-semibold text-late">{desk("queue.urgent")}</span>}
          {wroteAgainAt && <span className="text-ink2">{desk("queue.again")}</span>}
          {hint && (
            <span className="truncate text-ink3">
              {desk(`hint.${hint.kind}`, { ref: hint.requestId ? isolated(requestRef(hint.requestId)) : "" })}
            </span>
          )}
        </span>
      )}
    </button>
  );
});
