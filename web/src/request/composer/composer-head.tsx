import { useTranslation } from "react-i18next";
import type { conversationsApi } from "../../../../shared/api/conversations.ts";
import type { Answer } from "../../api/call.ts";
import { useFormat } from "../../ui/format.ts";
import { ClockGlyph } from "../../ui/glyphs.tsx";
import { useNow } from "../../ui/now.ts";

type Head = Answer<typeof conversationsApi.thread>;

const WINDOW_MS = 24 * 60 * 60_000;

/** "To Fatima, on Al Noor", and how long WhatsApp still lets free text through, with a bar that drains. */
export function ComposerHead({ head }: { head: Head | null }) {
  const { t } = useTranslation("request");
  if (!head) return <div className="h-9.5 border-b border-line" />;
  return (
    <div className="flex min-h-9.5 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line px-3.5 py-1.5 text-line">
      <p className="min-w-0 truncate text-ink2">
        {head.contact && (
          <>
            <bdi className="font-semibold text-ink">{t("composer.to", { name: head.contact.name })}</bdi>{" "}
          </>
        )}
        {t("composer.on")} <bdi>{head.number.name}</bdi>
      </p>
      <WindowClock until={head.windowUntil} />
    </div>
  );
}

function WindowClock({ until }: { until: string | null }) {
  const { t } = useTranslation("request");
  const { duration } = useFormat();
  const now = useNow();
  const left = until === null ? 0 : Math.max(0, Date.parse(until) - now);
  return (
    <p className="flex items-center gap-2 text-ink2">
      <ClockGlyph />
      {left > 0 ? (
        <span>
          {t("window.open")} <strong className="font-semibold text-ink">{duration(left)}</strong>
        </span>
      ) : (
        <span className="font-semibold text-ink">{t(until === null ? "window.never" : "window.shut")}</span>
      )}
      <span aria-hidden="true" className="relative block h-0.75 w-22 bg-line">
        <span
          className="absolute inset-y-0 start-0 bg-ink2"
          style={{ width: `${Math.min(100, (left / WINDOW_MS) * 100)}%` }}
        />
      </span>
    </p>
  );
}
