/** Control of the phones: who there is, what they say, what they see. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { BusinessNumber } from "./accounts.ts";
import { findByAddress } from "./addresses.ts";
import { ControlError } from "./control-error.ts";
import { readBody, readWith } from "./control-input.ts";
import { changeNumber, closeWindow, handlePhone } from "./reach.ts";
import { say } from "./say.ts";
import { SayInput } from "./say-input.ts";
import { numberOf, type Sim } from "./sim.ts";
import { readThread, tellStatus } from "./statuses.ts";
import { showMessage, showPhone, showThread } from "./thread.ts";
import { addPhone, type Phone, removePhone } from "./world.ts";

const Digits = z.string().regex(/^\d{7,15}$/, "7 to 15 digits, without +");
const AddPhone = z
  .object({
    name: z.string().trim().min(1).max(80),
    kind: z.enum(["client", "worker"]).default("client"),
    locale: z.string().min(2).max(20).optional(),
    waId: Digits.optional(),
    dial: Digits.optional(),
    username: z.string().min(1).max(40).optional(),
    bsuidOnly: z.boolean().optional(),
  })
  .strict();
const Handle = z
  .object({
    name: z.string().trim().min(1).max(80).optional(),
    isOff: z.boolean().optional(),
    inHand: z.boolean().optional(),
    isBlocking: z.boolean().optional(),
  })
  .strict();
/** With which of our numbers the chat is; the first unless another is named. */
const Chat = z.object({ number: z.string().optional() });
const Page = z.object({
  ...Chat.shape,
  limit: z.coerce.number<string>().int().min(1).max(500).default(100),
  before: z.string().min(1).optional(),
});

export function routePhones(app: FastifyInstance, sim: Sim): void {
  app.get("/phones", () => ({
    phones: [...sim.world.phones.values()].map((phone) => showPhone(sim, phone)),
  }));

  app.post("/phones", (request, reply) => {
    const wanted = readBody(request, AddPhone);
    for (const number of [wanted.waId, wanted.dial]) {
      if (number !== undefined && findByAddress(sim.world, number)) {
        throw new ControlError("conflict", "Another phone has that number.");
      }
    }
    const phone = addPhone(sim.world, wanted);
    sim.bus.tell("phones", {});
    return reply.code(201).send(showPhone(sim, phone));
  });

  app.delete("/phones/:id", (request) => {
    const phone = phoneOf(sim, request.params);
    removePhone(sim.world, phone.id);
    sim.bus.tell("phones", {});
    return { ok: true };
  });

  app.patch("/phones/:id", (request) => {
    const phone = phoneOf(sim, request.params);
    handlePhone(sim, phone, chatOf(sim, request.query), readBody(request, Handle));
    return showPhone(sim, phone);
  });

  app.post("/phones/:id/number", (request) => {
    const phone = phoneOf(sim, request.params);
    changeNumber(sim, phone, readBody(request, z.object({ waId: Digits })).waId);
    return showPhone(sim, phone);
  });

  app.post("/phones/:id/messages", (request, reply) => {
    const phone = phoneOf(sim, request.params);
    const { id: number } = chatOf(sim, request.query);
    const message = say(sim, phone, readBody(request, SayInput), number);
    return reply.code(201).send(showMessage(sim, message));
  });

  app.get("/phones/:id/thread", (request) =>
    showThread(sim, phoneOf(sim, request.params), chatOf(sim, request.query), readWith(Page, request.query)),
  );

  app.post("/phones/:id/read", (request) => {
    const phone = phoneOf(sim, request.params);
    const { upTo } = readBody(request, z.object({ upTo: z.string().optional() }));
    const { id: number } = chatOf(sim, request.query);
    return { marked: readThread(sim, phone.id, { number, upTo: upTo ?? null }) };
  });

  app.post("/phones/:id/played", (request) => {
    const phone = phoneOf(sim, request.params);
    const { messageId } = readBody(request, z.object({ messageId: z.string() }));
    const message = sim.world.messages.get(messageId);
    const isVoice = message?.from === "business" && message.media?.voice === true;
    if (!isVoice || message.phoneId !== phone.id) {
      throw new ControlError("not_found", "That is no voice message of the business on this phone.");
    }
    tellStatus(sim, message, "played");
    return { ok: true };
  });

  app.post("/phones/:id/close-window", (request) => {
    const phone = phoneOf(sim, request.params);
    closeWindow(sim, phone, chatOf(sim, request.query));
    return showPhone(sim, phone);
  });
}

function chatOf(sim: Sim, query: unknown): BusinessNumber {
  const number = numberOf(sim, readWith(Chat, query).number);
  if (!number) throw new ControlError("not_found", "There is no such number.");
  return number;
}

function phoneOf(sim: Sim, params: unknown): Phone {
  const { id } = z.object({ id: z.string() }).parse(params);
  const phone = sim.world.phones.get(id);
  if (!phone) throw new ControlError("not_found", "There is no such phone.");
  return phone;
}
