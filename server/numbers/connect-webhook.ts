/** The way from Meta to us: the app's secret, the address it knocks at, the token by which we know each other. */
import type { Connection } from "../../shared/api/connecting.ts";
import { checkOf } from "../../shared/connecting.ts";
import { UserError } from "../errors.ts";
import { proveSecret, setWebhook } from "./checks.ts";
import { newVerifyToken } from "./claim.ts";
import { checkStep } from "./connect.ts";
import { type ConnectParts, keep, open, withNumber } from "./connect-place.ts";
import { setVerified, writeTokenFacts } from "./connect-store.ts";
import { webhookUrlOf } from "./connect-view.ts";
import { upsertNumber } from "./register.ts";

export async function giveSecret(
  parts: ConnectParts,
  id: number,
  ask: { appSecret: string; appId?: string | undefined },
): Promise<Connection> {
  const { system } = parts;
  const { graph, number, row: before } = await withNumber(parts, id);
  const appId = ask.appId ?? before.appId ?? number.appId;
  const check = await proveSecret(graph, { appId, appSecret: ask.appSecret });
  const isKept = check.code === "app_secret_fine" || check.code === "app_secret_unproven";
  const view = await keep(parts, id, async (row, tx) => {
    row.appId = appId;
    row.checks.app_secret = check;
    if (!isKept) return;
    const told = { phoneNumberId: number.phoneNumberId, kind: "real" as const, appSecret: ask.appSecret };
    await upsertNumber(tx, system.seal, told, system.clock.now());
    await writeTokenFacts(tx, number.id, { appId, expiresAt: number.tokenExpiresAt });
  });
  await parts.numbers.refresh();
  return isKept ? checkStep(parts, id, "webhook") : view;
}

/** Meta knocks before it answers: who was let in with this number's token has been here. */
export async function pointHere(
  parts: ConnectParts,
  id: number,
  where: "app" | "account",
): Promise<Connection> {
  const { system } = parts;
  const { graph, number, row } = await withNumber(parts, id);
  const appSecret = open(system, number.appSecretSealed);
  const verifyToken = open(system, number.verifyTokenSealed);
  if (!appSecret || !verifyToken || !row.businessAccountId)
    throw new UserError("conflict", "Enter the app secret first.", { code: "secret_first" });
  const hook = {
    accountId: row.businessAccountId,
    webhookUrl: webhookUrlOf(system),
    verifyToken,
    app: { appId: row.appId ?? number.appId, appSecret },
  };
  await parts.numbers.refresh();
  const wrong = await setWebhook(graph, hook, where);
  if (wrong)
    return keep(parts, id, async (kept) => {
      kept.checks[checkOf(wrong.code)] = wrong;
    });
  await system.db.transaction((tx) => setVerified(tx, [number.id], system.clock.now()));
  return checkStep(parts, id, "webhook");
}

export async function renewVerifyToken(parts: ConnectParts, id: number): Promise<Connection> {
  const { system } = parts;
  const { number } = await withNumber(parts, id);
  const view = await keep(parts, id, async (row, tx) => {
    const told = {
      phoneNumberId: number.phoneNumberId,
      kind: "real" as const,
      verifyToken: newVerifyToken(),
    };
    await upsertNumber(tx, system.seal, told, system.clock.now());
    await setVerified(tx, [number.id], null);
    row.found = { ...row.found, hasMadeVerifyToken: true };
    delete row.checks.handshake;
  });
  await parts.numbers.refresh();
  return view;
}
