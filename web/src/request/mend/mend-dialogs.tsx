import type { RequestPage } from "../../../../shared/api/requests.ts";
import { useThread } from "../use-thread.ts";
import { firstWords } from "./first-words.ts";
import { MergeDialog } from "./merge-dialog.tsx";
import { MoveMessagesDialog } from "./move-dialog.tsx";
import { SplitDialog } from "./split-dialog.tsx";
import type { MendDesk } from "./use-mend-desk.ts";

/** The dialog that is open, if one is. */
export function MendDialogs({ page, desk }: { page: RequestPage; desk: MendDesk }) {
  const { open, picking, mending, close } = desk;
  const { messages } = useThread(page.strip.conversationId, page.strip.id);
  const messageIds = picking.ids;
  switch (open) {
    case "split":
      return (
        <SplitDialog
          strip={page.strip}
          messageIds={messageIds}
          title={firstWords(messages.filter(({ id, side }) => side !== "staff" && messageIds.includes(id)))}
          mending={mending}
          onClose={close}
        />
      );
    case "move":
      return <MoveMessagesDialog page={page} messageIds={messageIds} mending={mending} onClose={close} />;
    case "merge":
      return <MergeDialog page={page} onMerged={desk.merged} onClose={close} />;
    case null:
      return null;
    default:
      return open satisfies never;
  }
}
