/** Finds a phone by whatever leads to it, and what leads to no phone yet. */
import type { Phone, World } from "./world.ts";

/** By number (with or without `+` and spaces, or the other one that reaches it) or by BSUID. */
export function findByAddress(world: World, address: string): Phone | undefined {
  const digits = /^[+\d\s()-]+$/.test(address) ? address.replace(/\D/g, "") : null;
  const fits = (phone: Phone) =>
    digits === null ? phone.userId === address : phone.waId === digits || phone.dial === digits;
  const index = indexOf(world);
  const known = index.phones.get(digits ?? address);
  if (known && fits(known) && world.phones.get(known.id) === known) return known;
  /** A number changed since, or nobody has it. */
  for (const phone of world.phones.values()) if (fits(phone)) return phone;
  return undefined;
}

type Index = { of: World["phones"]; size: number; phones: Map<string, Phone> };

/** Where an address leads; asked again before it is believed, since people change their numbers. */
const indexes = new WeakMap<World, Index>();

function indexOf(world: World): Index {
  const known = indexes.get(world);
  if (known?.of === world.phones && known.size === world.phones.size) return known;
  const phones = new Map<string, Phone>();
  for (const phone of world.phones.values()) {
    for (const way of [phone.waId, phone.dial, phone.userId]) if (way !== null) phones.set(way, phone);
  }
  const index = { of: world.phones, size: world.phones.size, phones };
  indexes.set(world, index);
  return index;
}

export function nextFreeId(world: World, name: string): string {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const base = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "phone";
  let id = base;
  for (let n = 2; world.phones.has(id); n += 1) id = `${base}-${n}`;
  return id;
}

export function makeUpNumber(world: World): string {
  for (let n = world.phones.size; ; n += 1) {
    const number = `1555012${String(n).padStart(4, "0")}`;
    if (!findByAddress(world, number)) return number;
  }
}
