import { useState } from "react";
import { useTranslation } from "react-i18next";
import { peopleApi } from "../../../shared/api/people.ts";
import type { Role } from "../../../shared/request.ts";
import { Button } from "../ui/button.tsx";
import { CopyLine } from "../ui/copy-line.tsx";
import { Dialog, DialogFoot } from "../ui/dialog.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { TextField } from "../ui/text-field.tsx";
import { RoleSelect } from "./role-select.tsx";
import { usePeopleChange } from "./use-people.ts";

export function TokenDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["people", "kit"]);
  const failureWords = useFailureWords();
  const add = usePeopleChange(peopleApi.addToken);
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("operator");
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
    <Dialog title={t("tokens.add")} onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate({ body: { name, role } });
        }}
      >
        <TextField
          label={t("tokens.name")}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={failureWords(add.error)}
          maxLength={80}
          required
        />
        <RoleSelect value={role} onChange={setRole} />
        <DialogFoot>
          <Button type="submit" kind="primary" disabled={add.isPending}>
            {t("tokens.add")}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t("kit:cancel")}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
