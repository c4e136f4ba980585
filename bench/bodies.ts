/** Bodies like the ones Meta posts: one text message each, about 1,090 bytes. */
import { createHash } from "node:crypto";

const SIZE = 1_091;
/** Of the first contact; the others follow. */
export const FIRST_PHONE = 15_550_300_000;

export function aBody(wamid: string, contact: number, saidAtSeconds: number): Buffer {
  const waId = String(FIRST_PHONE + contact);
  const bodyWith = (text: string) =>
    JSON.stringify({
      object: "whatsapp_business_account",
      entry: [
        {
          id: "300000000000001",
          changes: [
            {
              field: "messages",
              value: {
                messaging_product: "whatsapp",
                metadata: { display_phone_number: "15550100001", phone_number_id: "200000000000001" },
                contacts: [{ profile: { name: `Client ${contact}` }, wa_id: waId, user_id: `US.7${waId}` }],
                messages: [
                  {
                    from: waId,
                    from_user_id: `US.7${waId}`,
                    id: wamid,
                    timestamp: String(saidAtSeconds),
                    type: "text",
                    text: { body: text },
                  },
                ],
              },
            },
          ],
        },
      ],
    });
  const room = Math.max(0, SIZE - bodyWith("").length);
  return Buffer.from(bodyWith("The boiler is leaking again. ".repeat(40).slice(0, room)));
}

/** Neighbours in time are neither in a thread nor in an index. */
export const contactOf = (n: number, contacts: number): number => (n * 7_919) % contacts;

/** What is round the phone and round the scattered part of an id. */
export const WAMID_BYTES = { before: "1c180b", between: "150200121820", after: "00" } as const;

/**
 * Made as WhatsApp's are: the contact's phone in front, then what nobody can guess. So an index of them has no end where
 * new ones gather, yet those of one person are together.
 */
export function realWamid(run: string, n: number, contact: number): string {
  const { before, between, after } = WAMID_BYTES;
  const hex = (bytes: string) => Buffer.from(bytes, "hex");
  const scattered = createHash("md5").update(`${run}:${n}`).digest("hex").toUpperCase();
  const phone = String(FIRST_PHONE + contact);
  return `wamid.${Buffer.concat([
    hex(before),
    Buffer.from(phone),
    hex(between),
    Buffer.from(scattered),
    hex(after),
  ]).toString("base64")}`;
}
