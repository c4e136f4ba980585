import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { ROLES } from "../../../shared/request.ts";
import { ApiFailure } from "../api/call.ts";
import { useFailureWords } from "../ui/failure-words.ts";

/** Refusals of moves come with this before the code that screens and server share. */
const MOVE = "move_";

const MOVES = [
  "same_state",
  "not_from_here",
  "held_by_other",
  "needs_reason",
  "needs_work",
  "needs_worker",
  "needs_waits_on",
] as const;

const OTHERS = [
  "request_not_found",
  "request_changed",
  "request_over",
  "request_closed_long_ago",
  "move_broken_promise",
  "move_moved_meanwhile",
  "time_is_past",
  "undo_nothing",
  "undo_not_yours",
  "undo_too_late",
  "undo_built_on",
  "sorted_already",
  "window_shut",
  "window_never_open",
  "number_cannot_send",
  "quoted_unsent",
  "group",
  "contact_blocked",
  "not_to_settle",
  "contact_without_number",
  "marketing_stopped",
  "template_gone",
  "template_beyond",
  "template_other_account",
  "template_file_missing",
  "template_file_unwanted",
  "template_values_missing",
  "upload_gone",
  "upload_empty",
  "upload_type",
  "upload_too_large",
  "upload_no_voice",
  "reaction_too_old",
  "reaction_unsent",
  "reaction_revoked",
  "reaction_no_message",
  "reaction_no_emoji",
  "phone_taken",
  "bad_phone",
  "no_such_worker",
  "no_such_owner",
  "no_such_category",
  "no_such_area",
  "no_such_contact",
  "same_contact",
  "both_have_phones",
  "not_joined",
  "decision_not_found",
  "request_merged",
  "merge_itself",
  "merge_worker",
  "merge_two_promises",
  "messages_gone",
  "needs_request",
] as const;

/** Why the server did not do it, in the reader's language where the code is known, else in its own plain words. */
export function useReason(): (error: unknown) => string {
  const { t } = useTranslation();
  const { t: page } = useTranslation("request");
  const failureWords = useFailureWords();
  return useCallback(
    (error) => {
      if (!(error instanceof ApiFailure)) return failureWords(error) ?? "";
      const { code, detail } = error;
      const move = MOVES.find((known) => code === MOVE + known);
      if (move) return t(`refusal.${move}`);
      const role = ROLES.find((known) => known === detail.role);
      if (code === "move_not_your_role" && role) return t("refusal.needs_role", { role: t(`role.${role}`) });
      const other = OTHERS.find((known) => known === code);
      if (other) return page(`refusal.${other}`, { by: typeof detail.by === "string" ? detail.by : "?" });
      return failureWords(error) ?? "";
    },
    [t, page, failureWords],
  );
}
