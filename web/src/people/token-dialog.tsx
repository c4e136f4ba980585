import { useTranslation } from "react-i18next";
import { peopleApi } from "../../../shared/api/people.ts";
import { Button } from "../ui/button.tsx";
import { CopyLine } from "../ui/copy-line.tsx";
import { Dialog, DialogFoot } from "../ui/dialog.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { NameAndRoleDialog } from "./name-and-role-dialog.tsx";
import { usePeopleChange } from "./use-people.ts";

export function TokenDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("people");
  const failureWords = useFailureWords();
  const add = usePeopleChange(peopleApi.addToken);
  if (add.data)
    return (
      <Dialog title={t("tokens.shown")} onClose={onClose}>
        <p className="text-ink2">{t("tokens.shownLead")}</p>
        <CopyLine text={add.data.token} />
        <DialogFoot>
          <Button kind="primary" onClick={onClose}>
            {t("tokens.done")}
          </Button>
        </DialogFoot>
      </Dialog>
    );
  return (
    <NameAndRoleDialog
      title={t("tokens.add")}
      nameLabel={t("tokens.name")}
      action={t("tokens.add")}
      isBusy={add.isPending}
      error={failureWords(add.error)}
      onDone={(body) => add.mutate({ body })}
      onClose={onClose}
    />
  );
}
