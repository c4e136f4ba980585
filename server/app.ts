/** Builds the running system: the only place that wires its parts together, and takes them down in order. */
import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import { serveBlocks } from "./conversations/block-routes.ts";
import { openMediaFiles } from "./conversations/media-files.ts";
import { openReadMarks } from "./conversations/read-marks.ts";
import { conversationRoutes } from "./conversations/routes.ts";
import { startSender } from "./conversations/sender.ts";
import { sendingRoutes } from "./conversations/sending-routes.ts";
import { conversationJobs, wakeConversationJobs } from "./conversations/tasks.ts";
import { startCostCounter } from "./costs/pass.ts";
import { costRoutes } from "./costs/routes.ts";
import type { Opened } from "./db/open.ts";
import { chatImportRoutes } from "./diagnosis/routes.ts";
import { startFirstWords } from "./first-words/pass.ts";
import { serveFirstWords } from "./first-words/routes.ts";
import { openHttp } from "./http/server.ts";
import { openRecorder, type Recorder } from "./intake/recorder.ts";
import { intakeRoutes } from "./intake/routes.ts";
import { WEBHOOK_PATH, webhookRoutes } from "./intake/webhook.ts";
import { keepWeeks } from "./intake/weeks.ts";
import { migrateJobs, openWorker } from "./jobs/worker.ts";
import { openLive } from "./live/listener.ts";
import { liveRoutes } from "./live/routes.ts";
import type { Log } from "./log.ts";
import { serveConnecting } from "./numbers/connect-routes.ts";
import { type Numbers, openNumbers } from "./numbers/directory.ts";
import { serveNumbers } from "./numbers/routes.ts";
import { openSeal } from "./numbers/seal.ts";
import { numberJobs } from "./numbers/tasks.ts";
import { startTrafficCounter } from "./numbers/traffic.ts";
import { overviewRoutes } from "./overview/routes.ts";
import { peopleRoutes } from "./people/routes.ts";
import { ensureSetupCode } from "./people/set-up.ts";
import { quickReplyRoutes } from "./quick-replies/routes.ts";
import { mendingRoutes } from "./requests/mending-routes.ts";
import { requestRoutes } from "./requests/routes.ts";
import { ruleRoutes } from "./rules/routes.ts";
import { openSampleDays } from "./sample/day.ts";
import { sampleRoutes } from "./sample/routes.ts";
import type { System } from "./system.ts";
import { templateRoutes } from "./templates/routes.ts";
import { templateJobs } from "./templates/tasks.ts";
import { watchTemplates } from "./templates/watch.ts";
import { startSweeper } from "./timers/sweep.ts";
import { tradeRoutes } from "./trade/routes.ts";
import { startDecider } from "./triage/decider-loop.ts";
import { deskRoutes } from "./triage/desk-routes.ts";
import { openModels } from "./triage/models.ts";
import { trayRoutes } from "./triage/routes.ts";
import { trainingJobs } from "./triage/training.ts";
import { VERSION } from "./version.ts";

export type AppParts = {
  config: Config;
  opened: Opened;
  clock: Clock;
  log: Log;
  /** How long a send waits for WhatsApp's answer; stories wait less. */
  sendTimeoutMs?: number | undefined;
};

export type App = {
  system: System;
  numbers: Numbers;
  recorder: Recorder;
  http: FastifyInstance;
  /** For the first admin; null once there is one. */
  setupCode: string | null;
  /** Resolves with the address once it answers. */
  listen(): Promise<string>;
  /** What is under way is brought to an end, then everything but the database is closed. */
  close(): Promise<void>;
};

