/** Each number as the Graph sees it, and as we do. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type CheckResult, levelOf } from "../../shared/connecting.ts";
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import type { Db } from "../db/pool.ts";
import { addressCheck, handshakeCheck } from "../numbers/check-rules.ts";
import { checkLine } from "../numbers/check-words.ts";
import { lookAtNumber, lookAtSubscription, lookAtToken, proveSecret } from "../numbers/checks.ts";
import { openSeal, type Seal } from "../numbers/seal.ts";
import { listStored, type StoredNumber } from "../numbers/store.ts";
import { act, type Diagnosis, good, onClock, watch } from "./doctor-findings.ts";

export type Looking = { config: Config; db: Db; clock: Pick<Clock, "now"> };

export async function diagnoseNumbers(looking: Looking): Promise<Diagnosis[]> {
  const stored = (await listStored(looking.db)).filter(({ disconnectedAt }) => disconnectedAt === null);
  if (stored.length === 0) return [watch("numbers", "there is none yet: connect one by the guided page")];
  const seal = await sealOf(looking.config);
  const found: Diagnosis[] = [];
  for (const number of stored) found.push(...(await diagnose(looking, seal, number)));
  // Every number says the same of the clock.
  return found.filter(
    ({ about, line }, index) => about !== "clock" || found.findIndex((each) => each.line === line) === index,
  );
}

/** A look makes no key: without one nothing opens, which is what it says. */
async function sealOf({ secretKey, dataFolder }: Config): Promise<Pick<Seal, "open">> {
  if (secretKey === null && !existsSync(join(dataFolder, "secret.key"))) return { open: () => null };
  return openSeal(dataFolder, secretKey);
}

async function diagnose(
  { config, clock }: Looking,
  seal: Pick<Seal, "open">,
  number: StoredNumber,
): Promise<Diagnosis[]> {
  const about = number.name;
  if (number.kind === "sample") return [good(about, "the sample day's number")];
  if (number.kind === "unclaimed")
    return [act(about, "WhatsApp delivers for it, but it is not set up: connect it by the guided page")];
  const sealed = [number.accessTokenSealed, number.appSecretSealed, number.verifyTokenSealed];
  if (sealed.some((each) => each !== null && seal.open(each) === null))
    return [
      act(
        about,
        "its secrets were sealed with another key: bring back that secret.key or BATON_SECRET_KEY, or enter them again",
      ),
    ];
  const said = (check: CheckResult): Diagnosis => {
    const level = levelOf(check.code);
    return {
      about,
      level: level === "fine" ? "good" : level === "watch" ? "watch" : "act",
      line: checkLine(check),
    };
  };
  const accessToken = number.accessTokenSealed && seal.open(number.accessTokenSealed);
  if (!accessToken) return [said({ code: "token_missing", facts: {} })];
  const graphUrl = number.graphUrl ?? config.whatsapp.graphUrl;
  const place = { graphUrl, graphVersion: number.graphVersion ?? config.whatsapp.graphVersion, accessToken };
  const now = clock.now();
  const looked = await lookAtToken(place, now);
  const clockOff = onClock(now, looked.at);
  const look = await lookAtNumber(place, number.phoneNumberId);
  const webhookUrl = `${config.publicUrl ?? `http://${config.host}:${config.port}`}/webhooks/whatsapp`;
  const appSecret = number.appSecretSealed ? seal.open(number.appSecretSealed) : config.whatsapp.appSecret;
  const app = { appId: number.appId ?? looked.appId, appSecret };
  const subscription = number.businessAccountId
    ? await lookAtSubscription(place, { accountId: number.businessAccountId, webhookUrl, app })
    : [{ code: "account_missing" as const, facts: {} }];
  const secret: CheckResult = appSecret
    ? await proveSecret(place, { appId: app.appId, appSecret })
    : { code: "app_secret_missing", facts: {} };
  const handshake = handshakeCheck(number.verifiedAt);
  return [
    ...(clockOff ? [clockOff] : []),
    ...(number.pausedAt
      ? [
          act(
            about,
            `sending is paused since ${number.pausedAt.toISOString()} (code ${number.pauseCode}): mend that, then resume it on its page`,
          ),
        ]
      : []),
    ...[...looked.checks, ...look.checks, secret, addressCheck(webhookUrl, graphUrl)].map(said),
    // Numbers of an earlier version were verified before anybody wrote it down.
    ...(handshake.code === "handshake_waiting"
      ? [{ ...said(handshake), level: "watch" as const }]
      : [said(handshake)]),
    ...subscription.map(said),
  ];
}
