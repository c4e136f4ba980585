/** Odd characters, numbers and times in bodies that are otherwise right: what was said is told as it was said. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ANA, AT, change, echo, entries, said, status, text } from "../deliveries.ts";
import { type Door, openDoor } from "./door.ts";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
beforeEach(() => door.fresh());
afterAll(() => door?.close());

describe("odd characters", () => {
  const one = (words: string) => door.deliver(entries(text("m1", words)));

  test.each([
    ["emoji of several parts", "👩‍🔧🏳️‍🌈🇪🇸 1️⃣"],
    ["right to left, with marks of direction", "مرحبا \u202e abc \u202c שלום"],
    ["zero-width ones and a byte order mark", "a\u200b\u200d\ufeffb"],
    ["combining ones, not made one with their letter", "e\u0301 ≠ é"],
    ["line ends, tabs and controls", "a\r\n\tb\u0001\u001b[31m\u2028c"],
    ["HTML, SQL and a template", "<script>alert(1)</script>'; drop table message; -- %s $x \\u0000"],
    ["65,536 of them", "ж".repeat(65_536)],
    ["only spaces", "   "],
  ])("%s: the text as it was, in the rows and in the thread", async (_what, words) => {
    await one(words);
    expect(await door.outcomes()).toEqual(["recorded"]);
    expect((await door.message("m1"))?.body).toBe(words);
    expect((await door.thread("m1")).messages).toMatchObject([{ text: words }]);
  });

  test.each([
    ["U+0000", "\u0000"],
    ["the first half of a pair", "\ud800"],
    ["the second half of one", "\udc00"],
    ["two halves the wrong way round", "\udc00\ud800"],
  ])("%s anywhere: a mark stands for it, the rest is whole, the raw body keeps it", async (_what, bad) => {
    const marked = bad.replaceAll(/./gsu, "\ufffd");
    const photo = { id: `4${bad}`, mime_type: "image/jpeg", caption: `c${bad}` };
    await door.deliver(
      entries(
        text(`m1${bad}`, `a${bad}b`, { ...ANA, name: `Ana${bad}` }),
        said("m2", { type: "image", image: photo, context: { id: `q${bad}` } }),
        said("m3", { type: `t${bad}`, [`t${bad}`]: { [`k${bad}`]: bad } }),
        said("m4", {
          type: "interactive",
          interactive: { type: "nfm_reply", nfm_reply: { response_json: `{"a":"${bad}"}` } },
        }),
        said("m5", {
          type: "interactive",
          interactive: { type: "nfm_reply", nfm_reply: { response_json: { [bad]: bad } } },
        }),
        said("m6", {
          type: "contacts",
          contacts: [{ name: { formatted_name: bad }, phones: [{ phone: bad }] }],
        }),
        said("m7", { type: "reaction", reaction: { message_id: `m1${bad}`, emoji: `👍${bad}` } }),
        said("m8", {
          type: "edit",
          edit: { original_message_id: "m2", message: { type: "text", text: { body: bad } } },
        }),
        said("m9", { type: "text", text: { body: "x" }, group_id: `G${bad}` }),
        text("m10", "x", { bsuid: `US.X${bad}` }),
        echo("e1", { type: "text", text: { body: bad } }),
        status("e1", `read${bad}`, AT, { biz_opaque_callback_data: bad, pricing: { model: bad, [bad]: 1 } }),
        change({ [bad]: bad }, `field${bad}`),
        change(
          {
            user_preferences: [
              { wa_id: ANA.waId, category: "marketing_messages", value: "stop", detail: bad },
            ],
          },
          "user_preferences",
        ),
        change(
          {
            state_sync: [
              { type: "contact", action: "add", contact: { phone_number: "15553", full_name: bad } },
            ],
          },
          "smb_app_state_sync",
        ),
      ),
    );
    expect(await door.outcomes()).toEqual(["recorded"]);
    expect(await door.message(`m1${marked}`)).toMatchObject({ body: `a${marked}b` });
    expect(await door.message("m10")).toMatchObject({ body: "x" });
    expect(await door.message("e1")).toMatchObject({ side: "staff" });
    const [raw] = await door.db.query<{ body: Buffer }>("select body from delivery");
    expect(String(raw?.body)).toContain(JSON.stringify(`a${bad}b`));
  });
});

describe("odd numbers", () => {
  test("a template's id above 2^53, as a number: every digit of it", async () => {
    const value = { message_template_id: 0, event: "REJECTED" };
    const body = entries(change(value, "message_template_status_update"));
    await door.deliver(body.replace('"message_template_id":0', '"message_template_id": 90071992547409937'));
    expect(await door.rows("notice")).toMatchObject([{ body: { message_template_id: "90071992547409937" } }]);
  });

  test("ids of messages and people as numbers, long ones too: the same as words", async () => {
    const body = entries(said("ID", { type: "text", text: { body: 12_345 } }, { waId: "15550109999" }));
    await door.deliver(
      body.replaceAll('"ID"', "123456789012345678"),
      body.replaceAll('"ID"', '"123456789012345678"'),
    );
    expect(await door.rows("message")).toHaveLength(1);
    expect(await door.message("123456789012345678")).toMatchObject({ body: "12345" });
  });

  test.each([[30], [30.5], ["30.50"], [0], [1e21]])(
    "an order's item_price %j: shown with its currency",
    async (price) => {
      const items = [{ product_retailer_id: "SKU-1", quantity: 2, item_price: price, currency: "USD" }];
      await door.deliver(
        entries(said("m1", { type: "order", order: { catalog_id: 500, product_items: items } })),
      );
      expect(await door.message("m1")).toMatchObject({
        content: { order: [{ product: "SKU-1", quantity: 2, price: `${price} USD` }] },
      });
    },
  );
});

describe("odd times", () => {
  const at = async (timestamp: unknown) => {
    const { timestamp: _left, ...rest } = { timestamp: null, type: "text", text: { body: "x" } };
    await door.deliver(
      entries(
        change({
          contacts: [{ wa_id: ANA.waId }],
          messages: [{ from: ANA.waId, id: "m1", ...(timestamp !== undefined && { timestamp }), ...rest }],
        }),
      ),
    );
    expect(await door.outcomes()).toEqual(["recorded"]);
    return (await door.message("m1"))?.said_at;
  };

  test.each<[unknown]>([[String(AT)], [AT], [AT * 1000], [String(AT * 1000)], [` ${AT} `], [`${AT}.0`]])(
    "%j: the second WhatsApp means",
    async (timestamp) => {
      expect(await at(timestamp)).toEqual(new Date(AT * 1000));
    },
  );

  test.each<[unknown]>([
    [undefined],
    [null],
    [""],
    ["NaN"],
    ["soon"],
    [0],
    [-1],
    [-AT],
    [true],
    [[AT]],
    [{ at: AT }],
    ["7258118400"],
    [1e300],
    ["1e400"],
  ])("%j: no time of WhatsApp's, so the one at which it came", async (timestamp) => {
    expect(await at(timestamp)).toEqual(door.clock.now());
  });
});
