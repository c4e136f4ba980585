import { useTranslation } from "react-i18next";
import { type QuickReply, quickRepliesApi } from "../../../shared/api/quick-replies.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogFoot } from "../ui/dialog.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { useQuickReplyChange } from "./use-quick-replies.ts";

export function RemoveDialog({ reply, onClose }: { reply: QuickReply; onClose: () => void }) {
  const { t } = useTranslation("quickReplies");
  const failureWords = useFailureWords();
  const remove = useQuickReplyChange(quickRepliesApi.removeQuickReply);
  return (
    <Dialog title={t("dialog.removeTitle", { shortcut: reply.shortcut })} onClose={onClose}>
      <p className="text-ink2">{t("dialog.removeText")}</p>
      {remove.error && (
        <p role="alert" className="font-medium text-late">
          {failureWords(remove.error)}
        </p>
      )}
      <DialogFoot>
        <Button
          kind="late"
          disabled={remove.isPending}
          onClick={() => remove.mutate({ params: { id: reply.id } }, { onSuccess: onClose })}
        >
          {t("page.remove")}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t("dialog.cancel")}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
