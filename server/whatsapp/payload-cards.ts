/** Cards of an address book: from their fields, and from the vCard where the fields say nothing. */
import type { MessageContent } from "../../shared/message.ts";
import { asFields, asList, Inner, List, Word } from "./payload-read.ts";

type Card = NonNullable<MessageContent["contacts"]>[number];

const Given = Inner({
  name: Inner({ formatted_name: Word, first_name: Word, last_name: Word }),
  phones: List,
  emails: List,
  addresses: List,
  urls: List,
  org: Inner({ company: Word }),
  origin: Word,
  vcard: Word,
});
const Phone = Inner({ phone: Word, wa_id: Word });
const Mail = Inner({ email: Word });
const Page = Inner({ url: Word });
const Address = Inner({ street: Word, city: Word, state: Word, zip: Word, country: Word });

export const readCards = (raw: unknown): Card[] => asList(raw).map(readCard);

function readCard(raw: unknown): Card {
  const given = Given.parse(asFields(raw));
  const { formatted_name: whole, first_name: first, last_name: last } = given.name;
  const written = given.vcard ? readVcard(given.vcard) : NOTHING_WRITTEN;
  const phones = given.phones.flatMap((entry) => {
    const { phone, wa_id: waId } = Phone.parse(entry);
    return phone ?? (waId ? `+${waId}` : []);
  });
  const emails = given.emails.flatMap((entry) => Mail.parse(entry).email ?? []);
  const urls = given.urls.flatMap((entry) => Page.parse(entry).url ?? []);
  const addresses = given.addresses.flatMap((entry) => {
    const { street, city, state, zip, country } = Address.parse(entry);
    return [street, zip, city, state, country].filter(Boolean).join(", ") || [];
  });
  const mails = emails.length > 0 ? emails : written.emails;
  return {
    name: whole ?? ([first, last].filter(Boolean).join(" ") || (written.name ?? "")),
    phones: phones.length > 0 ? phones : written.phones,
    ...(mails.length > 0 && { emails: mails }),
    ...(given.org.company && { company: given.org.company }),
    ...(addresses.length > 0 && { addresses }),
    ...(urls.length > 0 && { urls }),
    ...(given.origin === "contact_request" && { isAnswer: true }),
  };
}

type Written = { name: string | undefined; phones: string[]; emails: string[] };
const NOTHING_WRITTEN: Written = { name: undefined, phones: [], emails: [] };

/** `item1.TEL;type=CELL;waid=1:+1 555`: the name before the first `;`, the value after the first `:`. */
const LINE = /^(?:[\w-]+\.)?(FN|TEL|EMAIL)(?:;[^:]*)?:(.*)$/i;

function readVcard(vcard: string): Written {
  const written: Written = { name: undefined, phones: [], emails: [] };
  // A line that begins with a space goes on with the one before.
  for (const line of vcard.replace(/\r?\n[ \t]/g, "").split(/\r?\n/, 200)) {
    const [, name = "", value = ""] = LINE.exec(line) ?? [];
    const text = value.trim().replace(/\\([,;\\])/g, "$1");
    if (!text) continue;
    if (name.toUpperCase() === "FN") written.name ??= text;
    else if (name.toUpperCase() === "TEL") written.phones.push(text);
    else written.emails.push(text);
  }
  return written;
}
