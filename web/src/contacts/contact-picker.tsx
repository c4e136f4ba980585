import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { conversationsApi } from "../../../shared/api/conversations.ts";
import { call } from "../api/call.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";

export type Picked = { contact: { id: number; name: string } | null; name: string; phone: string };

const SHOWN = 4;

/** Somebody known, found by the first letters, or a new name with a number if there is one. */
export function ContactPicker({ picked, onPick }: { picked: Picked; onPick: (picked: Picked) => void }) {
  const { t } = useTranslation("contacts");
  const asked = useDeferredValue(picked.name.trim());
  const found = useQuery({
    queryKey: ["contacts", "picker", asked],
    queryFn: ({ signal }) => call(conversationsApi.listContacts, { body: { q: asked }, signal }),
    enabled: asked.length > 1 && picked.contact === null,
  });
  if (picked.contact)
    return (
      <div className="flex items-center justify-between gap-3">
        <p className="text-body">
          <span className="block text-label font-medium text-ink2">{t("picker.client")}</span>
          <bdi className="font-semibold">{picked.contact.name}</bdi>
        </p>
        <Button size="small" onClick={() => onPick({ ...picked, contact: null })}>
          {t("picker.other")}
        </Button>
      </div>
    );
  return (
    <div className="flex flex-col gap-2">
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t("picker.client")}
          value={picked.name}
          maxLength={120}
          autoComplete="off"
          onChange={(event) => onPick({ ...picked, name: event.target.value })}
        />
        <TextField
          label={t("picker.phone")}
          type="tel"
          dir="ltr"
          value={picked.phone}
          maxLength={30}
          autoComplete="off"
          onChange={(event) => onPick({ ...picked, phone: event.target.value })}
        />
      </div>
      {asked.length > 1 && (found.data?.contacts.length ?? 0) > 0 && (
        <ul aria-label={t("picker.known")} className="flex flex-wrap gap-1.5">
          {found.data?.contacts.slice(0, SHOWN).map((contact) => (
            <li key={contact.id}>
              <Button size="small" onClick={() => onPick({ ...picked, contact })}>
                <bdi>{contact.name}</bdi>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
