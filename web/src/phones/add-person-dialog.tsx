import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogFoot } from "../ui/dialog.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { Segmented } from "../ui/segmented.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { NewPerson } from "./shapes.ts";
import { useSimulatorActs } from "./use-simulator.ts";

type Form = {
  name: string;
  kind: "client" | "worker";
  by: "number" | "username";
  number: string;
  username: string;
};
const EMPTY: Form = { name: "", kind: "client", by: "number", number: "", username: "" };

/** Another person with a phone: known to the business by number, or by username alone. */
export function AddPersonDialog({
  onClose,
  onAdded,
}: {
  onClose: () => void;
  onAdded: (id: string) => void;
}) {
  const { t } = useTranslation("phones");
  const { addPerson } = useSimulatorActs();
  const failureWords = useFailureWords();
  const [form, setForm] = useState(EMPTY);
  const fill = (change: Partial<Form>) => setForm((before) => ({ ...before, ...change }));
  return (
    <Dialog title={t("person.add")} onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          addPerson.mutate(personOf(form), {
            onSuccess: ({ id }) => {
              onAdded(id);
              onClose();
            },
          });
        }}
      >
        <TextField
          label={t("person.name")}
          value={form.name}
          maxLength={80}
          error={failureWords(addPerson.error)}
          onChange={(event) => fill({ name: event.target.value })}
        />
        <Segmented
          className="self-start"
          label={t("person.kind")}
          value={form.kind}
          onChange={(kind) => fill({ kind })}
          choices={[
            { value: "client", text: t("client") },
            { value: "worker", text: t("worker") },
          ]}
        />
        <Segmented
          className="self-start"
          label={t("person.by")}
          value={form.by}
          onChange={(by) => fill({ by })}
          choices={[
            { value: "number", text: t("person.byNumber") },
            { value: "username", text: t("person.byUsername") },
          ]}
        />
        {form.by === "number" ? (
          <TextField
            label={t("person.number")}
            type="tel"
            dir="ltr"
            hint={t("person.numberFree")}
            value={form.number}
            onChange={(event) => fill({ number: event.target.value })}
          />
        ) : (
          <TextField
            label={t("person.username")}
            dir="ltr"
            maxLength={40}
            hint={t("person.usernameHint")}
            value={form.username}
            onChange={(event) => fill({ username: event.target.value })}
          />
        )}
        <DialogFoot>
          <Button type="submit" kind="primary" disabled={form.name.trim() === "" || addPerson.isPending}>
            {t("person.add")}
          </Button>
          <Button onClick={onClose}>{t("cancel")}</Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

function personOf({ name, kind, by, number, username }: Form): NewPerson {
  const waId = number.replace(/\D/g, "");
  const known =
    by === "number"
      ? { ...(waId && { waId }) }
      : { bsuidOnly: true, ...(username.trim() && { username: username.trim().replace(/^@/, "") }) };
  return { name: name.trim(), kind, ...known };
}
