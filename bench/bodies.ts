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

/** As long and as scattered as WhatsApp's: an index of them has no end where the new ones gather. */
export function realWamid(run: string, n: number): string {
  const scattered = createHash("md5").update(`${run}:${n}`).digest("hex").toUpperCase();
  return `wamid.HBgLMTU1NTAzMDAwMDAVAgASGCA${scattered}AA==`;
}
