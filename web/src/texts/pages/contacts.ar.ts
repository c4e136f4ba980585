import type { ArabicPlurals, Same } from "../same.ts";
import type { contacts as en } from "./contacts.en.ts";

export const contacts = {
  picker: {
    client: "العميل",
    phone: "الهاتف إن وُجد",
    known: "معروفون لدينا",
    other: "شخص آخر",
  },
} satisfies Same<typeof en, ArabicPlurals>;
