/** The office's time: it runs, stands anywhere in tomorrow's morning, and jumps ahead while the morning is made up. */
import type { Clock } from "../../server/clock.ts";
import type { World } from "../world.ts";

/** Dubai, all year. */
export const TIME_ZONE = "Asia/Dubai";
const ZONE_HOURS = 4;
const DAY_MS = 86_400_000;

export type OfficeClock = Clock & {
  /** How far ahead of this machine's time it is. */
  aheadMs(): number;
  /** Moves office and simulator on to a time of that morning such as "09:21". Never back. */
  jump(world: World, time: string): Promise<void>;
  /** That time, as an instant. */
  at(time: string): string;
};

/** Tomorrow in Dubai: the simulator's clock goes forward only. */
export function officeClock(): OfficeClock {
  const midnight =
    Math.ceil((Date.now() + ZONE_HOURS * 3_600_000) / DAY_MS) * DAY_MS - ZONE_HOURS * 3_600_000;
  const instant = (time: string): number => {
    const [hours = 0, minutes = 0] = time.split(":").map(Number);
    return midnight + (hours * 60 + minutes) * 60_000;
  };
  let ahead = instant("08:00") - Date.now();
  let simulatorAhead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    aheadMs: () => ahead,
    at: (time) => new Date(instant(time)).toISOString(),
    async jump(world, time) {
      const wanted = instant(time) - Date.now();
      if (wanted < ahead) return;
      ahead = wanted;
      const forwardMs = ahead - simulatorAhead;
      await world.simulator.control("POST", "clock", { forwardMs });
      simulatorAhead += forwardMs;
    },
  };
}
