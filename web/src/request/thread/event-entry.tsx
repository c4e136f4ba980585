import { useTranslation } from "react-i18next";
import type { RequestEvent } from "../../../../shared/api/requests.ts";
import { useFormat } from "../../ui/format.ts";
import { EventMark, EventWords, isolated } from "../event-words.tsx";
import { Said } from "../message/said.tsx";
import { RailPoint } from "./rail.tsx";

/** Something that happened: on the rail with its mark, without a bubble. A note has a dashed line. */
export function EventEntry({ event }: { event: RequestEvent }) {
  const { t } = useTranslation("request");
  const { clockTime } = useFormat();
  const time = <time dateTime={event.at}>{clockTime(event.at)}</time>;
  if (event.kind === "note")
    return (
      <RailPoint time={time} mark={<NoteMark />}>
        <p className="text-label leading-5 text-ink2">
          {t("author.note", { name: isolated(event.actor.name ?? t("author.us")) })}
        </p>
        <div className="mt-1 max-w-140 border-s-2 border-dashed border-line2 py-0.5 ps-3">
          <Said text={event.text ?? t("author.blanked")} />
        </div>
      </RailPoint>
    );
  return (
    <RailPoint time={time} mark={<EventMark event={event} />}>
      <EventWords event={event} />
    </RailPoint>
  );
}

const NoteMark = () => (
  <svg
    viewBox="0 0 12 12"
    className="mirrored size-3 stroke-ink2"
    fill="none"
    strokeWidth="1.4"
    aria-hidden="true"
  >
    <path d="M1.5 1.5h9V8L8 10.5H1.5ZM10.5 8H8v2.5" strokeLinejoin="round" />
  </svg>
);
