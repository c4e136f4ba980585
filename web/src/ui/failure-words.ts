/** A refusal in the reader's language: by its code, else in the server's own words. */
import { useTranslation } from "react-i18next";
import { ApiFailure } from "../api/call.ts";

const KNOWN = [
  "offline",
  "wrong_login",
  "wrong_password",
  "wrong_code",
  "weak_password",
  "login_taken",
  "last_admin",
  "link_worthless",
  "already_set_up",
  "deactivated",
  "too_many",
  "busy",
  "database_away",
  "disk_full",
  "needs_role",
  "contact_blocked",
  "block_day",
  "block_full",
  "whatsapp_away",
  "time_zone",
  "opening_spans",
  "opening_first",
  "words_missing",
  "number_is_sample",
  "number_from_environment",
  "token_from_environment",
  "nothing_heard",
  "number_not_listed",
  "connection_gone",
  "token_first",
  "token_again",
  "internal",
  "unexpected",
] as const;

/** Returns null for no error, so that it can stand in a field's `error` directly. */
export function useFailureWords(): (error: unknown) => string | null {
  const { t } = useTranslation("failure");
  return (error) => {
    if (!error) return null;
    if (!(error instanceof ApiFailure)) return t("unexpected");
    const code = KNOWN.find((known) => known === error.code);
    return code ? t(code) : error.message;
  };
}
