/** Signed deliveries for stories and load: each message has an id of its own, and what was acknowledged is remembered. */
import { createHmac } from "node:crypto";
import { Agent, request } from "node:http";

export const NUMBER_ID = "200000000000001";

/** A body as Meta sends it, from one of a few hundred contacts. */
export function textDelivery(wamid: string, contact: number, text: string, saidAtSeconds: number): Buffer {
  const waId = String(15_550_200_000 + contact);
  return Buffer.from(
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
                metadata: { display_phone_number: "15550100001", phone_number_id: NUMBER_ID },
                contacts: [{ profile: { name: `Client ${contact}` }, wa_id: waId, user_id: `US.9${waId}` }],
                messages: [
                  {
                    from: waId,
                    from_user_id: `US.9${waId}`,
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
    }),
  );
}

export const signatureOf = (body: Buffer, secret: string): string =>
  `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;

/** Post one body; the status, or null when no answer came (the server died). */
export function post(agent: Agent, url: string, body: Buffer, secret: string): Promise<number | null> {
  return new Promise((resolve) => {
    const asked = request(
      `${url}/webhooks/whatsapp`,
      {
        method: "POST",
        agent,
        headers: {
          "content-type": "application/json",
          "content-length": body.length,
          "x-hub-signature-256": signatureOf(body, secret),
        },
      },
      (answer) => {
        answer.resume();
        answer.on("end", () => resolve(answer.statusCode ?? null));
        answer.on("error", () => resolve(null));
      },
    );
    asked.on("error", () => resolve(null));
    asked.end(body);
  });
}

/** Keep `lanes` posts in flight until told to stop; returns the ids that were answered with 200. */
export function keepPosting(
  url: string,
  secret: string,
  lanes: number,
  prefix: string,
): { count(): number; stop(): Promise<Set<string>> } {
  const agent = new Agent({ keepAlive: true, maxSockets: lanes });
  const acknowledged = new Set<string>();
  let isStopping = false;
  let next = 0;
  const startedAt = 1_795_000_000;
  const lane = async () => {
    while (!isStopping) {
      const n = next++;
      const wamid = `wamid.${prefix}.${n}`;
      const body = textDelivery(wamid, n % 300, `message ${n}`, startedAt + n);
      const status = await post(agent, url, body, secret);
      if (status === 200) acknowledged.add(wamid);
      else if (status === null) await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const running = Promise.all(Array.from({ length: lanes }, lane));
  return {
    count: () => acknowledged.size,
    async stop() {
      isStopping = true;
      await running;
      agent.destroy();
      return acknowledged;
    },
  };
}
