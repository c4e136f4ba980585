/** A number on its way as screens see it: never a secret but the verify token that is still to be copied to Meta. */
import type { Check, Connection, FoundNumber } from "../../shared/api/connecting.ts";
import {
  CHECKS,
  type CheckName,
  type CheckResult,
  CONNECT_STEPS,
  checkOf,
  isStepDone,
  levelOf,
} from "../../shared/connecting.ts";
import { contactName } from "../conversations/rules.ts";
import type { Db } from "../db/pool.ts";
import type { System } from "../system.ts";
import {
  addressCheck,
  answeredCheck,
  found,
  handshakeCheck,
  isOnPhone,
  isRegistered,
  qualityOf,
} from "./check-rules.ts";
import { firstHeard, type StoredConnection, sendStateOf } from "./connect-store.ts";
import type { GraphNumberAnswer } from "./graph-answers.ts";
import { findStored, listStored, type StoredNumber } from "./store.ts";

/** Of the webhook; the path is the intake's. */
export const WEBHOOK_PATH = "/webhooks/whatsapp";
export const webhookUrlOf = (system: Pick<System, "publicUrl">): string =>
  `${system.publicUrl()}${WEBHOOK_PATH}`;

export const shownCheck = ({ code, facts }: CheckResult): Check => ({
  check: checkOf(code),
  code,
  level: levelOf(code),
  facts,
});

export async function viewOf(system: System, row: StoredConnection): Promise<Connection> {
  const { db, seal, clock } = system;
  const number = row.numberId === null ? null : await findStored(db, row.numberId);
  const heard = number && row.testSince ? await firstHeard(db, number.id, row.testSince) : undefined;
  const answer = row.testMessageId === null ? undefined : await sendStateOf(db, row.testMessageId);
  const webhookUrl = webhookUrlOf(system);
  const checks: Partial<Record<CheckName, CheckResult>> = {
    ...TO_DO,
    ...row.checks,
    address: addressCheck(webhookUrl, row.graphUrl),
    ...(number?.verifiedAt && { handshake: handshakeCheck(number.verifiedAt) }),
    heard: found(heard ? "heard_fine" : "heard_waiting"),
    answered: answeredCheck(answer, clock.now()),
  };
  if (checks.token?.code === "graph_unreachable")
    checks.token = found("graph_unreachable", { ...checks.token.facts, host: new URL(row.graphUrl).host });
  const shown = CHECKS.flatMap((name) => checks[name] ?? []).map(shownCheck);
  const token = number?.verifyTokenSealed ? seal.open(number.verifyTokenSealed) : null;
  return {
    id: row.id,
    numberId: row.numberId,
    wantedPhoneNumberId: row.wantedPhoneNumberId,
    graphUrl: row.graphUrl,
    graphVersion: row.graphVersion,
    hasToken: row.accessTokenSealed !== null || (number?.accessTokenSealed ?? null) !== null,
    appId: row.appId ?? number?.appId ?? null,
    appName: row.found.appName ?? null,
    accountIds: row.found.accountIds ?? [],
    accountId: row.businessAccountId,
    numbers: await foundNumbers(db, row.found.numbers ?? []),
    phoneNumberId: number?.phoneNumberId ?? null,
    phone: number?.displayPhone ?? null,
    name: number?.name ?? null,
    hasAppSecret: (number?.appSecretSealed ?? null) !== null,
    webhookUrl,
    verifyToken: number && !number.verifiedAt && row.found.hasMadeVerifyToken ? token : null,
    checks: shown,
    heard: heard ? { name: contactName(heard), at: heard.at.toISOString() } : null,
    steps: CONNECT_STEPS.map((step) => ({ step, isDone: isStepDone(step, shown) })),
    isFinished: row.finishedAt !== null,
  };
}

/** What is said of a check before anybody could make it. */
const TO_DO: Partial<Record<CheckName, CheckResult>> = {
  token: found("token_missing"),
  account: found("account_missing"),
  number: found("number_missing"),
  app_secret: found("app_secret_missing"),
  handshake: found("handshake_waiting"),
  subscribed: found("subscribed_missing"),
};

async function foundNumbers(db: Db, numbers: readonly GraphNumberAnswer[]): Promise<FoundNumber[]> {
  if (numbers.length === 0) return [];
  const stored = await listStored(db);
  return numbers.map((number) => ({
    phoneNumberId: number.id,
    phone: number.display_phone_number ?? number.id,
    name: number.verified_name ?? null,
    quality: qualityOf(number),
    limit: number.whatsapp_business_manager_messaging_limit ?? number.messaging_limit_tier ?? null,
    isOnPhone: isOnPhone(number),
    isRegistered: isRegistered(number),
    known: knownAs(stored.find(({ phoneNumberId }) => phoneNumberId === number.id)),
  }));
}

function knownAs(number: StoredNumber | undefined): FoundNumber["known"] {
  if (!number || number.disconnectedAt) return "no";
  return number.kind === "unclaimed" ? "unclaimed" : "ours";
}
