/** A message on a phone, for tests: a text that was read, but for what is given. */
import { PhoneMessage } from "./shapes.ts";

export const aPhoneMessage = (given: Partial<PhoneMessage> = {}): PhoneMessage =>
  PhoneMessage.parse({
    id: "wamid.1",
    from: "phone",
    at: "2026-11-22T10:00:00.000Z",
    type: "text",
    text: "Hello",
    header: null,
    footer: null,
    media: null,
    location: null,
    contacts: [],
    buttons: [],
    listLabel: null,
    asks: null,
    chosen: null,
    quote: null,
    reactions: [],
    state: "read",
    isRevoked: false,
    isEdited: false,
    isHeld: false,
    forwarded: null,
    editableUntil: null,
    revocableUntil: null,
    failure: null,
    ...given,
  });
