import type { Same } from "../same.ts";
import type { contacts as en } from "./contacts.en.ts";

export const contacts = {
  picker: {
    client: "Cliente",
    phone: "Teléfono, si hay",
    known: "Ya conocidos",
    other: "Otra persona",
  },
} satisfies Same<typeof en>;
