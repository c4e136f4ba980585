/**
 * How often something may be tried in a while. In memory and bounded: forgetting the oldest is better than
 * growing, and a restart forgives. What is refused frees itself with time, so nobody is shut out for good.
 */
import type { Clock } from "../clock.ts";
import { UserError } from "../errors.ts";

export type Limit = { most: number; minutes: number };

export type Throttle = {
  /** Counts a try before it is made, so that many at once are not many guesses. @throws UserError when it is one too many */
  take(key: string, limit: Limit): void;
  /** It was right: earlier tries no longer count. */
  forgive(key: string): void;
};

const MINUTE_MS = 60_000;
const MOST_KEYS = 20_000;

export function openThrottle(clock: Clock, mostKeys = MOST_KEYS): Throttle {
  const tries = new Map<string, { since: number; count: number }>();
  return {
    take(key, { most, minutes }) {
      const now = clock.now().getTime();
      const windowMs = minutes * MINUTE_MS;
      const seen = tries.get(key);
      const current = seen && now - seen.since < windowMs ? seen : { since: now, count: 0 };
      if (current.count >= most) {
        const waitMinutes = Math.max(1, Math.ceil((current.since + windowMs - now) / MINUTE_MS));
        throw new UserError("too_many", `Too many tries. Wait ${waitMinutes} min, then try again.`, {
          detail: { waitMinutes },
        });
      }
      current.count++;
      // Set anew, so that the map's order is by last use.
      tries.delete(key);
      tries.set(key, current);
      const oldest = tries.keys().next().value;
      if (tries.size > mostKeys && oldest !== undefined) tries.delete(oldest);
    },
    forgive(key) {
      tries.delete(key);
    },
  };
}

/** One home or office has a whole /64 of IPv6 addresses: they count as one. */
export function addressKey(address: string): string {
  if (!address.includes(":") || address.startsWith("::ffff:")) return address;
  const [head = "", tail] = address.split("::");
  const start = head.split(":").filter(Boolean);
  const end = tail?.split(":").filter(Boolean) ?? [];
  const filled = [...start, ...Array<string>(Math.max(0, 8 - start.length - end.length)).fill("0"), ...end];
  return filled.slice(0, 4).join(":");
}
