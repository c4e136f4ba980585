import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Role } from "../../../shared/diagnosis/diagnosis.ts";
import { Button } from "../ui/button.tsx";
import { announce } from "../ui/status-region.tsx";
import { TextField } from "../ui/text-field.tsx";
import { PersonRow } from "./person-row.tsx";
import type { Said, ShownPerson } from "./talk.ts";

/** As many clients are listed at once; the rest are found by name. */
const MOST = 30;

/** Who was taken for what. A change measures anew at once. */
export function PeoplePart({
  people,
  said,
  isMasked,
  onSay,
}: {
  people: readonly ShownPerson[];
  said: Said;
  isMasked: boolean;
  onSay: (said: Said) => void;
}) {
  const { t } = useTranslation("diagnosis");
  const roles = new Map(said.roles);
  const now = people
    .map((person) => ({ ...person, role: roles.get(person.name) ?? person.role }))
    .sort((one, other) => other.messages - one.messages);
  // Of whom somebody said what they are stays in sight, a client too.
  const isOurs = ({ name, role }: ShownPerson) => role !== "client" || roles.has(name);
  const ours = now.filter(isOurs);
  const change = (person: ShownPerson, role: Role) => {
    onSay({ ...said, roles: [...roles.set(person.name, role)] });
    announce(t("people.changed", { name: person.shownAs, role: t(`people.role.${role}`) }));
  };
  return (
    <section id="people" className="diagnosis-people not-on-paper border-t border-line pt-5">
      <h2 className="text-message font-semibold">{t("people.title")}</h2>
      <p className="mt-0.5 text-ink2">{t(ours.length > 0 ? "people.lead" : "people.nobody")}</p>
      <ul className="mt-2 border-t border-line">
        {ours.map((person) => (
          <PersonRow key={person.name} person={person} onChange={(role) => change(person, role)} />
        ))}
      </ul>
      <Clients clients={now.filter((person) => !isOurs(person))} onChange={change} />
      {!isMasked && <Joined said={said} onSay={onSay} />}
      {said.roles.length > 0 && (
        <Button
          kind="quiet"
          size="small"
          className="mt-2 -ms-2.5"
          onClick={() => onSay({ ...said, roles: [] })}
        >
          {t("people.back")}
        </Button>
      )}
    </section>
  );
}

function Clients({
  clients,
  onChange,
}: {
  clients: readonly ShownPerson[];
  onChange: (person: ShownPerson, role: Role) => void;
}) {
  const { t } = useTranslation("diagnosis");
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState("");
  if (clients.length === 0) return null;
  const sought = words.trim().toLocaleLowerCase();
  const found = clients.filter(({ shownAs }) => shownAs.toLocaleLowerCase().includes(sought));
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="flex min-h-9 items-center text-ink2 underline decoration-line2 underline-offset-3 hover:text-ink touch:min-h-11">
        {t("people.clients", { count: clients.length })}
      </summary>
      {isOpen && (
        <>
          {clients.length > MOST && (
            <TextField
              label={t("people.find")}
              type="search"
              value={words}
              onChange={({ target }) => setWords(target.value)}
              className="mb-2"
            />
          )}
          <ul className="border-t border-line">
            {found.slice(0, MOST).map((person) => (
              <PersonRow key={person.name} person={person} onChange={(role) => onChange(person, role)} />
            ))}
          </ul>
          {found.length > MOST && (
            <p className="mt-2 text-label text-ink3">{t("people.more", { count: found.length - MOST })}</p>
          )}
        </>
      )}
    </details>
  );
}

/** Names that were said to be one person, and the way back. */
function Joined({ said, onSay }: { said: Said; onSay: (said: Said) => void }) {
  const { t } = useTranslation("diagnosis");
  return said.same.map(([one, other]) => (
    <p key={`${one} ${other}`} className="mt-2 flex flex-wrap items-center gap-x-3 text-ink2">
      <span>{t("people.joined", { one: `\u2068${one}\u2069`, other: `\u2068${other}\u2069` })}</span>
      <Button
        kind="quiet"
        size="small"
        className="-mx-2.5"
        onClick={() => onSay({ ...said, same: said.same.filter(([, each]) => each !== other) })}
      >
        {t("people.part")}
      </Button>
    </p>
  ));
}
