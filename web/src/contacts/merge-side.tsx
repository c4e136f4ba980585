import { useTranslation } from "react-i18next";
import type { Contact } from "../../../shared/api/conversations.ts";
import { useList } from "../request/use-list.ts";
import { Avatar } from "../ui/avatar.tsx";
import { cx } from "../ui/class-names.ts";
import { useFormat } from "../ui/format.ts";
import { useNow } from "../ui/now.ts";
import { ContactIds } from "./contact-ids.tsx";

type Props = { contact: Contact; role: string; isMain?: boolean };

/** One of the two: enough to tell whether they are the same person. */
export function MergeSide({ contact, role, isMain = false }: Props) {
  const { t } = useTranslation("contacts");
  const { t: word } = useTranslation();
  const { date } = useFormat();
  const list = useList();
  const now = useNow();
  return (
    <section
      aria-label={role}
      className={cx(
        "flex flex-col gap-2 rounded-panel border px-3.5 py-3",
        isMain ? "border-ink" : "border-line2",
      )}
    >
      <p className="text-label font-medium text-ink3">{role}</p>
      <p className="flex items-center gap-2.5 text-title font-semibold">
        <Avatar name={contact.name} />
        <bdi className="min-w-0 wrap-anywhere">{contact.name}</bdi>
      </p>
      <p className="text-line text-ink2">
        <ContactIds {...contact} />
      </p>
      <p className="text-line text-ink2">
        {list([
          ...contact.kinds.map((kind) => word(`kind.${kind}`)),
          t("row.since", { date: date(contact.since, now) }),
        ])}
      </p>
      <p className="text-line font-medium text-ink2">
        {t("merge.has", { count: contact.conversationIds.length })} ·{" "}
        {t("row.open", { count: contact.openRequests })}
      </p>
    </section>
  );
}
