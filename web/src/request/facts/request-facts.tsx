import { useTranslation } from "react-i18next";
import type { RequestPage } from "../../../../shared/api/requests.ts";
import { useMe } from "../../api/queries.ts";
import { RequestCost } from "../../costs/request-cost.tsx";
import { Button } from "../../ui/button.tsx";
import { useFormat } from "../../ui/format.ts";
import { holderOf } from "../../ui/holder.ts";
import { LargeTrack } from "../../ui/large-track.tsx";
import { useNow } from "../../ui/now.ts";
import { StateMark } from "../../ui/state-mark.tsx";
import { isolated } from "../event-words.tsx";
import { enteredAt, stateSpans } from "../hands.ts";
import type { Moving } from "../move/use-move.ts";
import { StripRow } from "../strip-row.tsx";
import { useList } from "../use-list.ts";
import { EditableFacts } from "./editable-facts.tsx";
import { FactsSection } from "./facts-section.tsx";
import { HandsBar } from "./hands-bar.tsx";
import { HandsDiagram } from "./hands-diagram.tsx";
import { InHandsPanel } from "./in-hands-panel.tsx";
import { PromiseFacts } from "./promise-facts.tsx";

type Props = { page: RequestPage; moving: Moving; onPromise: () => void; onStep: () => void };

/** Everything that is known without reading a message (law 6). */
export function RequestFacts({ page, moving, onPromise, onStep }: Props) {
  const { t } = useTranslation("request");
  const me = useMe();
  const { strip } = page;
  return (
    <div className="flex flex-col gap-5">
      <LargeTrack
        state={strip.state}
        holder={holderOf(strip, me)}
        times={enteredAt(page.events)}
        className="pt-1"
      />
      {/* What was merged goes on elsewhere: nothing is changed here any more. */}
      {page.mergedInto === null && <InHandsPanel strip={strip} moving={moving} onStep={onStep} />}
      <FactsSection title={t("states.title")}>
        <StateList page={page} />
      </FactsSection>
      <FactsSection
        title={t("promise.section")}
        action={
          page.mergedInto === null && (
            <Button kind="quiet" size="small" shortcut="KeyP" onClick={onPromise}>
              {t(strip.promise ? "promise.change" : "promise.set")}
            </Button>
          )
        }
      >
        <PromiseFacts page={page} />
      </FactsSection>
      {page.mergedInto === null && <EditableFacts strip={strip} />}
      <FactsSection title={t("hands.title")}>
        <HandsDiagram page={page} />
        <div className="mt-3">
          <HandsBar page={page} />
        </div>
        <RequestCost id={strip.id} />
      </FactsSection>
      {page.others.length > 0 && (
        <FactsSection title={t("others.title")}>
          <ul className="flex flex-col gap-1.5">
            {page.others.map((other) => (
              <li key={other.id}>
                <StripRow strip={other} />
              </li>
            ))}
          </ul>
        </FactsSection>
      )}
    </div>
  );
}

function StateList({ page }: { page: RequestPage }) {
  const { t } = useTranslation();
  const { column, duration } = useFormat();
  const list = useList();
  const now = useNow();
  return (
    <ol className="grid grid-cols-[auto_1.25rem_minmax(0,1fr)_auto] gap-x-2.5 gap-y-2">
      {stateSpans(page.events).map((span) => (
        <li
          key={`${span.state} ${span.from}`}
          className={`col-span-4 grid grid-cols-subgrid items-start text-body ${span.to ? "" : "font-semibold"}`}
        >
          <time dateTime={span.from} className={span.to ? "text-ink2" : ""}>
            {column(span.from, now)}
          </time>
          <span className="flex h-5 items-center justify-center">
            <StateMark state={span.state} />
          </span>
          <span>
            {list([
              t(`state.${span.state}`),
              ...(typeof span.event.facts.workerName === "string"
                ? [isolated(span.event.facts.workerName)]
                : []),
            ])}
          </span>
          <span className={span.to ? "text-ink2" : ""}>
            {duration((span.to ? Date.parse(span.to) : now) - Date.parse(span.from))}
          </span>
        </li>
      ))}
    </ol>
  );
}
