import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { peopleApi } from "../../../shared/api/people.ts";
import { call } from "../api/call.ts";
import { usePageTitle } from "../shell/page-title.ts";
import { LOCALES } from "../texts/i18n.ts";
import { buttonClass } from "../ui/button.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { TextField } from "../ui/text-field.tsx";
import { LoginField, NewPasswordField } from "./gate-fields.tsx";
import { GateForm, textOf } from "./gate-form.tsx";
import { GateFrame } from "./gate-frame.tsx";
import { useEnter } from "./use-enter.ts";

/** The first admin, by the one-time code that only whoever started the server has seen. */
export function SetUpPage() {
  const { t, i18n } = useTranslation("people");
  const failureWords = useFailureWords();
  const enter = useEnter();
  usePageTitle(t("setUp.button"));
  const state = useQuery({ queryKey: ["set-up"], queryFn: () => call(peopleApi.setupState) });
  const setUp = useMutation({
    mutationFn: (fields: FormData) =>
      call(peopleApi.setUp, {
        body: {
          code: textOf(fields, "code"),
          name: textOf(fields, "name"),
          login: textOf(fields, "login"),
          password: textOf(fields, "password"),
          locale: LOCALES.find((locale) => locale === i18n.language) ?? null,
        },
      }),
    onSuccess: enter,
  });
  if (state.data?.needed === false)
    return (
      <GateFrame title={t("setUp.done")}>
        <Link to="/sign-in" className={buttonClass("primary", "large", "mt-6 self-start")}>
          {t("setUp.toSignIn")}
        </Link>
      </GateFrame>
    );
  return (
    <GateFrame eyebrow={t("setUp.lead")} title={t("setUp.title")} foot={<p>{t("setUp.facts")}</p>}>
      <GateForm
        state="new"
        button={t("setUp.button")}
        isBusy={setUp.isPending}
        error={failureWords(setUp.error)}
        onSubmit={(fields) => setUp.mutate(fields)}
      >
        <TextField
          label={t("field.code")}
          hint={t("hint.code")}
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <TextField label={t("field.name")} name="name" autoComplete="name" maxLength={80} required />
        <LoginField />
        <NewPasswordField label={t("field.password")} />
      </GateForm>
    </GateFrame>
  );
}
