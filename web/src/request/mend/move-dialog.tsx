import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RequestPage } from "../../../../shared/api/requests.ts";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { RequestChooser } from "../request-chooser.tsx";
import { useReason } from "../use-reason.ts";
import { KeepBoth } from "./keep-both.tsx";
import type { Mending } from "./use-mending.ts";

/** To which request the chosen messages go; any client's. */
export function MoveMessagesDialog({
  page,
  messageIds,
  mending,
  onClose,
}: {
  page: RequestPage;
  messageIds: number[];
  mending: Mending;
  onClose: () => void;
}) {
  const { t } = useTranslation("mend");
  const reasonOf = useReason();
  const [keep, setKeep] = useState(false);
  return (
    <RequestChooser
      title={t("move.title", { count: messageIds.length })}
      requests={page.others}
      onChoose={({ id }) => mending.mutate({ kind: "move", body: { messageIds, toRequestId: id, keep } })}
      onClose={onClose}
    >
      {mending.error && (
        <ErrorPanel inDialog title={t("refused")}>
          {reasonOf(mending.error)}
        </ErrorPanel>
      )}
      <KeepBoth isOn={keep} onChange={setKeep} />
    </RequestChooser>
  );
}
