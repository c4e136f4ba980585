import { useTranslation } from "react-i18next";
import type { Decided, TrayItem } from "../../../shared/api/tray.ts";
import { cx } from "../ui/class-names.ts";
import { useFormat } from "../ui/format.ts";
import { KeyHint } from "../ui/key-hint.tsx";
import { useNow } from "../ui/now.ts";
import type { DecisionLine } from "./decision-line.ts";
import { useItemWords } from "./item-words.ts";
import { LatelyList } from "./lately-list.tsx";
import { WaitingList } from "./waiting-list.tsx";

type Props = {
  items: readonly TrayItem[];
  count: number;
  inHandId: number;
  lately: readonly Decided[];
  line: DecisionLine;
  onChoose: (id: number) => void;
};

/** Who waits, oldest first. On a phone only how many, as ticks. */
export function TrayQueue({ items, count, inHandId, lately, line, onChoose }: Props) {
  const { t } = useTranslation("tray");
  return (
    <aside
      aria-label={t("queue.label")}
      className="md:sticky md:top-0 md:max-h-[calc(100dvh-5.2rem)] md:overflow-y-auto md:pb-4 min-[68.75rem]:row-span-2 min-[68.75rem]:h-full min-[68.75rem]:max-h-none"
    >
      <div className="flex min-h-11 items-center justify-between gap-3 md:min-h-0 md:pt-4 md:pb-2.5">
        <h1 className="text-[0.9375rem] leading-5 font-semibold">{t("queue.toSort", { count })}</h1>
        <span className="hidden items-center gap-2 text-label text-ink3 md:inline-flex">
          {t("queue.oldestFirst")} <KeyHint keys="KeyJ KeyK" className="gap-0.5!" />
        </span>
        <QueueTicks items={items} inHandId={inHandId} />
      </div>
      <ol className="hidden flex-col gap-1.5 md:flex">
        {items.map((item) => (
          <li key={item.id} className="[contain-intrinsic-size:auto_54px] [content-visibility:auto]">
            <QueueItem item={item} isInHand={item.id === inHandId} onChoose={onChoose} />
          </li>
        ))}
      </ol>
      <WaitingList line={line} />
      <LatelyList lately={lately} className="hidden md:block" />
    </aside>
  );
}

function QueueItem({
  item,
  isInHand,
  onChoose,
}: {
  item: TrayItem;
  isInHand: boolean;
  onChoose: (id: number) => void;
}) {
  const { t } = useTranslation("tray");
  const { age } = useFormat();
  const words = useItemWords();
  const now = useNow();
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
          <bdi>{item.contact?.name ?? t("queue.nobody")}</bdi>
          {item.contact?.isWorker && <span className="font-medium text-ink3"> {t("queue.worker")}</span>}
        </span>
        <span
          className={cx("text-label whitespace-nowrap", isInHand ? "font-semibold text-hand" : "text-ink3")}
        >
          {age(item.firstAt, now)}
        </span>
      </span>
      <span className="mt-0.5 block truncate text-label text-ink2" dir="auto">
        {item.preview ?? words(item)}
      </span>
    </button>
  );
}

const TICKS = 12;

function QueueTicks({ items, inHandId }: { items: readonly TrayItem[]; inHandId: number }) {
  return (
    <span className="flex gap-1 md:hidden" aria-hidden="true">
      {items.slice(0, TICKS).map((item) => (
        <span key={item.id} className={cx("h-1 w-4", item.id === inHandId ? "bg-hand-fill" : "bg-line2")} />
      ))}
    </span>
  );
}
