import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Person, peopleApi } from "../../../shared/api/people.ts";
import { useMe } from "../api/queries.ts";
import { Avatar } from "../ui/avatar.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { useFormat } from "../ui/format.ts";
import { useNow } from "../ui/now.ts";
import { DeactivateDialog } from "./deactivate-dialog.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { PersonActions } from "./person-actions.tsx";
import { usePeopleChange } from "./use-people.ts";

/** A sheet with hairlines, a row a person; what can be done stands in the row's menu. */
export function PeopleTable({ people, title }: { people: readonly Person[]; title: string }) {
  const { t } = useTranslation(["people", "domain"]);
  const change = usePeopleChange(peopleApi.changePerson);
  const reset = usePeopleChange(peopleApi.resetPerson);
  const failureWords = useFailureWords();
  const [leaving, setLeaving] = useState<Person | null>(null);
  const [resetFor, setResetFor] = useState("");
  if (people.length === 0) return null;
  const error = failureWords(change.error ?? reset.error);
  return (
    <div className="flex flex-col gap-1">
      <h2 className="text-label font-medium text-ink3">{title}</h2>
      {error && (
        <p role="alert" className="font-medium text-late">
          {error}
        </p>
      )}
      <ul className="on-strip rounded-panel shadow-1">
        {people.map((person) => (
          <Row
            key={person.id}
            person={person}
            onRole={(role) => change.mutate({ params: { id: person.id }, body: { role } })}
            onReset={() => {
              setResetFor(person.name);
              reset.mutate({ params: { id: person.id } });
            }}
            onDeactivate={() => setLeaving(person)}
            onActivate={() => change.mutate({ params: { id: person.id }, body: { isActive: true } })}
          />
        ))}
      </ul>
      {leaving && (
        <DeactivateDialog
          name={leaving.name}
          onClose={() => setLeaving(null)}
          onConfirm={() => {
            change.mutate({ params: { id: leaving.id }, body: { isActive: false } });
            setLeaving(null);
          }}
        />
      )}
      {reset.data && (
        <LinkDialog
          title={t("inviteDialog.resetTitle", { name: resetFor })}
          link={reset.data}
          onClose={() => reset.reset()}
        />
      )}
    </div>
  );
}

type Acts = Omit<Parameters<typeof PersonActions>[0], "person">;

function Row({ person, ...acts }: { person: Person } & Acts) {
  const { t } = useTranslation(["people", "domain"]);
  const { when } = useFormat();
  const now = useNow();
  const me = useMe();
  const isYou = person.id === me.id;
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 border-b border-line px-3 py-2.5 last:border-b-0 sm:grid-cols-[auto_minmax(0,1.4fr)_minmax(0,1fr)_minmax(0,0.8fr)_auto]">
      <Avatar name={person.name} isYou={isYou} />
      <div className="min-w-0">
        <p className="flex gap-2">
          <bdi className="truncate font-semibold">{person.name}</bdi>
          {isYou && <span className="text-hand">{t("page.you")}</span>}
        </p>
        <p className="truncate text-line text-ink3">
          {t("page.signsIn", { login: person.login })}
          <span className="sm:hidden">
            {" · "}
            {t(`domain:role.${person.role}`)}
          </span>
        </p>
      </div>
      <p className="max-sm:hidden">{t(`domain:role.${person.role}`)}</p>
      <p className="text-line text-ink2 max-sm:hidden">
        {person.lastSeenAt ? t("page.seen", { time: when(person.lastSeenAt, now) }) : t("page.never")}
      </p>
      {me.role === "admin" ? <PersonActions person={person} {...acts} /> : <span />}
    </li>
  );
}
