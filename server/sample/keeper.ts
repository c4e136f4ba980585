/** Keeps the simulator running for as long as there is a sample number, in one process of all. */
import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { describeError } from "../describe-error.ts";
import type { NumberRow, Numbers } from "../numbers/directory.ts";
import { upsertNumber } from "../numbers/register.ts";
import type { System } from "../system.ts";
import { type SampleLock, takeSampleLock } from "./lock.ts";
import { type SimulatorProcess, startSimulator } from "./simulator-process.ts";

export type KeeperParts = {
  system: System;
  numbers: Numbers;
  /** For the lock, which lives as long as its connection. */
  connection: pg.PoolConfig;
  /** Where the simulator posts: our own webhook on this machine. */
  webhookUrl: () => string;
};

export type Keeper = {
  /** Starts the simulator here unless another process runs it; makes the sample number if there is none. */
  ensure(): Promise<void>;
  /** Ends it here, with what it remembers, if it runs here. */
  end(): Promise<void>;
  close(): Promise<void>;
};

/** No real number has these: they belong to the sample alone. */
export const SAMPLE_NUMBER_ID = "900000000000001";
const SAMPLE_ACCOUNT_ID = "900000000000002";
const SAMPLE_NAME = "Aurora Home Services";
const LOOK_MS = 5_000;

export const sampleNumber = (numbers: Numbers): NumberRow | null =>
  numbers.all().find(({ kind }) => kind === "sample") ?? null;

export function openKeeper(parts: KeeperParts): Keeper {
  const { system, numbers } = parts;
  let running: { simulator: SimulatorProcess; lock: SampleLock } | null = null;
  let closed = false;
  let turn: Promise<unknown> = Promise.resolve();

  /** Starting and ending never overlap. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => {});
    return mine;
  }

  async function start(): Promise<void> {
    if (running || closed) return;
    const lock = await takeSampleLock(parts.connection, () => void inTurn(stop));
    if (!lock) return;
    try {
      const simulator = await startFor(parts);
      running = { simulator, lock };
      simulator.ended.then(() => inTurn(() => forget(simulator)));
    } catch (error) {
      await lock.release();
      throw error;
    }
  }

  async function stop(): Promise<void> {
    const was = running;
    running = null;
    await was?.simulator.stop();
    await was?.lock.release();
  }

  /** It ended by itself; the next look starts it again. */
  async function forget(simulator: SimulatorProcess): Promise<void> {
    if (running?.simulator === simulator) await stop();
  }

  async function end(): Promise<void> {
    const ranHere = running !== null;
    await stop();
    if (ranHere) await rm(stateFile(system), { force: true });
  }

  /** Begun, gone, or left behind by a process that died: put right without being asked. */
  const look = () =>
    inTurn(async () => {
      if (closed) return;
      if (sampleNumber(numbers)) await start();
      else await end();
    }).catch((error) =>
      system.log.warn({ error: describeError(error) }, "the simulator does not run; trying again"),
    );
  const timer = setInterval(look, LOOK_MS);
  timer.unref();

  return {
    ensure: () => inTurn(start),
    end: () => inTurn(end),
    async close() {
      closed = true;
      clearInterval(timer);
      await inTurn(stop);
    },
  };
}

const stateFile = ({ config }: System): string => join(config.dataFolder, "simulator.json");

/** New secrets at each start; the number has them before the simulator says its first word. */
async function startFor({ system, numbers, webhookUrl }: KeeperParts): Promise<SimulatorProcess> {
  const secrets = { appSecret: secret(), verifyToken: secret(), accessToken: secret() };
  const keep = async (graphUrl: string | null) => {
    await system.db.transaction((tx) =>
      upsertNumber(
        tx,
        system.seal,
        {
          ...secrets,
          phoneNumberId: SAMPLE_NUMBER_ID,
          kind: "sample",
          name: SAMPLE_NAME,
          displayPhone: "15550100001",
          businessAccountId: SAMPLE_ACCOUNT_ID,
          graphUrl,
        },
        system.clock.now(),
      ),
    );
    await numbers.refresh();
  };
  // A port nothing listens on: until the simulator answers, sends wait instead of going elsewhere.
  await keep("http://127.0.0.1:9");
  const simulator = await startSimulator({
    ...secrets,
    webhook: webhookUrl(),
    phoneNumberId: SAMPLE_NUMBER_ID,
    accountId: SAMPLE_ACCOUNT_ID,
    stateFile: stateFile(system),
  });
  await keep(simulator.url);
  return simulator;
}

const secret = (): string => randomBytes(24).toString("base64url");