export async function openApp({ config, opened, clock, log, sendTimeoutMs }: AppParts): Promise<App> {
  const { db, connection } = opened;
  /** Taken down in the opposite order, also when the start fails half-way. */
  const closing: (() => unknown)[] = [];
  const close = async () => {
    for (const part of closing.splice(0).reverse()) await part();
  };
  try {
    const seal = await openSeal(config.dataFolder, config.secretKey);
    const live = await openLive({ connection, log });
    closing.push(() => live.close());
    let address = `http://${config.host}:${config.port}`;
    const system: System = {
      config,
      db,
      clock,
      log,
      seal,
      live,
      publicUrl: () => config.publicUrl ?? address,
    };
    const numbers = await openNumbers(system);
    closing.push(() => numbers.close());
    await migrateJobs(connection);
    const recorder = openRecorder(system);
    const files = openMediaFiles(config.dataFolder);
    const sample = openSampleDays({
      system,
      numbers,
      files,
      connection,
      webhookUrl: () => `${address}${WEBHOOK_PATH}`,
    });
    closing.push(() => sample.close());
    const jobs = conversationJobs({ system, numbers, files, processId: randomUUID() });
    const readMarks = openReadMarks({ system, numbers });
    closing.push(() => readMarks.close());
    const models = openModels(system);
    closing.push(() => models.close());
    const http = await openHttp(system, {
      register(http, bare) {
        peopleRoutes(http, system);
        webhookRoutes(http, { system, numbers, recorder, bare });
        intakeRoutes(http, { system });
        serveNumbers(http, { system, numbers });
        serveConnecting(http, { system, numbers });
        serveFirstWords(http, { system, numbers });
        serveBlocks(http, { system, numbers });
        sendingRoutes(http, system);
        conversationRoutes(http, { system, numbers, files, readMarks });
        templateRoutes(http, { system, numbers });
        quickReplyRoutes(http, system);
        requestRoutes(http, system);
        tradeRoutes(http, system);
        ruleRoutes(http, system);
        chatImportRoutes(http, system);
        mendingRoutes(http, system);
        trayRoutes(http, system, { readMarks, models });
        deskRoutes(http, system);
        costRoutes(http, system);
        overviewRoutes(http, system, sample.state);
        sampleRoutes(http, sample);
        liveRoutes(http, { system, version: VERSION });
      },
    });
    recorder.start();
    closing.push(() => recorder.stop());
    const weeks = keepWeeks(system);
    closing.push(() => weeks.stop());
    const templates = templateJobs({ system, numbers, processId: randomUUID() });
    for (const lane of [
      jobs.fetching,
      {
        ...templates,
        tasks: { ...templates.tasks, ...numberJobs({ system, numbers }), ...trainingJobs(system) },
      },
    ]) {
      const worker = await openWorker({ db, log, connection, ...lane });
      closing.push(() => worker.stop());
    }
    const sender = await startSender({
      ...{ system, numbers, files, processId: randomUUID() },
      ...(sendTimeoutMs !== undefined && { timeoutMs: sendTimeoutMs }),
    });
    closing.push(() => sender.stop());
    await wakeConversationJobs({ system });
    const watch = watchTemplates({ system, numbers });
    closing.push(() => watch.stop());
    const sweeper = startSweeper(system, connection);
    closing.push(() => sweeper.stop());
    const counter = startTrafficCounter(system);
    closing.push(() => counter.stop());
    const costs = startCostCounter(system);
    closing.push(() => costs.stop());
    const firstWords = startFirstWords({ system, numbers });
    closing.push(() => firstWords.stop());
    const decider = startDecider(system, models.current);
    closing.push(() => decider.stop());
    // The door is the first to shut: nothing new comes in while what is under way waits for the database.
    closing.push(() => http.close());
    const setupCode = await ensureSetupCode(system);
    return {
      system,
      numbers,
      recorder,
      http,
      setupCode,
      async listen() {
        await http.listen({ host: config.host, port: config.port });
        const { port } = http.server.address() as AddressInfo;
        address = `http://${isEverywhere(config.host) ? "127.0.0.1" : bracketed(config.host)}:${port}`;
        await sample.resume();
        return system.publicUrl();
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const isEverywhere = (host: string): boolean => host === "0.0.0.0" || host === "::";
const bracketed = (host: string): string => (host.includes(":") ? `[${host}]` : host);
