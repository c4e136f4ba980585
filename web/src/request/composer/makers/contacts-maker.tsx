import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Contact, conversationsApi } from "../../../../../shared/api/conversations.ts";
import { call } from "../../../api/call.ts";
import { CrossGlyph, TickGlyph } from "../../../ui/glyphs.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import type { MakerProps } from "./maker.tsx";
import { MakerFrame } from "./maker-frame.tsx";

const MOST = 10;
/** WhatsApp takes five numbers of one person. */
const MOST_PHONES = 5;

const phonesOf = ({ phone, otherPhones }: Contact): string[] =>
  [...(phone ? [phone] : []), ...otherPhones].slice(0, MOST_PHONES);

/** Somebody out of our contacts, to be called by the client: the plumber, the office. */
export function ContactsMaker({ text: _, ...frame }: MakerProps) {
  const { t } = useTranslation("composer");
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<readonly Contact[]>([]);
  const q = useDeferredValue(words.trim());
  const { data } = useQuery({
    queryKey: ["contacts", "card", q],
    queryFn: ({ signal }) => call(conversationsApi.listContacts, { body: { q: q || undefined }, signal }),
    placeholderData: (before) => before,
  });
  const found = (data?.contacts ?? []).filter((contact) => phonesOf(contact).length > 0).slice(0, 8);
  const isChosen = ({ id }: Contact) => chosen.some((other) => other.id === id);
  const toggle = (contact: Contact) =>
    setChosen(
      isChosen(contact) ? chosen.filter(({ id }) => id !== contact.id) : [...chosen, contact].slice(0, MOST),
    );
  return (
    <MakerFrame
      {...frame}
      title={t("card.title")}
      action={t("card.send", { count: Math.max(1, chosen.length) })}
      message={
        chosen.length === 0
          ? null
          : {
              kind: "contacts",
              contacts: chosen.map((contact) => ({ name: contact.name, phones: phonesOf(contact) })),
            }
      }
    >
      {chosen.length > 0 && (
        <ul aria-label={t("card.chosen")} className="flex flex-wrap gap-1.5">
          {chosen.map((contact) => (
            <li key={contact.id}>
              <button
                type="button"
                onClick={() => toggle(contact)}
                aria-label={t("card.leave", { name: contact.name })}
                className="inline-flex min-h-7 items-center gap-1.5 rounded-full bg-sunk ps-2.5 pe-2 text-line font-medium touch:min-h-11"
              >
                <bdi>{contact.name}</bdi>
                <CrossGlyph className="size-2.5 text-ink2" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <TextField
        label={t("card.find")}
        value={words}
        hint={chosen.length >= MOST ? t("card.most") : undefined}
        onChange={(event) => setWords(event.target.value)}
      />
      <ul className="flex flex-col">
        {found.map((contact) => (
          <li key={contact.id}>
            <button
              type="button"
              aria-pressed={isChosen(contact)}
              aria-label={t(isChosen(contact) ? "card.leave" : "card.take", { name: contact.name })}
              onClick={() => toggle(contact)}
              className="flex min-h-9 w-full items-center gap-3 rounded-strip px-2 text-start text-body hover:bg-sunk touch:min-h-11"
            >
              <span className="flex size-4 shrink-0 items-center justify-center rounded-strip border border-line2 aria-hidden:hidden">
                {isChosen(contact) && <TickGlyph />}
              </span>
              <bdi className="min-w-0 flex-1 truncate font-medium">{contact.name}</bdi>
              <bdi dir="ltr" className="text-line text-ink2">
                {phonesOf(contact)[0]}
              </bdi>
            </button>
          </li>
        ))}
        {data && found.length === 0 && <li className="text-body text-ink2">{t("card.none")}</li>}
      </ul>
    </MakerFrame>
  );
}
