import { useTranslation } from "react-i18next";
import { useFormat } from "../ui/format.ts";
import { OfflineGlyph } from "../ui/glyphs.tsx";
import { useNow } from "../ui/now.ts";

const MINUTE = 60_000;

/** The line is cut: since when, and how old what one sees is. Reading goes on. */
export function OfflineBand({ since }: { since: number | null }) {
  const { t } = useTranslation("shell");
  const { clockTime, duration } = useFormat();
  const now = useNow();
  return (
    <div
      role="alert"
      className="flex min-h-9 flex-wrap items-center gap-x-3 bg-go px-5 py-1.5 text-body text-on-go max-sm:px-3"
    >
      <OfflineGlyph />
      <span className="font-semibold">
        {since ? t("offline.since", { time: clockTime(since) }) : t("offline.unknown")}
      </span>
      {since && now - since >= MINUTE && <span>{t("offline.age", { time: duration(now - since) })}</span>}
    </div>
  );
}
