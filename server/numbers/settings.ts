/** What can be set on a number that is connected, its token replaced, and how it is taken off. */
import type { NumberSettings } from "../../shared/api/connecting.ts";
import type { CheckResult } from "../../shared/connecting.ts";
import { UserError } from "../errors.ts";
import { announce } from "../live/changes.ts";
import type { GraphPlace } from "../whatsapp/graph.ts";
import { throughputOf } from "./check-rules.ts";
import { lookAtNumber, lookAtSubscription, lookAtToken, unsubscribe } from "./checks.ts";
import type { ConnectParts } from "./connect-place.ts";
import { forgetSecrets, updateNumber, writeGraphFacts, writeTokenFacts } from "./connect-store.ts";
import { webhookUrlOf } from "./connect-view.ts";
import { resumeNumber } from "./pause.ts";
import { upsertNumber } from "./register.ts";
import { findStored, listStored, type StoredNumber } from "./store.ts";

export async function readSettings({ system }: ConnectParts, id: number): Promise<NumberSettings> {
  const number = await stored({ system }, id);
  const { whatsapp } = system.config;
  return {
    id: number.id,
    name: number.name,
    kind: number.kind,
    phone: number.displayPhone,
    phoneNumberId: number.phoneNumberId,
    businessAccountId: number.businessAccountId,
    appId: number.appId,
    graphUrl: number.graphUrl ?? whatsapp.graphUrl,
    graphVersion: number.graphVersion ?? whatsapp.graphVersion,
    hasToken: number.accessTokenSealed !== null,
    hasAppSecret: number.appSecretSealed !== null,
    tokenExpiresAt: number.tokenExpiresAt?.toISOString() ?? null,
    verifiedAt: number.verifiedAt?.toISOString() ?? null,
    checkedAt: number.checkedAt?.toISOString() ?? null,
    isFromEnvironment: number.fromEnvironment,
    disconnectedAt: number.disconnectedAt?.toISOString() ?? null,
    throughput: number.throughput,
    throughputKind: number.throughputKind,
    sendsReadMarks: number.sendsReadMarks,
  };
}

export async function changeNumber(
  { system, numbers }: ConnectParts,
  id: number,
  change: { name?: string | undefined; sendsReadMarks?: boolean | undefined },
): Promise<void> {
  await system.db.transaction(async (tx) => {
    const { name = null, sendsReadMarks = null } = change;
    if (!(await updateNumber(tx, id, { name, sendsReadMarks }))) throw noNumber();
    await announce(tx, ["numbers"]);
  });
  await numbers.refresh();
}

/** A token that does not reach the number is not kept: the one before may still work. */
export async function replaceToken(
  { system, numbers }: ConnectParts,
  id: number,
  token: string,
): Promise<{ checks: CheckResult[]; isKept: boolean }> {
  const number = await stored({ system }, id);
  if (number.fromEnvironment && system.config.whatsapp.accessToken)
    throw new UserError(
      "conflict",
      "This number's token comes from WHATSAPP_ACCESS_TOKEN. Change it there and start again.",
      { code: "token_from_environment" },
    );
  const graph = placeOf(system, number, token);
  const { clock, db, seal } = system;
  const looked = await lookAtToken(graph, clock.now());
  const isGood = looked.checks.some(({ code }) => code === "token_fine" || code === "token_unproven");
  const look = isGood ? await lookAtNumber(graph, number.phoneNumberId) : { checks: [], number: null };
  const checks = [...looked.checks, ...look.checks];
  const found = look.number;
  if (!found) return { checks, isKept: false };
  await db.transaction(async (tx) => {
    const now = clock.now();
    await upsertNumber(
      tx,
      seal,
      { phoneNumberId: number.phoneNumberId, kind: "real", accessToken: token },
      now,
    );
    await writeTokenFacts(tx, id, looked);
    // It has just answered with this token: what was kept back goes out.
    await resumeNumber(tx, id);
    const { kind, perSecond } = throughputOf(found);
    await writeGraphFacts(tx, id, { throughput: perSecond, throughputKind: kind, now });
  });
  await numbers.refresh();
  return { checks, isKept: true };
}

/** Everything the Graph can tell of a number now. */
export async function checkNumber({ system, numbers }: ConnectParts, id: number): Promise<CheckResult[]> {
  const number = await stored({ system }, id);
  const token = number.accessTokenSealed && system.seal.open(number.accessTokenSealed);
  if (!token) return [{ code: "token_missing", facts: {} }];
  const graph = placeOf(system, number, token);
  const { clock, db } = system;
  const looked = await lookAtToken(graph, clock.now());
  const look = await lookAtNumber(graph, number.phoneNumberId);
  const app = {
    appId: number.appId ?? looked.appId,
    appSecret: number.appSecretSealed && system.seal.open(number.appSecretSealed),
  };
  const subscription = number.businessAccountId
    ? await lookAtSubscription(graph, {
        accountId: number.businessAccountId,
        webhookUrl: webhookUrlOf(system),
        app,
      })
    : [];
  await db.transaction(async (tx) => {
    await writeTokenFacts(tx, id, looked);
    if (!look.number) return;
    const { kind, perSecond } = throughputOf(look.number);
    const now = clock.now();
    await writeGraphFacts(tx, id, { throughput: perSecond, throughputKind: kind, now });
    await announce(tx, ["numbers"]);
  });
  await numbers.refresh();
  return [...looked.checks, ...look.checks, ...subscription];
}

/** What was said stays. The account is taken off the app only when no other number of ours needs it. */
export async function disconnect({ system, numbers }: ConnectParts, id: number): Promise<void> {
  const { db, clock, seal } = system;
  const number = await stored({ system }, id);
  if (number.kind === "sample")
    throw new UserError("conflict", "This is the sample day's number. Remove the sample day instead.", {
      code: "number_is_sample",
    });
  if (number.fromEnvironment)
    throw new UserError(
      "conflict",
      "This number comes from the environment. Remove WHATSAPP_PHONE_NUMBER_ID there and start again, then disconnect it.",
      { code: "number_from_environment" },
    );
  const token = number.accessTokenSealed && seal.open(number.accessTokenSealed);
  await db.transaction(async (tx) => {
    await forgetSecrets(tx, id, clock.now());
    await announce(tx, ["numbers"]);
  });
  await numbers.refresh();
  const isAlone = (await listStored(db)).every(
    (other) =>
      other.id === id ||
      other.businessAccountId !== number.businessAccountId ||
      other.accessTokenSealed === null,
  );
  if (token && number.businessAccountId && isAlone)
    await unsubscribe(placeOf(system, number, token), number.businessAccountId);
}

function placeOf(system: ConnectParts["system"], number: StoredNumber, accessToken: string): GraphPlace {
  const { whatsapp } = system.config;
  return {
    graphUrl: number.graphUrl ?? whatsapp.graphUrl,
    graphVersion: number.graphVersion ?? whatsapp.graphVersion,
    accessToken,
  };
}

async function stored({ system }: Pick<ConnectParts, "system">, id: number): Promise<StoredNumber> {
  const number = await findStored(system.db, id);
  if (!number) throw noNumber();
  return number;
}

const noNumber = (): UserError => new UserError("not_found", "There is no such number (any more).");
