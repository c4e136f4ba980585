/** Opening a request by hand: a phone call, a visit. */
import type { z } from "zod";
import type { OpenRequest } from "../../shared/api/requests.ts";
import { addContact, contactsByIds } from "../conversations/contacts.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import type { Actor } from "../http/route.ts";
import type { System } from "../system.ts";
import { actorOf, ownerFor } from "./actor.ts";
import { applyCommand, reserveRequestIds } from "./commands.ts";

export async function openByHand(
  tx: Db,
  system: Pick<System, "clock">,
  actor: Actor,
  body: z.infer<typeof OpenRequest>,
): Promise<number> {
  const contactId = await contactFor(tx, body, system.clock.now());
  const [contact] = contactId === null ? [] : await contactsByIds(tx, [contactId]);
  if (contactId !== null && !contact)
    throw new UserError("bad_request", "This contact is gone. Choose another, or write the name down.", {
      code: "no_such_contact",
    });
  const [requestId] = await reserveRequestIds(tx, 1);
  if (requestId === undefined) throw new Error("no id was reserved");
  await applyCommand(tx, system, {
    requestId,
    actor: actorOf(actor),
    ask: {
      kind: "open",
      // Whoever opens it by hand has understood it.
      state: "ready",
      title: body.title,
      place: body.place || null,
      categoryId: body.categoryId,
      areaId: body.areaId,
      priority: body.priority,
      contactId: contact?.id ?? null,
      conversationId: contact?.conversationIds[0] ?? null,
      owner: await ownerFor(tx, actor, {
        categoryId: body.categoryId,
        conversationId: contact?.conversationIds[0] ?? null,
        at: system.clock.now(),
      }),
      said: null,
      note: body.note || null,
      linkedTo: null,
    },
  });
  return requestId;
}

/** A known number is that contact; a name alone makes a new one. */
async function contactFor(tx: Db, body: z.infer<typeof OpenRequest>, now: Date): Promise<number | null> {
  if (body.contactId !== null) return body.contactId;
  const name = body.clientName || body.clientPhone;
  if (!name) return null;
  try {
    const made = await addContact(tx, { name, phone: body.clientPhone || null, kinds: ["client"] }, now);
    return made.id;
  } catch (error) {
    const known = error instanceof UserError && error.code === "phone_taken" && error.detail?.contactId;
    if (typeof known === "number") return known;
    throw error;
  }
}
