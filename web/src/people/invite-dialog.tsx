import { useState } from "react";
import { useTranslation } from "react-i18next";
import { peopleApi } from "../../../shared/api/people.ts";
import type { Role } from "../../../shared/request.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogFoot } from "../ui/dialog.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { TextField } from "../ui/text-field.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { RoleSelect } from "./role-select.tsx";
import { usePeopleChange } from "./use-people.ts";

/** A name and a role make a link; the person chooses login and password themselves. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["people", "kit"]);
  const failureWords = useFailureWords();
  const invite = usePeopleChange(peopleApi.invite);
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("operator");
  if (invite.data)
    return <LinkDialog title={t("inviteDialog.link", { name })} link={invite.data} onClose={onClose} />;
  return (
    <Dialog title={t("inviteDialog.title")} onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate({ body: { name, role } });
        }}
      >
        <TextField
          label={t("field.name")}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={failureWords(invite.error)}
          maxLength={80}
          required
        />
        <RoleSelect value={role} onChange={setRole} />
        <DialogFoot>
          <Button type="submit" kind="primary" disabled={invite.isPending}>
            {t("inviteDialog.make")}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t("kit:cancel")}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
