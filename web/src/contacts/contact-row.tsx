import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Contact } from "../../../shared/api/conversations.ts";
import { hasRole } from "../../../shared/request.ts";
import { useMe } from "../api/queries.ts";
import { useList } from "../request/use-list.ts";
import { useReason } from "../request/use-reason.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorPanel } from "../ui/error-panel.tsx";
import { useFormat } from "../ui/format.ts";
import { useNow } from "../ui/now.ts";
import { ContactIds } from "./contact-ids.tsx";
import { useChangeContact } from "./use-contacts.ts";

type Props = {
  contact: Contact;
  kinds: readonly string[];
  onEdit: () => void;
  onMerge: () => void;
  onRequest: () => void;
};

/** A person: name and number in their own script, what they are, what they have open, what one can do. */
export function ContactRow({ contact, kinds, onEdit, onMerge, onRequest }: Props) {
  const { t } = useTranslation("contacts");
  const { date } = useFormat();
  const list = useList();
  const reasonOf = useReason();
  const now = useNow();
  const me = useMe();
  const change = useChangeContact(contact.id);
  const mayChange = hasRole(me.role, "coordinator");
  const isWorker = contact.kinds.includes("worker");
  return (
    <div className="flex flex-col gap-2 px-3 py-2.5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Avatar name={contact.name} />
        <div className="min-w-44 flex-1">
          <p className="text-title font-semibold">
            <bdi>{contact.name}</bdi>
          </p>
          <p className="text-line text-ink2">
            <ContactIds {...contact} />
          </p>
          <p className="text-line text-ink3">
            {list([
              ...kinds,
              t("row.since", { date: date(contact.since, now) }),
              ...(contact.isJoined ? [t("row.joined")] : []),
              ...(contact.isBlocked ? [t("row.blocked")] : []),
              ...(contact.refusesAdvertising ? [t("row.refusesAdvertising")] : []),
            ])}
          </p>
        </div>
        <Link
          to="/requests"
          search={{ contact: contact.id, state: "all" }}
          className="text-line font-medium text-ink2 underline-offset-2 hover:text-ink hover:underline touch:inline-flex touch:min-h-11 touch:items-center"
        >
          {t("row.open", { count: contact.openRequests })}
        </Link>
        <div className="flex flex-wrap gap-1.5">
          <Button size="small" onClick={onRequest}>
            {t("row.openRequest")}
          </Button>
          {mayChange && !isWorker && (
            <Button
              kind="quiet"
              size="small"
              disabled={change.isPending}
              onClick={() => change.mutate({ kinds: [...contact.kinds, "worker"] })}
            >
              {t("row.makeWorker")}
            </Button>
          )}
          {mayChange && (
            <Button kind="quiet" size="small" onClick={onMerge}>
              {t("row.merge")}
            </Button>
          )}
          {mayChange && (
            <Button kind="quiet" size="small" onClick={onEdit}>
              {t("row.edit")}
            </Button>
          )}
        </div>
      </div>
      {change.error && (
        <ErrorPanel title={t("row.refused")} onDismiss={change.reset}>
          {reasonOf(change.error)}
        </ErrorPanel>
      )}
    </div>
  );
}
