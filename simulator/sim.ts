/** One running simulator: its world and the few things that act on it. */
import { type Bus, createBus } from "./bus.ts";
import { type Clock, startClock } from "./clock.ts";
import { createDeliverer, type Deliverer } from "./deliver.ts";
import { createHandshaker, type Handshaker } from "./handshake.ts";
import { createLimits, type Limits } from "./limits.ts";
import type { Options } from "./options.ts";
import { seededRandom } from "./random.ts";
import { defaultSettings, type Settings, type SettingsChange } from "./settings.ts";
import { createTimers, type Timers } from "./timers.ts";
import type { Business } from "./webhooks.ts";
import { createWorld, emptyWorld, type World } from "./world.ts";

export type Sim = {
  options: Options;
  business: Business;
  world: World;
  clock: Clock;
  timers: Timers;
  bus: Bus;
  random: () => number;
  limits: Limits;
  deliverer: Deliverer;
  handshaker: Handshaker;
  settings: () => Settings;
  changeSettings: (change: SettingsChange) => Settings;
  /** Known once it listens. */
  url: string;
  reset: () => void;
};

export function createSim(options: Options, run: string, aheadMs = 0): Sim {
  const business = { number: options.number, account: options.account };
  const world = createWorld(run);
  const clock = startClock(aheadMs);
  const timers = createTimers();
  const bus = createBus();
  const random = seededRandom(run);
  let settings = defaultSettings(options.fast);

  const deliverer = createDeliverer({
    webhook: options.webhook,
    appSecret: options.appSecret,
    business,
    fast: options.fast,
    settings: () => settings,
    random,
    timers,
    clock,
    bus,
    onAccepted: (ids) => {
      for (const id of ids) {
        const message = world.messages.get(id);
        if (message?.from !== "phone" || message.state !== "sending") continue;
        message.state = "delivered";
        bus.tell("thread", { phoneId: message.phoneId });
      }
    },
  });

  const sim: Sim = {
    options,
    business,
    world,
    clock,
    timers,
    bus,
    random,
    limits: createLimits(),
    deliverer,
    handshaker: createHandshaker({ webhook: options.webhook, verifyToken: options.verifyToken, clock, bus }),
    settings: () => settings,
    changeSettings: (change) => {
      settings = { ...settings, ...change };
      deliverer.release();
      bus.tell("settings", settings);
      return settings;
    },
    url: "",
    reset: () => {
      timers.clear();
      deliverer.forget();
      emptyWorld(world);
      sim.limits = createLimits();
      settings = defaultSettings(options.fast);
      bus.tell("reset", {});
    },
  };
  return sim;
}
