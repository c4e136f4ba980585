/** What each kind of message and happening keeps of what Meta says. */
import { describe, expect, test } from "vitest";
import { ANA, AT, type Change, change, entries, said } from "../../test/deliveries.ts";
import { readPayload } from "./payload.ts";
import type { MessageEvent, PayloadEvent } from "./payload-events.ts";

const read = (one: Change): PayloadEvent[] => readPayload(Buffer.from(entries(one)), new Date(AT * 1000));
const messageOf = (one: Change): MessageEvent | undefined =>
  read(one).find((event) => event.kind === "message");
const contentOf = (message: Change) => messageOf(said("m", message))?.content;

describe("cards", () => {
  test("take from the vCard what their fields leave out", () => {
    const vcard =
      "BEGIN:VCARD\r\nFN:Bo \r\n Li\\, keeper\r\nitem1.TEL;type=CELL;waid=97150:+971 50\r\nEMAIL:b@x.example\r\nEND:VCARD";
    expect(contentOf({ type: "contacts", contacts: [{ vcard }] })).toEqual({
      contacts: [{ name: "Bo Li, keeper", phones: ["+971 50"], emails: ["b@x.example"] }],
    });
  });

  test("say that they answer our question", () => {
    const contacts = [{ phones: [{ wa_id: "15551" }], origin: "contact_request" }];
    expect(contentOf({ type: "contacts", contacts })).toEqual({
      contacts: [{ name: "", phones: ["+15551"], isAnswer: true }],
    });
  });
});

describe("answers", () => {
  const interactive = (inner: Change) => contentOf({ type: "interactive", interactive: inner });

  test.each([
    ['{"a":1}', '{"a":1}'],
    ["words", "words"],
    [7, "7"],
    [null, "null"],
    [{ a: 1 }, '{"a":1}'],
  ])("of a form keep %j, object or not", (given, kept) => {
    const answer = { type: "nfm_reply", nfm_reply: { name: "address", response_json: given } };
    expect(interactive(answer)).toEqual({ form: kept, formName: "address" });
  });

  test("whether we may call, until when", () => {
    const reply = { response: "ACCEPT", expiration_timestamp: AT, response_source: "user_action" };
    expect(interactive({ type: "call_permission_reply", call_permission_reply: reply })).toEqual({
      callPermission: {
        answer: "accept",
        until: new Date(AT * 1000).toISOString(),
        source: "user_action",
      },
    });
  });

  test("of a kind not known yet say its name", () => {
    expect(interactive({ type: "product", product: {} })).toEqual({ why: { type: "product" } });
  });

  test("an order has amounts whatever their type", () => {
    const items = [
      { product_retailer_id: "A", quantity: "2", item_price: "12.50", currency: "AED" },
      { product_retailer_id: "B", quantity: 1, item_price: 3, currency: "AED" },
      { product_retailer_id: "C" },
    ];
    expect(contentOf({ type: "order", order: { catalog_id: "9", product_items: items } })).toEqual({
      catalog: "9",
      order: [
        { product: "A", quantity: 2, price: "12.50 AED", amount: 12.5, currency: "AED" },
        { product: "B", quantity: 1, price: "3 AED", amount: 3, currency: "AED" },
        { product: "C", quantity: 1, price: "" },
      ],
    });
  });
});

test("forwards, products and referrals are told apart on any type", () => {
  const context = { frequently_forwarded: true, referred_product: { product_retailer_id: "A" } };
  const referral = { source_type: "ad", headline: "H", welcome_message: { text: "Hi" }, extra: 1 };
  expect(contentOf({ type: "sticker", sticker: { animated: true }, context, referral })).toEqual({
    isAnimated: true,
    isForwarded: true,
    isForwardedOften: true,
    product: "A",
    referral: { headline: "H", source: "ad", welcome: "Hi" },
  });
});

test("an error stands on its message with its code and Meta's words", () => {
  const errors = [{ title: "no code" }, { code: "131052", error_data: { details: "over 100 MB" } }];
  expect(contentOf({ type: "text", text: { body: "x" }, errors })).toEqual({
    why: { code: 131052, detail: "over 100 MB" },
  });
});

describe("happenings are lines of their threads", () => {
  const line = (field: string, value: Change) => messageOf(change(value, field));

  test("a call with its end", () => {
    const call = {
      id: "c",
      from: ANA.waId,
      event: "terminate",
      direction: "USER_INITIATED",
      status: "COMPLETED",
      duration: "9",
    };
    expect(line("calls", { calls: [call] })).toMatchObject({
      messageKind: "call",
      content: { call: { id: "c", isOurs: false, outcome: "completed", seconds: 9 } },
    });
  });

  test("a group's members, and what was refused", () => {
    const base = { group_id: "G", timestamp: AT };
    const joined = { ...base, type: "group_participants_add", added_participants: [{ wa_id: "15551" }, {}] };
    expect(line("group_participants_update", { groups: [joined] })).toMatchObject({
      groupId: "G",
      person: null,
      speaker: "system",
      content: { group: { people: ["+15551"] }, why: { type: "group_participants_add" } },
    });
    const named = {
      ...base,
      type: "group_settings_update",
      group_subject: { text: "New", update_successful: "true" },
      group_description: { text: "Long", update_successful: false },
    };
    expect(line("group_settings_update", { groups: [named] })?.content.group).toEqual({
      subject: "New",
      refused: ["description"],
    });
  });

  test("a group's change without a group is a notice", () => {
    expect(read(change({ groups: [{ type: "x" }, "odd"] }, "group_status_update"))).toMatchObject([
      { kind: "notice" },
      { kind: "notice" },
    ]);
  });

  test("who wants no advertising: the choice, and a line that tells of it", () => {
    const stop = { wa_id: ANA.waId, category: "marketing_messages", value: "stop", timestamp: AT };
    expect(read(change({ user_preferences: [stop] }, "user_preferences"))).toMatchObject([
      { kind: "preference", wantsMarketing: false },
      { kind: "message", messageKind: "notice", content: { why: { type: "marketing_stop" } } },
    ]);
  });

  test("a hand-over with who had it, who has it and why", () => {
    const passed = {
      previous_owner_role: "ai_agent",
      new_owner_role: "escalation",
      metadata: "asked for a person",
      conversation_context: { summary: { text: "Leak" } },
    };
    const value = {
      sender: { phone_number: ANA.waId },
      recipient: { phone_number_id: "200000000000001" },
      type: "control_passed",
      control_passed: passed,
    };
    expect(line("messaging_handovers", value)?.content).toEqual({
      handover: { from: "ai_agent", to: "escalation", note: "asked for a person", summary: "Leak" },
      why: { type: "control_passed" },
    });
  });
});
