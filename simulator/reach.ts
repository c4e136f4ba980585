/** A phone in somebody's hand: off and on, blocking us, another name, another number. */
import { type BusinessNumber, businessOf } from "./accounts.ts";
import { findByAddress } from "./addresses.ts";
import { ControlError } from "./control-error.ts";
import type { Sim } from "./sim.ts";
import { readByItself, tellStatus } from "./statuses.ts";
import { systemUpdate } from "./system-update.ts";
import { DAY_MS, listThread, newMessageId, type Phone, userIdOf, windowClosesAt } from "./world.ts";

export type Handling = { isOff?: boolean; inHand?: boolean; isBlocking?: boolean; name?: string };

export function handlePhone(
  sim: Sim,
  phone: Phone,
  number: BusinessNumber,
  { isOff, inHand, isBlocking, name }: Handling,
): void {
  if (name !== undefined) phone.name = name;
  if (inHand !== undefined) phone.inHand = inHand;
  if (isBlocking !== undefined) {
    const others = phone.blocks.filter((blocked) => blocked !== number.id);
    phone.blocks = isBlocking ? [...others, number.id] : others;
  }
  if (isOff !== undefined) {
    phone.isOff = isOff;
    if (!isOff) letArrive(sim, phone);
  }
  sim.bus.tell("thread", { phoneId: phone.id });
  sim.bus.tell("phones", {});
}

/** What was sent while the phone was off comes now; what was sent to a person who had blocked us never does. */
function letArrive(sim: Sim, phone: Phone): void {
  const { autoRead, readMs } = sim.settings();
  for (const message of listThread(sim.world, phone.id)) {
    if (message.from !== "business" || message.held !== "off") continue;
    delete message.held;
    tellStatus(sim, message, "delivered");
    if (autoRead) sim.timers.after(readMs, () => readByItself(sim, message));
  }
}

/** As if the last message to this number were a day old. */
export function closeWindow(sim: Sim, phone: Phone, number: BusinessNumber): void {
  const at = sim.clock.now().getTime() - DAY_MS;
  if (number.id === sim.business.number) phone.lastSaidAt = at;
  else phone.saidTo = { ...phone.saidTo, [number.id]: at };
  sim.bus.tell("thread", { phoneId: phone.id });
}

/** Another number, and with it another BSUID: each number they wrote to is told who became whom. */
export function changeNumber(sim: Sim, phone: Phone, waId: string): void {
  const { waId: from, userId: previousUserId, name } = phone;
  if (from === null) throw new ControlError("conflict", "The business never saw a number of this person.");
  if (findByAddress(sim.world, waId)) throw new ControlError("conflict", "Another phone has that number.");
  Object.assign(phone, { waId, dial: null, userId: userIdOf(phone.id, waId) });
  const system = {
    type: "user_changed_number",
    body: `${name} changed from ${from} to ${waId}`,
    wa_id: waId,
    user_id: phone.userId,
    previous_user_id: previousUserId,
  };
  const at = sim.clock.now().getTime();
  for (const number of sim.platform.numbers.values()) {
    const isFirst = number.id === sim.business.number;
    if (!isFirst && windowClosesAt(phone, number.id) === null) continue;
    sim.deliverer.send(systemUpdate(businessOf(number), { id: newMessageId(sim.world), from, at }, system));
  }
  sim.bus.tell("thread", { phoneId: phone.id });
  sim.bus.tell("phones", {});
}
