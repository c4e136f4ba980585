import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import { type MediaReason, mediaApi } from "../../../../shared/api/media.ts";
import { ApiFailure, call } from "../../api/call.ts";
import { Button } from "../../ui/button.tsx";
import { useFailureWords } from "../../ui/failure-words.ts";
import { useNow } from "../../ui/now.ts";

/** Pressing would change nothing: WhatsApp has it not, or we may not have it. */
const HOPELESS: ReadonlySet<MediaReason> = new Set(["expired", "far_too_large", "no_token"]);
/** Only the sender can still help. */
const LOST: ReadonlySet<MediaReason> = new Set(["expired", "far_too_large", "gone", "wrong_hash"]);
const REFUSALS = ["media_expired", "media_revoked", "media_far_too_large", "media_no_token"] as const;

/** Files that are not here (yet), those of one burst and one reason together: what, why, and what to do. */
export function MediaMissing({ messages }: { messages: readonly Message[] }) {
  const groups = Map.groupBy(messages, ({ kind, media }) => `${kind} ${media?.state} ${media?.reason}`);
  return [...groups].map(([key, group]) => <MissingCard key={key} messages={group} />);
}

function MissingCard({ messages }: { messages: readonly Message[] }) {
  const { t } = useTranslation("media");
  const { t: word } = useTranslation();
  const refusal = useRefusal();
  const now = useNow();
  const fetchAll = useMutation({
    mutationFn: () =>
      Promise.all(
        messages.flatMap(({ media }) =>
          media ? [call(mediaApi.fetchMedia, { params: { id: media.id } })] : [],
        ),
      ),
  });
  const [first] = messages;
  if (!first) return null;
  const { media } = first;
  const kind = word(`message.${first.kind}`);
  const reason = media?.reason ?? null;
  const isOver = media !== null && Date.parse(media.heldUntil) <= now;
  const isLost = media === null || isOver || (reason !== null && LOST.has(reason));
  const canAsk = isLost && (first.side === "client" || first.side === "worker");
  const canFetch = media !== null && !isOver && (reason === null || !HOPELESS.has(reason));
  const why = media === null ? "none" : isOver ? "expired" : reason;
  return (
    <div className="flex max-w-104 flex-col items-start gap-2 rounded-strip border border-dashed border-line2 px-3 py-2.5">
      <p className="text-line text-ink2">
        <span className="block font-semibold text-ink">
          {messages.length > 1 ? t("missing.many", { count: messages.length, kind }) : kind}
        </span>
        {why === null ? t("missing.coming") : t(`why.${why}`)}
      </p>
      {(canFetch || canAsk) && (
        <div className="flex flex-wrap items-center gap-2">
          {canFetch && (
            <Button size="small" onClick={() => fetchAll.mutate()} disabled={fetchAll.isPending}>
              {t(
                reason === "too_large"
                  ? "missing.anyway"
                  : `missing.${media.state === "failed" ? "again" : "now"}`,
              )}
            </Button>
          )}
          {canAsk && <AskWords />}
        </div>
      )}
      <p role="status" className="text-line text-ink2 empty:hidden">
        {fetchAll.error ? refusal(fetchAll.error) : fetchAll.isSuccess ? t("missing.asked") : null}
      </p>
    </div>
  );
}

/** Words for the sender, to be put where they belong: nothing is sent by a press here. */
function AskWords() {
  const { t } = useTranslation("media");
  const [isCopied, setIsCopied] = useState(false);
  return (
    <Button
      kind="quiet"
      size="small"
      onClick={() => void navigator.clipboard.writeText(t("missing.ask")).then(() => setIsCopied(true))}
    >
      {t(isCopied ? "missing.copied" : "missing.copy")}
    </Button>
  );
}

function useRefusal(): (error: unknown) => string | null {
  const { t } = useTranslation("media");
  const words = useFailureWords();
  return (error) => {
    const code = error instanceof ApiFailure ? REFUSALS.find((known) => known === error.code) : undefined;
    return code ? t(`refused.${code}`) : words(error);
  };
}
