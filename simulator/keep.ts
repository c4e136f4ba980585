/** Memory stays bounded however long it runs: of each number only the newest messages are kept. */
import type { Message, World } from "./world.ts";

export function keepWithin(world: World, { id, number = "" }: Message): void {
  const kept = world.kept.get(number) ?? [];
  world.kept.set(number, kept);
  kept.push(id);
  /** A tenth too many, so that the work is done once in a while and not with each message. */
  if (kept.length <= world.mostPerNumber * 1.1) return;
  const gone = new Set(kept.splice(0, kept.length - world.mostPerNumber));
  const phones = new Set<string>();
  for (const old of gone) {
    const phoneId = world.messages.get(old)?.phoneId;
    if (phoneId) phones.add(phoneId);
    world.messages.delete(old);
  }
  for (const phoneId of phones) {
    const thread = world.threads.get(phoneId) ?? [];
    world.threads.set(
      phoneId,
      thread.filter((message) => !gone.has(message.id)),
    );
  }
}
