import { useTranslation } from "react-i18next";
import type { ContactPart } from "../../../shared/api/conversations.ts";
import { useReason } from "../request/use-reason.ts";
import { Button } from "../ui/button.tsx";
import { useFormat } from "../ui/format.ts";
import { useNow } from "../ui/now.ts";
import { Loading, StripSkeleton } from "../ui/skeleton.tsx";
import { ContactIds } from "./contact-ids.tsx";
import { useContact, usePartContact } from "./use-contacts.ts";

/** What a contact is made of: by whose word and when, and the way to take each part out again. */
export function ContactParts({ contactId, mayChange }: { contactId: number; mayChange: boolean }) {
  const { t } = useTranslation("contacts");
  const reasonOf = useReason();
  const contact = useContact(contactId);
  const parting = usePartContact(contactId);
  const error = contact.error ?? parting.error;
  const joined = contact.data?.parts.filter(({ isMain }) => !isMain) ?? [];
  if (contact.isPending)
    return (
      <Loading>
        <StripSkeleton />
      </Loading>
    );
  return (
    <section aria-label={t("parts.title")} className="flex flex-col gap-2">
      <h3 className="text-label font-medium text-ink2">{t("parts.title")}</h3>
      {joined.length > 0 && (
        <ul className="on-panel rounded-panel">
          {joined.map((part) => (
            <li
              key={part.id}
              className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 border-t border-line px-3 py-2.5 first:border-t-0"
            >
              <PartLine part={part} />
              {mayChange && (
                <Button size="small" disabled={parting.isPending} onClick={() => parting.mutate(part.id)}>
                  {t("parts.takeApart")} <span className="sr-only">{part.name}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {joined.length > 0 && <p className="text-label text-ink3">{t("parts.stays")}</p>}
      {parting.data && (
        <p role="status" className="text-line font-medium text-ink2">
          {t("parts.done", { name: parting.data.parted.name })}
        </p>
      )}
      {error && (
        <p role="alert" className="text-line font-medium text-late">
          {reasonOf(error)}
        </p>
      )}
    </section>
  );
}

function PartLine({ part }: { part: ContactPart }) {
  const { t } = useTranslation("contacts");
  const { date } = useFormat();
  const now = useNow();
  const { joined } = part;
  return (
    <div className="min-w-0 flex-1">
      <p className="text-body font-semibold">
        <bdi>{part.name}</bdi>
      </p>
      <p className="text-line text-ink2">
        <ContactIds phone={part.phone} username={part.username} />
      </p>
      <p className="text-label text-ink3">
        {joined
          ? t(joined.by ? "parts.by" : "parts.byProgram", {
              name: joined.by ?? "",
              date: date(joined.at, now),
            })
          : t("parts.byWhatsApp")}
      </p>
    </div>
  );
}
