import { useTranslation } from "react-i18next";
import type { Suggestion } from "../../../shared/api/suggestion.ts";
import { countUse, useFilledReplies } from "../quick-replies/use-quick-replies.ts";
import { keepDraft, readDraft } from "../request/drafts.ts";
import { BecauseWords } from "./because-words.tsx";

type Proposed = NonNullable<Suggestion["quickReplyId"]>;

/** The quick reply that a rule of the house proposes, filled in for this client; null until it is read, or when it is gone. */
function useProposedReply(conversationId: number, proposed: Proposed | null) {
  const { data } = useFilledReplies({ conversationId, requestId: null }, proposed !== null);
  return data?.quickReplies.find(({ id }) => id === proposed?.value) ?? null;
}

/** Told beside the other suggestions: what to say, and which rule wants it said. */
export function ProposedReplyLine({
  conversationId,
  proposed,
}: {
  conversationId: number;
  proposed: Proposed;
}) {
  const { t } = useTranslation("desk");
  const reply = useProposedReply(conversationId, proposed);
  if (!reply) return null;
  return (
    <dl className="grid grid-cols-[5.25rem_minmax(0,1fr)] gap-x-2 border-b border-line py-2">
      <dt className="text-label font-medium text-ink2">{t("field.reply")}</dt>
      <dd className="min-w-0">
        <span dir="auto" className="line-clamp-3 text-body font-semibold">
          {reply.text}
        </span>
        <p className="mt-0.5 text-label text-ink2">
          <BecauseWords because={proposed.because} />
        </p>
      </dd>
    </dl>
  );
}

/** One press puts it into what is being written; nothing is sent by itself. */
export function UseProposedReply({
  conversationId,
  proposed,
  onTaken,
}: {
  conversationId: number;
  proposed: Proposed;
  onTaken: () => void;
}) {
  const { t } = useTranslation("desk");
  const reply = useProposedReply(conversationId, proposed);
  if (!reply) return null;
  return (
    <button
      type="button"
      onClick={() => {
        const draft = readDraft(conversationId);
        keepDraft(conversationId, { ...draft, text: [draft.text, reply.text].filter(Boolean).join("\n") });
        countUse(reply.id);
        onTaken();
      }}
      className="mb-1.5 flex min-h-8 max-w-full items-center gap-2 rounded-control border border-line2 px-2.5 text-start text-line hover:border-ink touch:min-h-11"
    >
      <span className="font-medium">{t("field.useReply", { name: reply.title })}</span>
    </button>
  );
}
