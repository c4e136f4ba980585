/** Finds a phone by whatever leads to it. */
import type { Phone, World } from "./world.ts";

/** By number (with or without `+` and spaces, or the other one that reaches it) or by BSUID. */
export function findByAddress(world: World, address: string): Phone | undefined {
  const digits = /^[+\d\s()-]+$/.test(address) ? address.replace(/\D/g, "") : null;
  const fits = (phone: Phone) =>
    digits === null ? phone.userId === address : phone.waId === digits || phone.dial === digits;
  const seen = seenOf(world);
  const known = seen.get(digits ?? address);
  if (known && fits(known) && world.phones.get(known.id) === known) return known;
  for (const phone of world.phones.values()) {
    if (!fits(phone)) continue;
    seen.set(digits ?? address, phone);
    return phone;
  }
  return undefined;
}

/** Where an address led the last time; asked again before it is believed, since people change their numbers. */
const whereSeen = new WeakMap<World, Map<string, Phone>>();

function seenOf(world: World): Map<string, Phone> {
  const known = whereSeen.get(world) ?? new Map<string, Phone>();
  whereSeen.set(world, known);
  return known;
}
