/** What to do about each thing that stands out. */
export const steps = {
  nothing: "There is nothing to do.",
  connect_number:
    "Press Connect it below: the guided page says where at Meta each thing is. What came in already is kept.",
  enter_token:
    "Make a new token of a system user; an admin enters it below under Set up, Replace the token (or as WHATSAPP_ACCESS_TOKEN where the server’s settings name the number). In Meta: business.facebook.com, Settings, Users, System users, Generate token; choose whatsapp_business_messaging and whatsapp_business_management.",
  restore_key:
    "Start Baton with the BATON_SECRET_KEY, or the file secret.key, of the former machine; or enter the token and the secrets again.",
  enter_app_secret:
    "An admin enters it on the guided page (or as WHATSAPP_APP_SECRET where the server’s settings name the number). In Meta: developers.facebook.com, My apps, your app, App settings, Basic, App secret.",
  give_permission:
    "In Meta: business.facebook.com, Settings, Users, System users. Assign the WhatsApp account to the user with full control, and make a token with whatsapp_business_messaging.",
  fix_billing:
    "In Meta: business.facebook.com, Billing and payments, WhatsApp Business account. Add or renew a payment method.",
  open_account_quality:
    "In Meta: business.facebook.com/business-support-home. Choose the account; it says why, and a review can be asked for there.",
  send_less:
    "Send only what people expect, and fewer messages at once. In Meta: WhatsApp Manager, Account tools, Phone numbers shows when the limit ends.",
  resume_number:
    "First mend the cause, shown beside this by WhatsApp’s code. Then press Resume; with a token that works again it resumes by itself.",
  register_number:
    "In Meta: WhatsApp Manager, Account tools, Phone numbers. Finish the number’s registration there with its six-digit PIN.",
  wait: "Wait; nothing is needed now. Meta’s state is at metastatus.com.",
  look_at_costs:
    "See on the page of costs what a message costs where your clients are. Say in one message what fits into one; replies typed on the business phone stay free.",
  look_at_failed: "Open the requests concerned; each message that failed says why and what else can be done.",
  fetch_media_again: "Open the messages concerned and press Fetch again.",
  replay_dead: "Try them again: on the page of what came in, or with the command “baton intake replay”.",
  check_webhook:
    "Write to the number from any phone. If nothing appears within a minute, look in this order: metastatus.com; in Meta your app, WhatsApp, Configuration, whether the callback address is this one and “messages” is subscribed; whether the app is live and the app secret is unchanged; whether firewall, proxy and certificate let WhatsApp in.",
  reconnect:
    "If it was not on purpose, connect it again: with the Business app on the phone under Settings, Account, Business platform; otherwise in Meta, WhatsApp Manager, Partners.",
  look_at_review:
    "In Meta: business.facebook.com, Settings, Security centre and WhatsApp accounts. It says what is missing; a review can be asked for again.",
  look_at_quality:
    "In Meta: WhatsApp Manager, Insights, Quality. Send templates only to people who asked for them; the rating recovers within seven days.",
  choose_name:
    "In Meta: WhatsApp Manager, Account tools, Phone numbers, Profile. Choose a name that shows your business, as on your website, and send it in again.",
  check_pin:
    "Ask in the team who did it. If nobody did, set a new PIN in Meta: WhatsApp Manager, Phone numbers, Two-step verification, and look at who has access.",
  look_at_templates:
    "In Meta: WhatsApp Manager, Message templates. Open each; it says what to change. Until then use another template.",
  share_history:
    "If you want the older chats here, disconnect and connect the number again on the phone and allow sharing the chats. Otherwise leave it.",
  read_notice: "Look at it once. If nothing else changes, there is nothing to do.",
};
