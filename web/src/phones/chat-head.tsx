import { useTranslation } from "react-i18next";
import { Avatar } from "../ui/avatar.tsx";
import { BackGlyph } from "../ui/glyphs.tsx";
import type { Conversation } from "./shapes.ts";

/** Who one is writing to, and whether they are writing just now. */
export function ChatHead({
  conversation,
  unreadElsewhere,
  onBack,
}: {
  conversation: Conversation;
  unreadElsewhere: number;
  onBack: () => void;
}) {
  const { t } = useTranslation("phones");
  const { number, typing, isBlocking } = conversation;
  return (
    <header className="on-strip flex items-center gap-2 border-b border-line py-1 ps-0.5 pe-3">
      <button
        type="button"
        onClick={onBack}
        aria-label={t("chats.back")}
        className="inline-flex h-11 min-w-9 items-center justify-center gap-1 rounded-full px-1.5 text-ink2 hover:bg-sunk hover:text-ink touch:min-w-11"
      >
        <BackGlyph className="size-4" />
        {unreadElsewhere > 0 && <span className="text-label font-semibold">{unreadElsewhere}</span>}
      </button>
      <Avatar name={number.name} className="size-9" />
      <div className="min-w-0 flex-1">
        <p className="truncate font-semibold">
          <bdi>{number.name}</bdi>
        </p>
        <p className="truncate text-label text-ink2" role="status">
          {typing && !isBlocking ? t("typing") : <bdi dir="ltr">{displayOf(number.displayNumber)}</bdi>}
        </p>
      </div>
    </header>
  );
}

const displayOf = (digits: string): string => (/^\d+$/.test(digits) ? `+${digits}` : digits);
