import { useTranslation } from "react-i18next";
import type { TrayItem } from "../../../shared/api/tray.ts";
import { Composer } from "../request/composer/composer.tsx";
import { Button } from "../ui/button.tsx";

/** Answer before sorting: the item stays where it is, the clocks see a human reply. */
export function ReplyFirst({ item, onClose }: { item: TrayItem; onClose: () => void }) {
  const { t } = useTranslation("tray");
  return (
    <section aria-label={t("reply.first")} className="mb-3">
      <Composer
        conversationId={item.conversationId}
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
