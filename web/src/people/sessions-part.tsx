import { useTranslation } from "react-i18next";
import { peopleApi } from "../../../shared/api/people.ts";
import { Button } from "../ui/button.tsx";
import { useFormat } from "../ui/format.ts";
import { useNow } from "../ui/now.ts";
import { announce } from "../ui/status-region.tsx";
import { usePeopleChange, useSessions } from "./use-people.ts";

/** Where one is signed in; each can be ended from here. */
export function SessionsPart() {
  const { t } = useTranslation("people");
  const { when, date } = useFormat();
  const now = useNow();
  const sessions = useSessions().data?.sessions ?? [];
  const revoke = usePeopleChange(peopleApi.revokeSession);
  return (
    <section className="flex flex-col gap-1">
      <h2 className="text-label font-medium text-ink3">{t("sessions.title")}</h2>
      <ul className="border-y border-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex items-center gap-3 border-b border-line py-2 last:border-b-0">
            <div className="min-w-0 flex-1">
              <p className="flex gap-2">
                <bdi className="truncate">{session.browser}</bdi>
                {session.isThisOne && <span className="text-hand">{t("sessions.here")}</span>}
              </p>
              <p className="text-label text-ink3">
                {t("page.seen", { time: when(session.lastSeenAt, now) })}
                {" · "}
                {t("sessions.since", { time: date(session.startedAt, now) })}
              </p>
            </div>
            {!session.isThisOne && (
              <Button
                kind="quiet"
                size="small"
                onClick={() =>
                  revoke.mutate(
                    { params: { id: session.id } },
                    { onSuccess: () => announce(t("sessions.ended")) },
                  )
                }
              >
                {t("sessions.end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
