/** Words of the contacts page. */
export const contacts = {
  picker: {
    client: "Client",
    phone: "Phone, if there is one",
    known: "Known already",
    other: "Somebody else",
  },
} as const;
