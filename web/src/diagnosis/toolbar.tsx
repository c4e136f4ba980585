import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { TickGlyph } from "../ui/glyphs.tsx";
import { Switch } from "../ui/switch.tsx";

/** What can be done with the report; where it was read is said first. */
export function Toolbar({
  isMasked,
  hasSent,
  start,
  onMask,
  onSave,
  onLeave,
}: {
  isMasked: boolean;
  /** Something was chosen for the board and sent to it. */
  hasSent: boolean;
  /** The primary button, or why there is none. */
  start: ReactNode;
  onMask: (isMasked: boolean) => void;
  onSave: () => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation("diagnosis");
  return (
    <div
      role="toolbar"
      aria-label={t("tools.label")}
      className="not-on-paper on-panel sticky top-0 z-10 border-b border-line px-8 py-2 max-sm:static max-sm:px-3.5"
    >
      <div className="mx-auto flex max-w-328 flex-wrap items-center gap-x-2.5 gap-y-2">
        <p className="me-auto flex items-center gap-2 py-1 text-line text-ink2">
          <TickGlyph />
          {t(hasSent ? "tools.sent" : "tools.local")}
        </p>
        <Switch
          label={t("tools.mask")}
          isOn={isMasked}
          onChange={onMask}
          words={{ on: t("tools.on"), off: t("tools.off") }}
          className="me-2 max-sm:me-auto"
        />
        <Button
          kind="quiet"
          className="max-sm:-me-3.5 min-[1100px]:hidden"
          onClick={() => document.getElementById("people")?.scrollIntoView()}
        >
          {t("tools.people")}
        </Button>
        <div className="flex gap-2.5 max-sm:grid max-sm:w-full max-sm:grid-cols-[auto_1fr_1fr]">
          <Button kind="quiet" className="max-sm:px-2" onClick={onLeave}>
            {t("tools.another")}
          </Button>
          <Button className="max-sm:px-2" onClick={() => window.print()}>
            {t("tools.print")}
          </Button>
          <Button className="max-sm:px-2" onClick={onSave}>
            {t("tools.save")}
          </Button>
        </div>
        {start}
      </div>
    </div>
  );
}
