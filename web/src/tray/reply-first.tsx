import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Suggestion } from "../../../shared/api/suggestion.ts";
import type { TrayItem } from "../../../shared/api/tray.ts";
import { Composer } from "../request/composer/composer.tsx";
import { Button } from "../ui/button.tsx";
import { UseProposedReply } from "./proposed-reply.tsx";

/** Answer before sorting: the item stays where it is, the clocks see a human reply. */
export function ReplyFirst({
  item,
  proposed,
  onClose,
}: {
  item: TrayItem;
  proposed: NonNullable<Suggestion["quickReplyId"]> | null;
  onClose: () => void;
}) {
  const { t } = useTranslation("tray");
  /** The composer reads its draft when it begins. */
  const [taken, setTaken] = useState(0);
  const { conversationId } = item;
  return (
    <section aria-label={t("reply.first")} className="mb-3">
      {proposed && taken === 0 && (
        <UseProposedReply {...{ conversationId, proposed }} onTaken={() => setTaken(taken + 1)} />
      )}
      <Composer
        key={taken}
        conversationId={conversationId}
        requestId={null}
        isFocused
        onSent={onClose}
        onLeave={onClose}
      />
      <Button kind="quiet" size="small" className="mt-1" onClick={onClose}>
        {t("reply.close")}
      </Button>
    </section>
  );
}
