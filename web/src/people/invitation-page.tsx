import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { peopleApi } from "../../../shared/api/people.ts";
import { call } from "../api/call.ts";
import { usePageTitle } from "../shell/page-title.ts";
import { LOCALES } from "../texts/i18n.ts";
import { buttonClass } from "../ui/button.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { LoginField, NewPasswordField } from "./gate-fields.tsx";
import { GateForm, textOf } from "./gate-form.tsx";
import { GateFrame } from "./gate-frame.tsx";
import { useEnter } from "./use-enter.ts";

/** A link that lets somebody in: to join, or to set a new password. */
export function InvitationPage() {
  const { t, i18n } = useTranslation("people");
  // Behind the hash: what stands there reaches no server's log.
  const token = useLocation({ select: (place) => place.hash });
  const failureWords = useFailureWords();
  const enter = useEnter();
  const link = useQuery({
    queryKey: ["invitation", token],
    queryFn: () => call(peopleApi.readInvitation, { body: { token } }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const accept = useMutation({
    mutationFn: (fields: FormData) =>
      call(peopleApi.acceptInvitation, {
        body: {
          token,
          login: textOf(fields, "login") || null,
          password: textOf(fields, "password"),
          locale: LOCALES.find((locale) => locale === i18n.language) ?? null,
        },
      }),
    onSuccess: enter,
  });
  usePageTitle(t("invitation.join"));
  if (link.isPending) return <GateFrame title="">{null}</GateFrame>;
  if (link.isError)
    return (
      <GateFrame title={t("invitation.worthless")}>
        <p className="mt-2 text-ink2">{t("invitation.worthlessLead")}</p>
        <Link to="/sign-in" className={buttonClass("plain", "large", "mt-6 self-start")}>
          {t("setUp.toSignIn")}
        </Link>
      </GateFrame>
    );
  const { kind, name } = link.data;
  const isReset = kind === "reset";
  return (
    <GateFrame
      title={t(isReset ? "invitation.reset" : "invitation.welcome", { name })}
      eyebrow={t(isReset ? "invitation.resetLead" : "invitation.lead")}
    >
      <GateForm
        state="ready"
        button={t(isReset ? "invitation.set" : "invitation.join")}
        isBusy={accept.isPending}
        error={failureWords(accept.error)}
        onSubmit={(fields) => accept.mutate(fields)}
      >
        {!isReset && <LoginField />}
        <NewPasswordField label={t(isReset ? "field.newPassword" : "field.password")} />
      </GateForm>
    </GateFrame>
  );
}
