import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "../../../shared/api/conversations.ts";
import { useReason } from "../request/use-reason.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogFoot } from "../ui/dialog.tsx";
import { ContactFinder } from "./contact-finder.tsx";
import { MergeSide } from "./merge-side.tsx";
import { type Merged, useMergeContact } from "./use-contacts.ts";

type Props = { contact: Contact; onClose: () => void; onMerged: (merged: Merged) => void };

/** Two contacts that are one person: found, looked at side by side, joined. Nothing of it is for good. */
export function MergeDialog({ contact, onClose, onMerged }: Props) {
  const { t } = useTranslation("contacts");
  const { t: kit } = useTranslation("kit");
  const reasonOf = useReason();
  const [other, setOther] = useState<Contact | null>(null);
  const [isSwapped, setIsSwapped] = useState(false);
  const merging = useMergeContact(onMerged);
  const [stays, joins] = isSwapped && other ? [other, contact] : [contact, other];
  const threads = contact.conversationIds.length + (other?.conversationIds.length ?? 0);
  const requests = contact.openRequests + (other?.openRequests ?? 0);
  const areTwoPhones = contact.phone !== null && other?.phone != null;
  return (
    <Dialog
      title={t("merge.title", { name: contact.name })}
      onClose={onClose}
      className="w-[min(40rem,calc(100vw-1.5rem))]"
    >
      {!joins ? (
        <ContactFinder without={contact.id} onPick={setOther} />
      ) : (
        <>
          <div className="grid gap-3 sm:grid-cols-2">
            <MergeSide contact={stays} role={t("merge.stays")} isMain />
            <MergeSide contact={joins} role={t("merge.joins")} />
          </div>
          <Button kind="quiet" size="small" className="self-start" onClick={() => setIsSwapped(!isSwapped)}>
            {t("merge.swap")}
          </Button>
          <ul className="list-disc ps-5 text-body text-ink2">
            {threads > 1 && <li>{t("merge.threads", { count: threads })}</li>}
            {requests > 0 && <li>{t("merge.requests", { count: requests })}</li>}
            <li>{t("merge.answers")}</li>
            <li>{t("merge.back")}</li>
          </ul>
          {areTwoPhones && (
            <p className="rounded-control border-s-3 border-late bg-late-soft px-3 py-2 text-body text-ink">
              {t("merge.twoPhones")}
            </p>
          )}
          {merging.error && (
            <p role="alert" className="text-line font-medium text-late">
              {reasonOf(merging.error)}
            </p>
          )}
          <DialogFoot>
            <Button
              kind="primary"
              disabled={merging.isPending}
              onClick={() => merging.mutate({ id: stays.id, otherId: joins.id, confirmed: areTwoPhones })}
            >
              {t(areTwoPhones ? "merge.confirm" : "merge.merge")}
            </Button>
            <Button kind="quiet" onClick={() => setOther(null)}>
              {t("merge.other")}
            </Button>
            <Button kind="quiet" onClick={onClose}>
              {kit("cancel")}
            </Button>
          </DialogFoot>
        </>
      )}
    </Dialog>
  );
}
