import { useTranslation } from "react-i18next";
import type { Present, Snoozed } from "../../../shared/api/desk.ts";
import type { Decided, TrayItem } from "../../../shared/api/tray.ts";
import { cx } from "../ui/class-names.ts";
import { KeyHint } from "../ui/key-hint.tsx";
import { DayFacts, type DeskDay } from "./day-facts.tsx";
import type { DecisionLine } from "./decision-line.ts";
import { useKeys } from "./keys.ts";
import { LatelyList } from "./lately-list.tsx";
import { othersAt } from "./presence-rules.ts";
import { QueueItem } from "./queue-item.tsx";
import { useShown } from "./queue-window.ts";
import { RuledList } from "./ruled-list.tsx";
import { SnoozedList } from "./snoozed-list.tsx";
import { WaitingList } from "./waiting-list.tsx";

/** What stands around the items, also when there are none. */
export type Around = {
  lately: readonly Decided[];
  line: DecisionLine;
  day: DeskDay | undefined;
  snoozed: readonly Snoozed[];
  onWake: (id: number) => void;
  onWrong: (decided: Decided) => void;
};

type Props = Around & {
  items: readonly TrayItem[];
  count: number;
  present: readonly Present[];
  meId: number;
  inHandId: number;
  onChoose: (id: number) => void;
};

const NOBODY: readonly Present[] = [];

/** Who waits: what is urgent, then oldest first. On a phone only how many, as ticks. */
export function TrayQueue(props: Props) {
  const { items, count, present, meId, inHandId, line, onChoose } = props;
  const { t } = useTranslation("tray");
  const { t: desk } = useTranslation("desk");
  const keys = useKeys();
  const { shown, more, showMore } = useShown(items, inHandId);
  const lately = props.lately.filter(({ rule }) => rule === null);
  return (
    <aside
      aria-label={t("queue.label")}
      className="md:sticky md:top-0 md:max-h-[calc(100dvh-5.2rem)] md:overflow-y-auto md:pb-4 min-[68.75rem]:row-span-2 min-[68.75rem]:h-full min-[68.75rem]:max-h-none"
    >
      <div className="flex min-h-11 items-center justify-between gap-3 md:min-h-0 md:pt-4 md:pb-2.5">
        <h1 className="text-[0.9375rem] leading-5 font-semibold">{t("queue.toSort", { count })}</h1>
        <span className="hidden items-center gap-2 text-label text-ink3 md:inline-flex">
          {t("queue.oldestFirst")} <KeyHint keys={`${keys.next} ${keys.previous}`} className="gap-0.5!" />
        </span>
        <QueueTicks items={items} inHandId={inHandId} />
      </div>
      <ol className="hidden flex-col gap-1.5 md:flex">
        {shown.map((item) => (
          <li key={item.id}>
            <QueueItem
              item={item}
              isInHand={item.id === inHandId}
              others={present.length > 0 ? othersOrNobody(item, present, meId) : NOBODY}
              onChoose={onChoose}
            />
          </li>
        ))}
      </ol>
      {more > 0 && (
        <button
          type="button"
          onClick={showMore}
          className="mt-1.5 hidden min-h-8 text-label font-medium text-ink2 hover:text-ink md:inline-flex touch:min-h-11"
        >
          {desk("queue.more", { count: more })}
        </button>
      )}
      <WaitingList line={line} />
      <div className="hidden md:block">
        <SnoozedList list={props.snoozed} onWake={props.onWake} />
        <RuledList ruled={props.day?.ruled ?? []} onWrong={props.onWrong} />
        <LatelyList lately={lately} />
        <DayFacts day={props.day} className="mt-5" />
      </div>
    </aside>
  );
}

/** The same empty list for everyone alone, so that a row is not drawn again. */
function othersOrNobody(item: TrayItem, present: readonly Present[], meId: number): readonly Present[] {
  const others = othersAt(item, present, meId);
  return others.length > 0 ? others : NOBODY;
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
