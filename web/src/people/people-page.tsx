import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../api/queries.ts";
import { usePageTitle } from "../shell/page-title.ts";
import { Button } from "../ui/button.tsx";
import { ErrorPanel } from "../ui/error-panel.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { Loading, StripSkeleton } from "../ui/skeleton.tsx";
import { AccountPart } from "./account-part.tsx";
import { Invitations } from "./invitations.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { PeopleTable } from "./people-table.tsx";
import { SessionsPart } from "./sessions-part.tsx";
import { TokensPart } from "./tokens-part.tsx";
import { usePeople } from "./use-people.ts";

/** Who may come in, with which role, from where; at the side one's own account. */
export function PeoplePage() {
  const { t } = useTranslation(["people", "kit"]);
  const me = useMe();
  const people = usePeople();
  const failureWords = useFailureWords();
  const [isInviting, setInviting] = useState(false);
  const isAdmin = me.role === "admin";
  usePageTitle(t("page.title"));
  return (
    <div className="mx-auto grid max-w-330 gap-x-12 gap-y-10 px-5 py-6 max-sm:px-3 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <section className="flex min-w-0 flex-col gap-4">
        <div className="flex flex-wrap items-end justify-between gap-3">
          <h1 className="text-page font-semibold">{t("page.title")}</h1>
          {isAdmin && (
            <Button kind="primary" shortcut="KeyN" onClick={() => setInviting(true)}>
              {t("page.invite")}
            </Button>
          )}
        </div>
        {!isAdmin && <p className="text-ink2">{t("page.onlyAdmin")}</p>}
        {people.isPending && (
          <Loading className="flex flex-col gap-2">
            <StripSkeleton />
            <StripSkeleton />
          </Loading>
        )}
        {people.isError && (
          <ErrorPanel
            title={t("kit:error.title")}
            actions={[{ text: t("kit:tryAgain"), onPress: () => void people.refetch() }]}
          >
            {failureWords(people.error)}
          </ErrorPanel>
        )}
        {people.data && (
          <>
            <PeopleTable
              people={people.data.people.filter((each) => each.isActive)}
              title={t("page.people")}
            />
            <Invitations invitations={people.data.invitations} />
            <PeopleTable
              people={people.data.people.filter((each) => !each.isActive)}
              title={t("page.inactive")}
            />
          </>
        )}
      </section>
      <aside className="flex min-w-0 flex-col gap-8" aria-label={t("me.title")}>
        <AccountPart />
        <SessionsPart />
        {isAdmin && <TokensPart />}
      </aside>
      {isInviting && <InviteDialog onClose={() => setInviting(false)} />}
    </div>
  );
}
