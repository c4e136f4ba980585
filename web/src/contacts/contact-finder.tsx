import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "../../../shared/api/conversations.ts";
import { useReason } from "../request/use-reason.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Loading, StripSkeleton } from "../ui/skeleton.tsx";
import { TextField } from "../ui/text-field.tsx";
import { ContactIds } from "./contact-ids.tsx";
import { useContacts } from "./use-contacts.ts";

/** Everybody but one, narrowed by the first letters or digits. */
export function ContactFinder({ without, onPick }: { without: number; onPick: (contact: Contact) => void }) {
  const { t } = useTranslation("contacts");
  const reasonOf = useReason();
  const [words, setWords] = useState("");
  const list = useContacts({ q: useDeferredValue(words.trim()) || undefined });
  const found = list.contacts.filter(({ id }) => id !== without);
  return (
    <>
      <TextField
        label={t("merge.find")}
        type="search"
        value={words}
        autoComplete="off"
        onChange={(event) => setWords(event.target.value)}
      />
      {list.error ? (
        <p role="alert" className="text-line font-medium text-late">
          {reasonOf(list.error)}
        </p>
      ) : list.isLoading ? (
        <Loading>
          <StripSkeleton />
        </Loading>
      ) : found.length === 0 ? (
        <p className="text-body text-ink2">{t("list.noneFoundText")}</p>
      ) : (
        <ul className="on-panel max-h-[45dvh] overflow-auto rounded-panel">
          {found.map((contact) => (
            <li key={contact.id} className="border-t border-line first:border-t-0">
              <button
                type="button"
                onClick={() => onPick(contact)}
                className="flex min-h-11 w-full cursor-pointer items-center gap-3 px-3 py-2 text-start hover:bg-sunk focus-visible:-outline-offset-2"
              >
                <Avatar name={contact.name} />
                <span className="min-w-0 flex-1">
                  <bdi className="block text-body font-semibold">{contact.name}</bdi>
                  <span className="block text-line text-ink2">
                    <ContactIds phone={contact.phone} username={contact.username} />
                  </span>
                </span>
                <span className="text-line text-ink3">{t("row.open", { count: contact.openRequests })}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
