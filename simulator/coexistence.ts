/** A number that its owner also uses in the Business app: its past, its contacts, what is typed there. */
import { z } from "zod";
import { type BusinessNumber, businessOf } from "./accounts.ts";
import { toUnixSeconds } from "./clock.ts";
import { readWith } from "./graph-call.ts";
import { GraphError, titleOf } from "./graph-error.ts";
import type { Sim } from "./sim.ts";
import { header, type Update, via } from "./webhooks.ts";
import { DAY_MS, listThread, type Message, newMessageId, type Phone } from "./world.ts";

const SYNC_WITHIN_MS = DAY_MS;
const Sync = z.looseObject({
  messaging_product: z.literal("whatsapp"),
  sync_type: z.enum(["history", "smb_app_state_sync"]),
});

/** `POST /{number}/smb_app_data`: each kind once, within a day of the onboarding. */
export function startSync(sim: Sim, number: BusinessNumber, body: unknown): object {
  const { sync_type: type } = readWith(Sync, body);
  if (!number.isOnBizApp)
    throw new GraphError({ code: 100, details: "The number is not on the Business app" });
  if (number.synced.includes(type)) throw new GraphError({ code: 2593107 });
  if (sim.clock.now().getTime() - number.onboardedAt > SYNC_WITHIN_MS)
    throw new GraphError({ code: 2593108 });
  number.synced.push(type);
  if (type === "history") tellHistory(sim, number, null);
  else for (const phone of sim.world.phones.values()) tellContact(sim, number, phone, "add");
  sim.world.counter += 1;
  return { messaging_product: "whatsapp", request_id: `SYNC${sim.world.counter}` };
}

/** Days 0 to 1, 1 to 90 and 90 to 180, each a phase; `refused` when the owner does not share it. */
export function tellHistory(sim: Sim, number: BusinessNumber, refused: "declined" | null): void {
  if (refused) {
    const { title, details } = titleOf(2593109);
    const error = { code: 2593109, title, message: title, error_data: { details } };
    post(sim, number, "history", { history: [{ errors: [error] }] });
    return;
  }
  const now = sim.clock.now().getTime();
  const phases = [
    { phase: 0, from: 0, to: DAY_MS },
    { phase: 1, from: DAY_MS, to: 90 * DAY_MS },
    { phase: 2, from: 90 * DAY_MS, to: 180 * DAY_MS },
  ];
  for (const { phase, from, to } of phases) {
    const threads = [...sim.world.phones.values()].flatMap((phone) => {
      const messages = listThread(sim.world, phone.id).filter(
        ({ at }) => now - at >= from && now - at < to && at <= now,
      );
      return messages.length > 0 ? [threadOf(number, phone, messages)] : [];
    });
    const progress = Math.round(((phase + 1) / phases.length) * 100);
    post(sim, number, "history", { history: [{ metadata: { phase, chunk_order: 1, progress }, threads }] });
  }
}

export function tellContact(sim: Sim, number: BusinessNumber, phone: Phone, action: "add" | "remove"): void {
  const contact = {
    ...(action === "add" ? { full_name: phone.name, first_name: phone.name.split(" ")[0] } : {}),
    ...(phone.waId ? { phone_number: phone.waId } : {}),
    user_id: phone.userId,
    ...(phone.username ? { username: phone.username } : {}),
  };
  const timestamp = toUnixSeconds(sim.clock.now().getTime());
  const item = { type: "contact", contact, action, metadata: { timestamp } };
  post(sim, number, "smb_app_state_sync", { state_sync: [item] });
}

/** What the owner types on their own phone; `parts` is the typed part of the message. */
export function tellEcho(
  sim: Sim,
  number: BusinessNumber,
  phone: Phone,
  parts: { type: string } & Record<string, unknown>,
): string {
  const id = newMessageId(sim.world);
  const echo = {
    from: number.display,
    ...(phone.waId ? { to: phone.waId } : {}),
    to_user_id: phone.userId,
    id,
    timestamp: toUnixSeconds(sim.clock.now().getTime()),
    ...parts,
  };
  post(sim, number, "smb_message_echoes", { message_echoes: [echo] }, [id]);
  return id;
}

function threadOf(number: BusinessNumber, phone: Phone, messages: readonly Message[]): object {
  return {
    id: phone.waId ?? phone.userId,
    context: {
      ...(phone.waId ? { wa_id: phone.waId } : {}),
      user_id: phone.userId,
      ...(phone.username ? { username: phone.username } : {}),
    },
    messages: messages.map((message) => ({
      ...(message.from === "phone"
        ? { ...(phone.waId ? { from: phone.waId } : {}) }
        : { from: number.display, ...(phone.waId ? { to: phone.waId } : {}) }),
      id: message.id,
      timestamp: toUnixSeconds(message.at),
      ...(message.type === "text"
        ? { type: "text", text: { body: message.text ?? "" } }
        : { type: "media_placeholder" }),
      history_context: { status: message.state === "read" ? "READ" : "DELIVERED" },
    })),
  };
}

function post(sim: Sim, number: BusinessNumber, field: string, fact: object, ids: string[] = []): void {
  const business = businessOf(number);
  const update: Update = {
    kind: field,
    ids,
    ...via(business, field),
    value: { ...header(business), ...fact },
  };
  sim.deliverer.send(update);
}
