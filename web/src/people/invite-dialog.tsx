import { useTranslation } from "react-i18next";
import { peopleApi } from "../../../shared/api/people.ts";
import { useFailureWords } from "../ui/failure-words.ts";
import { LinkDialog } from "./link-dialog.tsx";
import { NameAndRoleDialog } from "./name-and-role-dialog.tsx";
import { usePeopleChange } from "./use-people.ts";

/** A name and a role make a link; the person chooses login and password themselves. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("people");
  const failureWords = useFailureWords();
  const invite = usePeopleChange(peopleApi.invite);
  if (invite.data)
    return (
      <LinkDialog
        title={t("inviteDialog.link", { name: invite.variables.body.name })}
        link={invite.data}
        onClose={onClose}
      />
    );
  return (
    <NameAndRoleDialog
      title={t("inviteDialog.title")}
      nameLabel={t("field.name")}
      action={t("inviteDialog.make")}
      isBusy={invite.isPending}
      error={failureWords(invite.error)}
      onDone={(body) => invite.mutate({ body })}
      onClose={onClose}
    />
  );
}
