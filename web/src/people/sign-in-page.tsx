import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { peopleApi } from "../../../shared/api/people.ts";
import { call } from "../api/call.ts";
import { usePageTitle } from "../shell/page-title.ts";
import { useFailureWords } from "../ui/failure-words.ts";
import { TextField } from "../ui/text-field.tsx";
import { GateForm, textOf } from "./gate-form.tsx";
import { GateFrame } from "./gate-frame.tsx";
import { useEnter } from "./use-enter.ts";

export function SignInPage() {
  const { t } = useTranslation("people");
  const failureWords = useFailureWords();
  const enter = useEnter();
  usePageTitle(t("signIn.title"));
  const signIn = useMutation({
    mutationFn: (body: { login: string; password: string }) => call(peopleApi.signIn, { body }),
    onSuccess: enter,
  });
  return (
    <GateFrame title={t("signIn.title")} foot={<p className="max-w-120">{t("signIn.lost")}</p>}>
      <GateForm
        state="new"
        button={t("signIn.button")}
        isBusy={signIn.isPending}
        error={failureWords(signIn.error)}
        onSubmit={(fields) =>
          signIn.mutate({ login: textOf(fields, "login"), password: textOf(fields, "password") })
        }
      >
        <TextField
          label={t("field.login")}
          name="login"
          autoComplete="username"
          autoCapitalize="none"
          required
        />
        <TextField
          label={t("field.password")}
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
      </GateForm>
    </GateFrame>
  );
}
