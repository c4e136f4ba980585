import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { peopleApi } from "../../../shared/api/people.ts";
import { meQuery, useMe } from "../api/queries.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { FormFoot } from "../ui/form-foot.tsx";
import { announce } from "../ui/status-region.tsx";
import { TextField } from "../ui/text-field.tsx";
import { textOf } from "./gate-form.tsx";
import { usePeopleChange } from "./use-people.ts";

/** One's own name and password. Language and colours are in the menu under one's name. */
export function AccountPart() {
  const { t } = useTranslation(["people", "domain"]);
  const me = useMe();
  const [isChanging, setChanging] = useState(false);
  return (
    <section className="flex flex-col items-start gap-2">
      <h2 className="text-label font-medium text-ink3">{t("me.title")}</h2>
      <p>
        <bdi className="font-semibold">{me.name}</bdi>
        <br />
        <span className="text-ink2">
          {t("page.signsIn", { login: me.login })}
          {" · "}
          {t(`domain:role.${me.role}`)}
        </span>
      </p>
      <Button size="small" onClick={() => setChanging(true)}>
        {t("me.change")}
      </Button>
      {isChanging && <AccountDialog onClose={() => setChanging(false)} />}
    </section>
  );
}

function AccountDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["people", "kit"]);
  const me = useMe();
  const client = useQueryClient();
  const failureWords = useFailureWords();
  const change = usePeopleChange(peopleApi.changeMe);
  const submit = (fields: FormData) => {
    const next = textOf(fields, "next");
    const password = next ? { current: textOf(fields, "current"), next } : undefined;
    change.mutate(
      { body: { name: textOf(fields, "name"), password } },
      {
        onSuccess: (changed) => {
          client.setQueryData(meQuery.queryKey, changed);
          announce(t(password ? "me.passwordChanged" : "me.saved"));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog title={t("me.change")} onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget));
        }}
      >
        <TextField label={t("field.name")} name="name" defaultValue={me.name} maxLength={80} required />
        <TextField
          label={t("field.currentPassword")}
          name="current"
          type="password"
          autoComplete="current-password"
        />
        <TextField
          label={t("field.newPassword")}
          hint={t("hint.password")}
          name="next"
          type="password"
          autoComplete="new-password"
          minLength={10}
          error={failureWords(change.error)}
        />
        <FormFoot action={t("kit:save")} isOff={change.isPending} onClose={onClose} />
      </form>
    </Dialog>
  );
}
