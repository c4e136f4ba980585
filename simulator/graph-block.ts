/** `/{number}/block_users`: only people who wrote in the last day can be blocked, as on the platform. */
import { z } from "zod";
import type { BusinessNumber } from "./accounts.ts";
import { findByAddress } from "./addresses.ts";
import { type Call, page, readParameters, readWith } from "./graph-call.ts";
import { GraphError } from "./graph-error.ts";
import type { Sim } from "./sim.ts";
import { isWindowOpen, type Phone } from "./world.ts";

const Wanted = z.looseObject({
  block_users: z.array(z.object({ user: z.string().optional(), user_id: z.string().optional() })).min(1),
});

export function answerBlocked(sim: Sim, number: BusinessNumber, call: Call): object {
  if (call.method === "GET") {
    const blocked = number.blocked.flatMap((id) => sim.world.phones.get(id) ?? []);
    return page(blocked.map(show), call, `${sim.url}/v26.0/${number.id}/block_users`);
  }
  const { block_users: wanted } = readWith(Wanted, readParameters(call));
  const done: object[] = [];
  const failed: object[] = [];
  for (const { user, user_id: userId } of wanted) {
    const input = user ?? userId ?? "";
    const phone = findByAddress(sim.world, input);
    if (!phone || (call.method === "POST" && !mayBlock(sim, number, phone))) {
      const message = phone ? "The user has not written in the last 24 hours" : "The user is unknown";
      failed.push({ input, errors: [{ message, code: 139100, error_data: { details: message } }] });
      continue;
    }
    number.blocked = number.blocked.filter((id) => id !== phone.id);
    if (call.method === "POST") number.blocked.push(phone.id);
    done.push({ input, ...show(phone) });
  }
  if (done.length === 0) throw new GraphError({ code: 139100 });
  const list = call.method === "POST" ? "added_users" : "removed_users";
  return {
    messaging_product: "whatsapp",
    block_users: { [list]: done, ...(failed.length > 0 ? { failed_users: failed } : {}) },
  };
}

function mayBlock(sim: Sim, number: BusinessNumber, phone: Phone): boolean {
  const other = number.id === sim.business.number ? undefined : number.id;
  return isWindowOpen(phone, sim.clock.now(), other);
}

function show(phone: Phone): Record<string, unknown> {
  return {
    messaging_product: "whatsapp",
    ...(phone.waId ? { wa_id: phone.waId } : {}),
    user_id: phone.userId,
  };
}
