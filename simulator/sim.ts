/** One running simulator: its world and the few things that act on it. */
import {
  type Account,
  type Business,
  type BusinessNumber,
  businessOf,
  callbackFor,
  createPlatform,
  type Platform,
} from "./accounts.ts";
import { type Bus, createBus } from "./bus.ts";
import { type Clock, startClock } from "./clock.ts";
import { createDeliverer, type Deliverer } from "./deliver.ts";
import type { Group } from "./group-messages.ts";
import { createHandshaker, type Handshaker } from "./handshake.ts";
import { createLimits, type Limits } from "./limits.ts";
import type { Options } from "./options.ts";
import { seededRandom } from "./random.ts";
import { openReceived, type Received } from "./received.ts";
import { type Settings, type SettingsChange, startSettings } from "./settings.ts";
import { seedTemplates } from "./template-seed.ts";
import { createTimers, type Timers } from "./timers.ts";
import { createTokens, type Tokens } from "./tokens.ts";
import { createWorld, emptyWorld, type World } from "./world.ts";

export type Sim = {
  options: Options;
  /** The first number; what does not name another is about it. */
  business: Business;
  platform: Platform;
  tokens: Tokens;
  world: World;
  clock: Clock;
  timers: Timers;
  bus: Bus;
  random: () => number;
  limits: Limits;
  /** Codes with which every send to a person is refused, at once or by a status; by phone id or digits. */
  troubles: Map<string, { code: number; late: boolean }>;
  /** WhatsApp groups of our numbers, by id. */
  groups: Map<string, Group>;
  /** Files on their way by the Resumable Upload API. */
  uploads: Map<string, { length: number; offset: number }>;
  received: Received;
  deliverer: Deliverer;
  handshaker: Handshaker;
  settings: () => Settings;
  changeSettings: (change: SettingsChange) => Settings;
  /** Known once it listens. */
  url: string;
  reset: () => void;
};

export function createSim(options: Options, run: string, aheadMs = options.clockOffset): Sim {
  const world = createWorld(run);
  world.mostPerNumber = options.keep;
  const clock = startClock(aheadMs);
  const timers = createTimers();
  const bus = createBus();
  const random = seededRandom(run);
  let settings = startSettings(options);

  const deliverer = createDeliverer({
    appSecret: options.appSecret,
    fast: options.fast,
    route: (update) => callbackFor(sim.platform, update),
    appCallback: () => sim.platform.callback.uri,
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

  const platform = startPlatform(options);
  const sim: Sim = {
    options,
    business: mainBusiness(platform, options),
    platform,
    tokens: startTokens(options, platform),
    world,
    clock,
    timers,
    bus,
    random,
    limits: createLimits(),
    troubles: new Map(),
    groups: new Map(),
    uploads: new Map(),
    received: openReceived(),
    deliverer,
    handshaker: createHandshaker({ callback: () => sim.platform.callback, clock, bus }),
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
      sim.platform = startPlatform(options);
      sim.tokens = startTokens(options, sim.platform);
      sim.limits = createLimits();
      sim.troubles.clear();
      sim.groups.clear();
      sim.received.clear();
      settings = startSettings(options);
      bus.tell("reset", {});
    },
  };
  return sim;
}

function startPlatform(options: Options): Platform {
  const platform = createPlatform(options);
  for (const account of platform.accounts.values()) seedTemplates(account);
  return platform;
}

function startTokens(options: Options, { app }: Platform): Tokens {
  return createTokens(options.token, { id: app.id, secret: options.appSecret });
}

function mainBusiness(platform: Platform, options: Options): Business {
  const number = platform.numbers.get(options.number);
  if (!number) throw new Error("the first number is not there");
  return businessOf(number);
}

/** The number a message went over; left out, it is the first. */
export function numberOf(sim: Sim, id: string | undefined): BusinessNumber | undefined {
  return sim.platform.numbers.get(id ?? sim.business.number);
}

export function accountOf(sim: Sim, id: string): Account | undefined {
  return sim.platform.accounts.get(id);
}
