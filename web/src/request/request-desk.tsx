import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RequestPage } from "../../../shared/api/requests.ts";
import { useMedia } from "../board/use-media.ts";
import { useFormat } from "../ui/format.ts";
import { Tabs } from "../ui/tabs.tsx";
import { useKey } from "../ui/use-key.ts";
import { NextStepDialog } from "./facts/next-step-dialog.tsx";
import { PromiseDialog } from "./facts/promise-dialog.tsx";
import { RequestFacts } from "./facts/request-facts.tsx";
import { MendDialogs } from "./mend/mend-dialogs.tsx";
import { MergedBand } from "./mend/merged-band.tsx";
import { MoreMenu } from "./mend/more-menu.tsx";
import { useMendDesk } from "./mend/use-mend-desk.ts";
import { MoveDialog } from "./move/move-dialog.tsx";
import { RefusalPanel } from "./move/refusal-panel.tsx";
import { useMove } from "./move/use-move.ts";
import { NotesTab } from "./notes-tab.tsx";
import { RequestHead } from "./request-head.tsx";
import { RequestThread } from "./request-thread.tsx";
import { notesOf } from "./timeline.ts";
import { useMarkSeen } from "./use-mark-seen.ts";

type Tab = "facts" | "request" | "conversation" | "notes";
type Open = "promise" | "step" | null;

/** The thread with its composer, and the facts: beside it on a desk, before it on a phone. */
export function RequestDesk({ page }: { page: RequestPage }) {
  const { t } = useTranslation("request");
  const { number } = useFormat();
  const isWide = useMedia("(min-width: 64rem)");
  const { strip } = page;
  const [chosen, setChosen] = useState<Tab | null>(null);
  const [open, setOpen] = useState<Open>(null);
  const moving = useMove();
  const mend = useMendDesk(page);
  useMarkSeen(strip);
  const standard = isWide ? "request" : "facts";
  const tab = chosen === null || (chosen === "facts" && isWide) ? standard : chosen;
  useKey("KeyM", () => moving.ask(strip, null), { isOff: page.mergedInto !== null });
  useKey("KeyP", () => setOpen("promise"), { isOff: page.mergedInto !== null });
  useKey("KeyN", () => setChosen("notes"));
  useKey("KeyZ", () => void moving.undo(strip));

  const facts = (
    <RequestFacts
      page={page}
      moving={moving}
      onPromise={() => setOpen("promise")}
      onStep={() => setOpen("step")}
    />
  );
  const notes = notesOf(page.events);
  return (
    <div className="grid h-full min-h-0 grid-cols-1 lg:grid-cols-[minmax(0,1fr)_26.25rem]">
      <div className="relative flex min-h-0 min-w-0 flex-col pt-3">
        <RequestHead
          page={page}
          moving={moving}
          more={
            page.mergedInto === null && (
              <MoreMenu onMerge={() => mend.ask("merge")} onChoose={mend.picking.begin} />
            )
          }
        />
        {page.mergedInto !== null && <MergedBand into={page.mergedInto} />}
        <RefusalPanel moving={moving} className="mx-3 mt-2 md:mx-5" />
        <Tabs
          label={t("tabs.label")}
          selected={tab}
          onSelect={setChosen}
          className="mt-1 flex-1 [&>[role=tablist]]:mx-3 md:[&>[role=tablist]]:mx-5 [&>[role=tabpanel]]:overflow-y-auto"
          pages={[
            ...(isWide
              ? []
              : [
                  {
                    key: "facts" as const,
                    text: t("tabs.facts"),
                    content: <div className="p-3">{facts}</div>,
                  },
                ]),
            {
              key: "request",
              text: t("tabs.request"),
              content: <RequestThread page={page} requestId={strip.id} mend={mend} />,
            },
            {
              key: "conversation",
              text: t("tabs.conversation"),
              content: <RequestThread page={page} requestId={null} mend={mend} />,
            },
            {
              key: "notes",
              text: t("tabs.notes"),
              count: notes.length > 0 ? number(notes.length) : undefined,
              content: <NotesTab requestId={strip.id} notes={notes} />,
            },
          ]}
        />
      </div>
      {isWide && (
        <aside
          aria-label={t("tabs.facts")}
          className="on-panel min-h-0 overflow-y-auto border-s border-line px-6 py-4"
        >
          {facts}
        </aside>
      )}
      {moving.asking && (
        <MoveDialog
          strip={strip}
          to={moving.asking.to}
          onMove={(ask, workerName) => void moving.send(strip, ask, workerName)}
          onClose={moving.stopAsking}
        />
      )}
      <MendDialogs page={page} desk={mend} />
      {open === "promise" && <PromiseDialog strip={strip} onClose={() => setOpen(null)} />}
      {open === "step" && <NextStepDialog strip={strip} onClose={() => setOpen(null)} />}
    </div>
  );
}
