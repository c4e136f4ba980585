/** One of everything that can stand in a thread: said by a client, by us on a phone, by WhatsApp, in a group. */
import { type Change, echo, history, said, status } from "../deliveries.ts";
import { edit, happened, reacted } from "./every-message-happened.ts";
import { type At, FATIMA, type Files, from, OURS } from "./every-message-who.ts";

const FORMATTED = `*Two things*, _please_, ~not three~:
- the boiler leaks again
- the \`E4\` light is on
1. Come before noon
2. Ring twice
> You said tomorrow
See https://acme.example/order?id=7_a, write to fatima@mail.example or call +971 50 111 0001.
\`\`\`
E4 -> sensor
reset 10 s
\`\`\``;

export function everythingSaid(at: At, files: Files): Change[] {
  const by = (id: string, time: string, message: Change) => said(`wamid.${id}`, message, FATIMA, at(time));
  const us = (id: string, time: string, message: Change) => echo(`wamid.${id}`, message, FATIMA, at(time));
  const media = (kind: keyof Files, mime: string, more: Change = {}) => ({
    ...files[kind],
    mime_type: mime,
    ...more,
  });
  const words = (body: string) => ({ type: "text", text: { body } });
  return [
    ...before(at),
    by("welcome", "08:00", { type: "request_welcome" }),
    by("ad", "08:01", {
      ...words("Hello, is the offer still on?"),
      referral: {
        source_url: "https://fb.me/acme",
        source_id: "600",
        source_type: "ad",
        headline: "Boiler check for AED 199",
        body: "Before the winter: we look at your boiler, clean it, and tell you honestly what it needs.",
        media_type: "image",
        ctwa_clid: "CLICK",
        welcome_message: { text: "How can we help?" },
      },
    }),
    by("formatted", "08:02", words(FORMATTED)),
    by("arabic", "08:03", words("السخان يسرّب *مرة أخرى* في شقة 304\nBuilding 14, second floor")),
    by("photo", "08:04", {
      type: "image",
      image: media("photo", "image/jpeg", { caption: "This is the valve" }),
    }),
    by("voice", "08:05", { type: "audio", audio: media("voice", "audio/ogg; codecs=opus", { voice: true }) }),
    by("video", "08:06", { type: "video", video: { id: "404", mime_type: "video/mp4" } }),
    by("document", "08:07", {
      type: "document",
      document: media("document", "application/pdf", { filename: "Warranty 2024.pdf" }),
    }),
    by("sticker", "08:08", { type: "sticker", sticker: media("sticker", "image/webp") }),
    by("place", "08:09", {
      type: "location",
      location: {
        latitude: 25.1043,
        longitude: 55.2061,
        name: "Al Barsha 1, Bldg 14",
        address: "12 Street 8, Dubai",
        url: "https://maps.example/al-barsha",
      },
    }),
    by("cards", "08:10", {
      type: "contacts",
      contacts: [
        {
          name: { formatted_name: "Bo Li" },
          phones: [{ phone: "+971 50 222 8888", type: "CELL" }],
          emails: [{ email: "bo@example.com" }],
          org: { company: "Building keeper" },
        },
        { vcard: "BEGIN:VCARD\nTEL;type=CELL:+971 4 111 2222\nEND:VCARD", origin: "other" },
      ],
    }),
    by("number", "08:11", {
      type: "contacts",
      contacts: [{ phones: [{ phone: "+971 50 111 0001" }], origin: "contact_request" }],
    }),
    us("question", "08:20", words("When may we come?")),
    status("wamid.question", "read", at("08:21")),
    by("button", "08:22", {
      type: "interactive",
      context: { from: OURS, id: "wamid.question" },
      interactive: { type: "button_reply", button_reply: { id: "b1", title: "Tomorrow at 10" } },
    }),
    by("list", "08:23", {
      type: "interactive",
      context: { from: OURS, id: "wamid.question" },
      interactive: {
        type: "list_reply",
        list_reply: { id: "l1", title: "Boiler", description: "Hot water and heating" },
      },
    }),
    by("form", "08:24", {
      type: "interactive",
      interactive: {
        type: "nfm_reply",
        nfm_reply: {
          name: "flow",
          response_json: JSON.stringify({
            flow_token: "t",
            screen_0_Full_name_0: "Fatima Al Suwaidi",
            screen_0_Flat_1: "304",
            screen_0_Preferred_time_2: "0_Before_noon",
            screen_0_Someone_at_home_3: true,
          }),
        },
      },
    }),
    by("template", "08:25", {
      type: "button",
      context: { from: OURS, id: "wamid.neverCame" },
      button: { payload: "CONFIRM", text: "Yes, that suits me" },
    }),
    by("mayCall", "08:26", {
      type: "interactive",
      interactive: {
        type: "call_permission_reply",
        call_permission_reply: {
          response: "accept",
          response_source: "user_action",
          expiration_timestamp: at("08:26") + 7 * 86_400,
        },
      },
    }),
    by("order", "08:27", {
      type: "order",
      order: {
        catalog_id: "500",
        text: "Please bring these along",
        product_items: [
          { product_retailer_id: "Thermostat T4", quantity: 1, item_price: 380, currency: "AED" },
          { product_retailer_id: "Valve seal 15 mm", quantity: 3, item_price: "12.50", currency: "AED" },
        ],
      },
    }),
    by("inquiry", "08:28", {
      ...words("Is it in stock?"),
      context: {
        from: OURS,
        id: "wamid.question",
        referred_product: { catalog_id: "500", product_retailer_id: "Thermostat T4" },
      },
    }),
    by("aboutPhoto", "08:29", {
      ...words("This one I mean"),
      context: { from: FATIMA.waId, id: "wamid.voice" },
    }),
    by("forwarded", "08:30", {
      ...words("The keeper says: water is off until 11"),
      context: { forwarded: true },
    }),
    by("chain", "08:31", { ...words("Save water this summer!"), context: { frequently_forwarded: true } }),
    by("edited", "08:32", words("Come at 9")),
    edit("edit1", "wamid.edited", "Come at 10", at("08:33")),
    edit("edit2", "wamid.edited", "Come at 10:30", at("08:34")),
    by("taken", "08:35", words("wrong chat")),
    by("revoke", "08:36", { type: "revoke", revoke: { original_message_id: "wamid.taken" } }),
    by("poll", "08:37", {
      type: "unsupported",
      unsupported: { type: "poll" },
      errors: [{ code: 131051, title: "Message type unknown" }],
    }),
    by("linked", "08:38", { type: "unsupported", errors: [{ code: 131060, title: "Unavailable" }] }),
    by("hologram", "08:39", { type: "hologram", hologram: {} }),
    by("faulty", "08:40", {
      ...words("Half of it is"),
      errors: [{ code: 131052, title: "Media download error" }],
    }),
    ...reacted(at),
    ...happened(at, files),
  ];
}

/** Yesterday, from the phone's history. */
function before(at: At): Change[] {
  const yesterday = (time: string) => String(at(time) - 86_400);
  const thread = { history_context: { status: "READ" } };
  return [
    history(FATIMA, [
      {
        ...from,
        id: "wamid.old1",
        timestamp: yesterday("17:00"),
        type: "text",
        text: { body: "Can you look at my boiler?" },
        ...thread,
      },
      {
        from: OURS,
        to: FATIMA.waId,
        id: "wamid.old2",
        timestamp: yesterday("17:05"),
        type: "text",
        text: { body: "Of course. Please send a photo." },
        ...thread,
      },
      { ...from, id: "wamid.old3", timestamp: yesterday("17:10"), type: "media_placeholder", ...thread },
    ]),
  ];
}
