import { useState } from "react";
import type { Role } from "../../../shared/request.ts";
import { Dialog } from "../ui/dialog.tsx";
import { FormFoot } from "../ui/form-foot.tsx";
import { TextField } from "../ui/text-field.tsx";
import { RoleSelect } from "./role-select.tsx";

/** Somebody or something that is let in, and as what: a person invited, a program with a token. */
export function NameAndRoleDialog({
  title,
  nameLabel,
  action,
  isBusy,
  error,
  onDone,
  onClose,
}: {
  title: string;
  nameLabel: string;
  action: string;
  isBusy: boolean;
  error: string | null;
  onDone: (chosen: { name: string; role: Role }) => void;
  onClose: () => void;
}) {
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("operator");
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          onDone({ name, role });
        }}
      >
        <TextField
          label={nameLabel}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={error}
          maxLength={80}
          required
        />
        <RoleSelect value={role} onChange={setRole} />
        <FormFoot action={action} isOff={isBusy} onClose={onClose} />
      </form>
    </Dialog>
  );
}
