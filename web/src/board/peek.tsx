import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RequestPage, Strip } from "../../../shared/api/requests.ts";
import { requestRef } from "../../../shared/request.ts";
import { useMe } from "../api/queries.ts";
import { ClientAndPlace } from "../request/client-and-place.tsx";
import { EventMark, EventWords } from "../request/event-words.tsx";
import { HandsBar } from "../request/facts/hands-bar.tsx";
import { InHandsPanel } from "../request/facts/in-hands-panel.tsx";
import { PeopleFacts } from "../request/facts/people-facts.tsx";
import { enteredAt } from "../request/hands.ts";
import type { Moving } from "../request/move/use-move.ts";
import { requestQuery } from "../request/use-request.ts";
import { useFormat } from "../ui/format.ts";
import { holderOf } from "../ui/holder.ts";
import { KeyHint } from "../ui/key-hint.tsx";
import { LargeTrack } from "../ui/large-track.tsx";
import { useNow } from "../ui/now.ts";
import { PeekReply } from "./peek-reply.tsx";
import type { Step } from "./selection.ts";

type Props = {
  strip: Strip;
  moving: Moving;
  onStep: (step: Step) => void;
  onClose: () => void;
  onOpen: () => void;
  onPromise: () => void;
};

/** The selected request at the side: where its baton is, what is asked of you, what happened. No message text. */
export function Peek({ strip, moving, onStep, onClose, onOpen, onPromise }: Props) {
  const { t } = useTranslation("board");
  const me = useMe();
  const page = useQuery(requestQuery(strip.id)).data;
  const ref = requestRef(strip.id);
  /** Of one request only: stepping on to the next closes it, its words stay a draft. */
  const [replyingTo, setReplyingTo] = useState<number | null>(null);
  const isReplying = replyingTo === strip.id;
  return (
    <aside
      aria-label={t("peek.label", { ref })}
      className="on-panel z-10 flex w-[24.75rem] max-w-[85vw] shrink-0 flex-col shadow-2 max-lg:absolute max-lg:inset-y-0 max-lg:end-0"
    >
      <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-3 pb-5">
        <PeekHead strip={strip} page={page} onStep={onStep} onClose={onClose} />
        <h2 className="aligned mt-2 text-peek font-semibold" dir="auto">
          {strip.title}
        </h2>
        <ClientAndPlace strip={strip} className="text-body text-ink2" />
        <LargeTrack
          state={strip.state}
          holder={holderOf(strip, me)}
          times={page ? enteredAt(page.events) : {}}
          className="mt-3 mb-4 px-5!"
        />
        <InHandsPanel strip={strip} moving={moving} />
        <PeopleFacts strip={strip} className="mt-3.5" />
        {page && (
          <>
            <WhatHappened page={page} />
            <div className="mt-4">
              <HandsBar page={page} />
            </div>
          </>
        )}
      </div>
      {isReplying && strip.conversationId !== null && (
        <PeekReply
          conversationId={strip.conversationId}
          requestId={strip.id}
          onClose={() => setReplyingTo(null)}
        />
      )}
      <PeekKeys>
        <PeekKey keys="Enter" text={t("peek.open")} onPress={onOpen} />
        <PeekKey keys="KeyM" text={t("peek.move")} onPress={() => moving.ask(strip, null)} />
        {strip.conversationId !== null && (
          <PeekKey keys="KeyR" text={t("peek.reply")} onPress={() => setReplyingTo(strip.id)} />
        )}
        <PeekKey keys="KeyP" text={t("peek.promise")} onPress={onPromise} />
        <PeekKey keys="KeyZ" text={t("peek.undo")} onPress={() => void moving.undo(strip)} />
      </PeekKeys>
    </aside>
  );
}

function PeekHead({
  strip,
  page,
  onStep,
  onClose,
}: {
  strip: Strip;
  page: RequestPage | undefined;
  onStep: (step: Step) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation("board");
  const { t: kit } = useTranslation("kit");
  const { column } = useFormat();
  const now = useNow();
  const by = page?.events[0]?.actor.name;
  return (
    <div className="flex items-center justify-between gap-3 text-line text-ink2">
      <p className="min-w-0 truncate">
        <bdi dir="ltr">{requestRef(strip.id)}</bdi>
        {kit("comma")}
        {by
          ? t("peek.openedBy", { time: column(strip.openedAt, now), name: by })
          : t("peek.opened", { time: column(strip.openedAt, now) })}
      </p>
      <p className="flex shrink-0 items-center gap-1.5">
        <HeadKey keys="KeyJ" name={t("peek.next")} onPress={() => onStep("next")} />
        <HeadKey keys="KeyK" name={t("peek.previous")} onPress={() => onStep("previous")} />
        <HeadKey keys="Escape" name={t("peek.close")} onPress={onClose} />
      </p>
    </div>
  );
}

function HeadKey({ keys, name, onPress }: { keys: string; name: string; onPress: () => void }) {
  return (
    <button type="button" onClick={onPress} title={name} className="hover:text-ink touch:min-h-11 touch:px-2">
      <KeyHint keys={keys} />
      <span className="sr-only touch:not-sr-only">{name}</span>
    </button>
  );
}

const SHOWN = 8;

function WhatHappened({ page }: { page: RequestPage }) {
  const { t } = useTranslation("board");
  const { column } = useFormat();
  const now = useNow();
  return (
    <section className="mt-4 border-t border-line pt-3.5">
      <h3 className="mb-1.5 text-label font-medium text-ink2">{t("peek.happened")}</h3>
      <ol className="grid grid-cols-[auto_1.25rem_minmax(0,1fr)] gap-x-2.5 gap-y-1.5">
        {page.events
          .filter((event) => event.kind !== "note")
          .slice(-SHOWN)
          .reverse()
          .map((event) => (
            <li key={event.seq} className="col-span-3 grid grid-cols-subgrid items-start">
              <time dateTime={event.at} className="text-body text-ink2">
                {column(event.at, now)}
              </time>
              <span className="flex h-5 items-center justify-center">
                <EventMark event={event} />
              </span>
              <EventWords event={event} />
            </li>
          ))}
      </ol>
    </section>
  );
}

const PeekKeys = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-x-3.5 gap-y-1 border-t border-line px-5 py-2">
    {children}
  </div>
);

function PeekKey({ keys, text, onPress }: { keys: string; text: string; onPress: () => void }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="inline-flex min-h-7 items-center gap-1.5 rounded-control text-line text-ink2 hover:text-ink touch:min-h-11"
    >
      <KeyHint keys={keys} />
      {text}
    </button>
  );
}
