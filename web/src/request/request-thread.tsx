import { useState } from "react";
import type { Message } from "../../../shared/api/conversations.ts";
import type { RequestPage } from "../../../shared/api/requests.ts";
import { Composer } from "./composer/composer.tsx";
import { keepDraft } from "./drafts.ts";
import { MendBar } from "./mend/mend-bar.tsx";
import { PickingContext } from "./mend/picking.ts";
import { ReplyTo } from "./mend/reply-to.tsx";
import type { MendDesk } from "./mend/use-mend-desk.ts";
import { Thread } from "./thread/thread.tsx";

/** What was said, and where one answers or, while messages are chosen, what is done with them. */
export function RequestThread({
  page,
  requestId,
  mend,
}: {
  page: RequestPage;
  /** Null: the whole conversation. */
  requestId: number | null;
  mend: MendDesk;
}) {
  const { strip, parties, mergedInto } = page;
  const [quoted, setQuoted] = useState<Message | null>(null);
  const [round, setRound] = useState(0);
  const [startsWithTemplate, setStartsWithTemplate] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);
  const isParty = (id: number | null) => parties.some(({ conversationId }) => conversationId === id);
  const to = (isParty(chosen) ? chosen : null) ?? strip.conversationId;
  const { picking } = mend;

  const writeTo = (conversationId: number) => {
    setChosen(conversationId);
    setQuoted(null);
  };
  const quote = (message: Message) => {
    // Whoever said it is answered, where the request holds words of several.
    if (isParty(message.conversationId)) setChosen(message.conversationId);
    setQuoted(message);
  };
  const rewrite = (message: Message) => {
    if (message.text) keepDraft(message.conversationId, { text: message.text, key: crypto.randomUUID() });
    setStartsWithTemplate(false);
    setRound(round + 1);
  };
  return (
    <PickingContext value={picking}>
      <div className="flex h-full min-h-0 flex-col [@media(max-height:34rem)]:h-auto" {...picking.holds}>
        <Thread
          conversationId={requestId === null ? to : strip.conversationId}
          requestId={requestId}
          events={requestId === null ? [] : page.events}
          onQuote={quote}
          onRewrite={rewrite}
          onTemplate={() => {
            setStartsWithTemplate(true);
            setRound(round + 1);
          }}
        />
        {picking.isOn && (
          <div className="shrink-0 px-3 pb-3 md:px-5">
            <MendBar
              picking={picking}
              mending={mend.mending}
              onSplit={() => mend.ask("split")}
              onMove={() => mend.ask("move")}
            />
          </div>
        )}
        {to !== null && mergedInto === null && (
          // What was begun to write is still there afterwards.
          <div className={picking.isOn ? "hidden" : "shrink-0 px-3 pb-3 md:px-5"}>
            <ReplyTo parties={parties} value={to} onChange={writeTo} />
            <Composer
              key={`${to} ${round}`}
              conversationId={to}
              requestId={strip.id}
              quoted={quoted}
              onUnquote={() => setQuoted(null)}
              isFocused={round > 0}
              startsWithTemplate={startsWithTemplate}
            />
          </div>
        )}
      </div>
    </PickingContext>
  );
}
