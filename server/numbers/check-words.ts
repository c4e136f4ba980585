/** What a check found, in one plain English line with what to do; screens have their own words in every language. */
import type { CheckCode, CheckResult } from "../../shared/connecting.ts";

const LINES: Record<CheckCode, string> = {
  token_missing: "no access token: enter one on the number's page",
  token_fine: "the access token works",
  token_unproven: "the access token works; what it may do could not be read",
  token_refused: "Meta does not accept the access token: make a new one and replace it on the number's page",
  token_expired: "the access token has expired: make a system user's token that never expires and replace it",
  graph_unreachable: "the Graph address cannot be reached: see that this machine reaches the internet",
  graph_not_there: "what answers at the Graph address is not the Graph: correct the address",
  graph_busy: "Meta is busy or was asked too often: run this again in some minutes",
  permissions_fine: "it has both permissions",
  permissions_unknown: "its permissions could not be read: look in Business Settings",
  permissions_missing: "a permission is missing: make the token again with it",
  expiry_never: "the token does not expire",
  expiry_later: "the token expires later",
  expiry_soon: "the token expires soon: take a system user's token that never expires",
  expiry_unknown: "until when the token holds could not be read",
  account_missing: "no business account is entered: connect the number by the guided page",
  account_fine: "the business account is there",
  account_not_found: "there is no such business account: correct its id",
  account_forbidden: "the token may not see it: give the system user full access to the account",
  account_empty: "the account has no number: add one in the WhatsApp Manager",
  number_missing: "no number is chosen",
  number_fine: "the number is there",
  number_gone: "the number is not there any more: look in the WhatsApp Manager",
  registered: "registered for sending",
  on_phone: "also used in the WhatsApp Business app",
  not_registered: "not registered: register it with its PIN on the guided page",
  not_verified: "Meta has not verified that it is yours: do so in the WhatsApp Manager",
  pin_wrong: "the PIN is not right",
  pin_wait: "too many tries with a PIN: wait some hours",
  register_locked: "registered too often: locked for three days",
  register_refused: "Meta did not register it",
  quality_fine: "quality is good",
  quality_unknown: "no quality rating yet",
  quality_middling: "quality is middling: write only to people who expect it",
  quality_low: "quality is low: send fewer messages people did not ask for",
  app_secret_missing: "no app secret: what Meta delivers is turned away; enter it on the guided page",
  app_secret_fine: "the app secret is right",
  app_secret_unproven: "Meta could not confirm the app secret",
  app_secret_wrong: "the app secret is not the one of the token's app: correct it on the guided page",
  address_fine: "the public address looks reachable from outside",
  address_near: "the simulator reaches this address",
  address_local: "the address exists only on this machine or network: set a public one as BATON_URL",
  address_plain: "the address is without https: put a proxy with a certificate before Baton",
  handshake_waiting: "Meta has not knocked at the webhook: set it up by the guided page",
  handshake_fine: "Meta came in at the webhook",
  handshake_other_token:
    "somebody came with another verify token: copy it again from the guided page into the Meta app",
  handshake_refused: "Meta could not come in at the webhook: see docs/guide/connect.md",
  subscribed_missing: "the app is not subscribed to the account: set it up by the guided page",
  subscribed_fine: "the app is subscribed to the account",
  subscribed_refused:
    "whether the app is subscribed could not be read: the token needs whatsapp_business_management",
  fields_fine: "subscribed to all that Baton uses",
  fields_unknown: "what the app is subscribed to could not be read",
  fields_elsewhere: "messages come here, notices of the account go to another address",
  fields_some: "messages come, some notices do not: set it up again by the guided page",
  fields_missing: "messages do not come here: subscribe to `messages` by the guided page",
  heard_waiting: "nothing has come in yet",
  heard_fine: "a message came in",
  answer_missing: "not answered yet",
  answer_on_its_way: "the answer is on its way",
  answer_waits: "the answer still waits here: WhatsApp is not reached, or the number is held",
  answer_fine: "the answer was delivered",
  answer_failed: "the answer did not arrive",
  answer_unknown: "whether the answer went out is not known",
};

export function checkLine({ code, facts }: CheckResult): string {
  const told = Object.entries(facts)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
  return `${LINES[code]}${told ? ` (${told})` : ""}`;
}
