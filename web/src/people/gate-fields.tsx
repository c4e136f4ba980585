import { useTranslation } from "react-i18next";
import { TextField } from "../ui/text-field.tsx";

/** The login that somebody chooses. */
export function LoginField() {
  const { t } = useTranslation("people");
  return (
    <TextField
      label={t("field.login")}
      hint={t("hint.login")}
      name="login"
      autoComplete="username"
      autoCapitalize="none"
      minLength={2}
      required
    />
  );
}

/** The password that somebody chooses. */
export function NewPasswordField({ label }: { label: string }) {
  const { t } = useTranslation("people");
  return (
    <TextField
      label={label}
      hint={t("hint.password")}
      name="password"
      type="password"
      autoComplete="new-password"
      minLength={10}
      required
    />
  );
}
