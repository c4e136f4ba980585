import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";

/** Fetched when somebody first answers from the board: looking at it needs none of this. */
const Composer = lazy(() =>
  import("../request/composer/composer.tsx").then((file) => ({ default: file.Composer })),
);

/** A word to the client without leaving the board. What was said stays on the request's own page. */
export function PeekReply({
  conversationId,
  requestId,
  onClose,
}: {
  conversationId: number;
  requestId: number;
  onClose: () => void;
}) {
  const { t } = useTranslation("board");
  return (
    <div className="border-t border-line px-3 pt-3">
      <Suspense>
        <Composer
          conversationId={conversationId}
          requestId={requestId}
          isFocused
          onSent={onClose}
          onLeave={onClose}
          foot={
            <Button kind="quiet" size="small" onClick={onClose}>
              {t("peek.closeReply")}
            </Button>
          }
        />
      </Suspense>
    </div>
  );
}
