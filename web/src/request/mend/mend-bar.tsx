import { useTranslation } from "react-i18next";
import { useConnection } from "../../live.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { CrossGlyph } from "../../ui/glyphs.tsx";
import { useReason } from "../use-reason.ts";
import type { Picking } from "./picking.ts";
import type { Mending } from "./use-mending.ts";

/** What can be done with the chosen messages, where one writes otherwise. */
export function MendBar({
  picking,
  mending,
  onSplit,
  onMove,
}: {
  picking: Picking;
  mending: Mending;
  onSplit: () => void;
  onMove: () => void;
}) {
  const { t } = useTranslation("mend");
  const { isOnline } = useConnection();
  const reasonOf = useReason();
  const isOff = !isOnline || mending.isPending;
  return (
    <section aria-label={t("bar.label")} className="on-strip rounded-panel px-3 py-2.5 shadow-2">
      {mending.error && (
        <ErrorPanel className="mb-2" title={t("refused")} onDismiss={mending.reset}>
          {reasonOf(mending.error)}
        </ErrorPanel>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <p className="me-auto ps-1 text-body font-semibold" role="status">
          {t("bar.chosen", { count: picking.ids.length })}
        </p>
        <Button
          kind="quiet"
          onClick={picking.clear}
          aria-label={t("bar.leave")}
          className="order-1 w-9 px-0! touch:w-11 sm:order-last"
        >
          <CrossGlyph />
        </Button>
        <div className="order-2 flex w-full flex-wrap gap-2 sm:w-auto [&>button]:flex-1 [&>button]:px-2 [&>button]:whitespace-nowrap sm:[&>button]:flex-none sm:[&>button]:px-3.5">
          <Button kind="primary" shortcut="KeyS" disabled={isOff} onClick={onSplit}>
            {t("bar.split")}
          </Button>
          <Button shortcut="KeyV" disabled={isOff} onClick={onMove}>
            {t("bar.move")}
          </Button>
          <Button
            shortcut="KeyT"
            disabled={isOff}
            onClick={() => mending.mutate({ kind: "takeOut", messageIds: picking.ids })}
          >
            {t("bar.takeOut")}
          </Button>
        </div>
      </div>
      <p className="mt-1.5 ps-1 text-label text-ink2">{t("bar.hint")}</p>
    </section>
  );
}
