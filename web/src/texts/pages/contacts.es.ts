import type { Same } from "../same.ts";
import type { contacts as en } from "./contacts.en.ts";

export const contacts = {} satisfies Same<typeof en>;
