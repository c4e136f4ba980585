import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { CONTACT_KINDS, type Contact } from "../../../shared/api/conversations.ts";
import { useReason } from "../request/use-reason.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FormFoot } from "../ui/form-foot.tsx";
import { TextField } from "../ui/text-field.tsx";
import { BlockPart } from "./block-part.tsx";
import { ContactIds } from "./contact-ids.tsx";
import { ContactParts } from "./contact-parts.tsx";
import { useAddContact, useChangeContact } from "./use-contacts.ts";

type Kind = (typeof CONTACT_KINDS)[number];

/** A person not seen on WhatsApp yet, or another name and kind for one who is. */
export function ContactDialog({
  contact,
  isWorker = false,
  onClose,
}: {
  contact?: Contact;
  isWorker?: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation("contacts");
  const { t: word } = useTranslation();
  const { t: kit } = useTranslation("kit");
  const reasonOf = useReason();
  const [name, setName] = useState(contact?.name ?? "");
  const [phone, setPhone] = useState("");
  const [kinds, setKinds] = useState<readonly Kind[]>(contact?.kinds ?? [isWorker ? "worker" : "client"]);
  const adding = useAddContact(onClose);
  const changing = useChangeContact(contact?.id ?? 0, onClose);
  const error = adding.error ?? changing.error;
  const isReady = name.trim() !== "" && kinds.length > 0 && !adding.isPending && !changing.isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    if (contact) changing.mutate({ name: name.trim(), kinds: [...kinds] });
    else adding.mutate({ name: name.trim(), phone: phone.trim() || null, kinds: [...kinds] });
  };
  const toggle = (kind: Kind) =>
    setKinds(kinds.includes(kind) ? kinds.filter((each) => each !== kind) : [...kinds, kind]);
  return (
    <Dialog title={t(contact ? "dialog.edit" : "dialog.add")} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={t("dialog.name")}
          required
          maxLength={120}
          value={name}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        {!contact && (
          <TextField
            label={t("dialog.phone")}
            type="tel"
            dir="ltr"
            maxLength={30}
            value={phone}
            autoComplete="off"
            hint={t("dialog.phoneHint")}
            onChange={(event) => setPhone(event.target.value)}
          />
        )}
        <fieldset>
          <legend className="mb-1 text-label font-medium text-ink2">{t("dialog.kinds")}</legend>
          <div className="flex flex-wrap gap-x-5">
            {CONTACT_KINDS.map((kind) => (
              <label key={kind} className="flex min-h-9 items-center gap-2 touch:min-h-11">
                <input
                  type="checkbox"
                  checked={kinds.includes(kind)}
                  onChange={() => toggle(kind)}
                  className="size-4 accent-ink"
                />
                {word(`kind.${kind}`)}
              </label>
            ))}
          </div>
        </fieldset>
        {error && (
          <p role="alert" className="text-line font-medium text-late">
            {reasonOf(error)}
          </p>
        )}
        {contact && (
          <p className="text-line text-ink2">
            <ContactIds {...contact} profileName={null} />
          </p>
        )}
        {contact?.profileName && (
          <p className="flex flex-wrap items-center gap-x-3 text-line text-ink2">
            <span>
              {t("ids.calls")} <bdi>“{contact.profileName}”</bdi>
            </span>
            <Button kind="quiet" size="small" onClick={() => setName(contact.profileName ?? name)}>
              {t("dialog.useProfile")}
            </Button>
          </p>
        )}
        {contact && <BlockPart contactId={contact.id} name={contact.name} />}
        {contact?.isJoined && <ContactParts contactId={contact.id} mayChange />}
        <FormFoot action={kit("save")} isOff={!isReady} onClose={onClose} />
      </form>
    </Dialog>
  );
}
