import { useTranslation } from "react-i18next";
import { peopleApi } from "../../../shared/api/people.ts";
import { useMe } from "../api/queries.ts";
import { Button } from "../ui/button.tsx";
import { useFormat } from "../ui/format.ts";
import { useNow } from "../ui/now.ts";
import { StateMark } from "../ui/state-mark.tsx";
import { type PeopleList, usePeopleChange } from "./use-people.ts";

/** Links given away and not used yet. */
export function Invitations({ invitations }: { invitations: PeopleList["invitations"] }) {
  const { t } = useTranslation(["people", "domain"]);
  const { clockTime, date } = useFormat();
  const now = useNow();
  const me = useMe();
  const withdraw = usePeopleChange(peopleApi.withdrawInvitation);
  if (invitations.length === 0) return null;
  return (
    <div className="flex flex-col gap-1">
      <h2 className="text-label font-medium text-ink3">{t("page.invitations")}</h2>
      <ul className="border-y border-line">
        {invitations.map((invitation) => (
          <li
            key={invitation.id}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-2 last:border-b-0"
          >
            <StateMark state="new" />
            <bdi className="font-semibold">{invitation.name}</bdi>
            <span>{t(`domain:role.${invitation.role}`)}</span>
            <span className="min-w-40 flex-1 text-line text-ink2">
              {t("page.until", {
                time: `${date(invitation.expiresAt, now)} ${clockTime(invitation.expiresAt)}`,
              })}
            </span>
            {me.role === "admin" && (
              <Button
                kind="quiet"
                size="small"
                onClick={() => withdraw.mutate({ params: { id: invitation.id } })}
              >
                {t("page.withdraw")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
