/** What the tests of the clients share: a simulator whose person has just written, and what arrives on the phone. */
import { z } from "zod";
import { type CaughtSimulator, startCaught } from "../../simulator/webhook-catcher.ts";

export const NUMBER = "200000000000001";
export const ACCOUNT = "300000000000001";
export const ROSA = "+34 600 100 201";
export const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46]);

const Thread = z.object({
  messages: z.array(
    z.looseObject({
      id: z.string(),
      from: z.string(),
      type: z.string(),
      text: z.string().nullable(),
      reactions: z.array(z.object({ from: z.string(), emoji: z.string() })),
    }),
  ),
});

export type ClientWorld = CaughtSimulator & {
  /** The last thing Rosa said. */
  saidId: string;
  /** What the business sent her, oldest first. */
  onPhone: () => Promise<z.infer<typeof Thread>["messages"]>;
  typesOnPhone: () => Promise<string[]>;
};

export async function startClientWorld(
  options: Parameters<typeof startCaught>[0] = {},
): Promise<ClientWorld> {
  const sim = await startCaught({ settings: { throughput: 0, pairLimit: false }, ...options });
  const said = await sim.control("POST", "/phones/rosa/messages", { type: "text", text: "Hola" });
  const onPhone = async () => {
    const { body } = await sim.control("GET", "/phones/rosa/thread");
    return Thread.parse(body).messages.filter(({ from }) => from === "business");
  };
  return {
    ...sim,
    saidId: z.string().parse(said.body.id),
    onPhone,
    typesOnPhone: async () => (await onPhone()).map(({ type }) => type),
  };
}
