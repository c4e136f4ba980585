/** What somebody chose, filled in or ordered: the answers to what we sent. */
import type { MessageContent } from "../../shared/message.ts";
import { Anything, type Fields, Inner, List, Numeric, Time, Word } from "./payload-read.ts";

type Answer = { text?: string | undefined; content: MessageContent };

const Choice = Inner({ id: Word, title: Word, description: Word });
const Interactive = Inner({
  type: Word,
  body: Inner({ text: Word }),
  button_reply: Choice,
  list_reply: Choice,
  nfm_reply: Inner({ name: Word, body: Word, response_json: Anything }),
  call_permission_reply: Inner({ response: Word, response_source: Word, expiration_timestamp: Time }),
});

export function readInteractive(raw: Fields): Answer {
  const answer = Interactive.parse(raw);
  const chosen = answer.type === "list_reply" ? answer.list_reply : answer.button_reply;
  if (chosen.id ?? chosen.title) {
    const { id, title, description } = chosen;
    return {
      text: title,
      content: { choice: { id: id ?? "", title: title ?? "", ...(description && { description }) } },
    };
  }
  if (answer.type === "nfm_reply") {
    const { name, body, response_json: form } = answer.nfm_reply;
    return {
      text: body,
      content: {
        form: Word.parse(form) ?? JSON.stringify(form ?? null),
        ...(name && { formName: name }),
      },
    };
  }
  const { response, response_source: source, expiration_timestamp: until } = answer.call_permission_reply;
  // A question of ours comes back as a copy, with its words; anything else is a kind not known yet.
  if (!response) return { text: answer.body.text, content: { why: { type: answer.type ?? "interactive" } } };
  return {
    content: {
      callPermission: {
        answer: response.toLowerCase(),
        ...(until && { until: until.toISOString() }),
        ...(source && { source }),
      },
    },
  };
}

const Button = Inner({ payload: Word, text: Word });

/** A quick reply of a template. */
export function readButton(raw: Fields): Answer {
  const { payload, text } = Button.parse(raw);
  return { text, content: { choice: { id: payload ?? "", title: text ?? payload ?? "" } } };
}

const Order = Inner({ text: Word, catalog_id: Word, product_items: List });
const Item = Inner({ product_retailer_id: Word, quantity: Numeric, item_price: Word, currency: Word });

export function readOrder(raw: Fields): Answer {
  const { text, catalog_id: catalog, product_items: items } = Order.parse(raw);
  const order = items.map((entry) => {
    const { product_retailer_id: product, quantity, item_price: price, currency } = Item.parse(entry);
    const amount = Numeric.parse(price);
    return {
      product: product ?? "",
      quantity: quantity ?? 1,
      price: [price, currency].filter(Boolean).join(" "),
      ...(amount !== undefined && { amount }),
      ...(currency && { currency }),
    };
  });
  return { text, content: { order, ...(catalog && { catalog }) } };
}
